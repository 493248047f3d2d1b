SELECT '[]', '['||substr((
    SELECT coalesce(','||string_agg('{"name":'||to_json(d0.name)::text||'}', ','), '')
    FROM (
      SELECT d0.*
      FROM division d0
      WHERE cardinality($1::text[]) > 0 AND d0.void_reason IS NULL AND (grams(coalesce(d0.search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(d0.search, word) = 0))
      ORDER BY d0.id
      LIMIT 1) d0)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT u2.*
      FROM unit u2
      WHERE cardinality($1::text[]) > 0 AND u2.void_reason IS NULL AND u2.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u2.search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(u2.search, word) = 0))
      ORDER BY u2.id
      LIMIT 1) u2)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT u6.*
      FROM unit u6
      WHERE (u6.county_id, u6.id) >= ($3::bigint, 0) AND (u6.county_id, u6.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND u6.void_reason IS NULL AND u6.category IN ('SCHOOL') AND (grams(coalesce(u6.search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(u6.search, word) = 0))
      ORDER BY u6.county_id, u6.id
      LIMIT 1) u6)||(
    SELECT coalesce(','||string_agg('{"grade":{"code":"'||s8.grade||'"}}', ','), '')
    FROM (
      SELECT s8.*
      FROM student s8
      WHERE (s8.county_id, s8.id) >= ($3::bigint, 0) AND (s8.county_id, s8.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s8.void_reason IS NULL AND (grams(coalesce(s8.search, '')||' '||coalesce(s8.person_search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s8.search, word) = 0 AND strpos(s8.person_search, word) = 0))
      ORDER BY s8.county_id, s8.id
      LIMIT 1) s8), 2)||']', '['||substr((
    SELECT coalesce(','||string_agg('{"__typename":"Division"}', ','), '')
    FROM (
      SELECT d10.*
      FROM division d10
      WHERE cardinality($4::text[]) > 0 AND d10.void_reason IS NULL AND (grams(coalesce(d10.search, '')) @> $5::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($4::text[]) word
          WHERE strpos(d10.search, word) = 0))
      ORDER BY d10.id
      LIMIT 5) d10)||(
    SELECT coalesce(','||string_agg('{"__typename":"Office"}', ','), '')
    FROM (
      SELECT u12.*
      FROM unit u12
      WHERE cardinality($4::text[]) > 0 AND u12.void_reason IS NULL AND u12.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u12.search, '')) @> $5::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($4::text[]) word
          WHERE strpos(u12.search, word) = 0))
      ORDER BY u12.id
      LIMIT 5) u12)||(
    SELECT coalesce(','||string_agg('{"__typename":"School"}', ','), '')
    FROM (
      SELECT u16.*
      FROM unit u16
      WHERE (u16.county_id, u16.id) >= ($3::bigint, 0) AND (u16.county_id, u16.id) < ($3::bigint + 1, 0) AND cardinality($4::text[]) > 0 AND u16.void_reason IS NULL AND u16.category IN ('SCHOOL') AND (grams(coalesce(u16.search, '')) @> $5::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($4::text[]) word
          WHERE strpos(u16.search, word) = 0))
      ORDER BY u16.county_id, u16.id
      LIMIT 5) u16)||(
    SELECT coalesce(','||string_agg('{"__typename":"Student"}', ','), '')
    FROM (
      SELECT s18.*
      FROM student s18
      WHERE (s18.county_id, s18.id) >= ($3::bigint, 0) AND (s18.county_id, s18.id) < ($3::bigint + 1, 0) AND cardinality($4::text[]) > 0 AND s18.void_reason IS NULL AND (grams(coalesce(s18.search, '')||' '||coalesce(s18.person_search, '')) @> $5::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($4::text[]) word
          WHERE strpos(s18.search, word) = 0 AND strpos(s18.person_search, word) = 0))
      ORDER BY s18.county_id, s18.id
      LIMIT 5) s18), 2)||']', '[]', '['||substr(''||''||''||'', 2)||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
