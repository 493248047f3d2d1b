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
      SELECT f4.*
      FROM former_name f4
      WHERE (f4.county_id, f4.id) >= ($3::bigint, 0) AND (f4.county_id, f4.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND f4.void_reason IS NULL AND (grams(coalesce(f4.search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(f4.search, word) = 0))
      ORDER BY f4.county_id, f4.id
      LIMIT 1) f4)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT u8.*
      FROM unit u8
      WHERE (u8.county_id, u8.id) >= ($4::bigint, 0) AND (u8.county_id, u8.id) < ($4::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND u8.void_reason IS NULL AND u8.category IN ('SCHOOL') AND (grams(coalesce(u8.search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(u8.search, word) = 0))
      ORDER BY u8.county_id, u8.id
      LIMIT 1) u8)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT t10.*
      FROM teacher t10
      WHERE (t10.county_id, t10.id) >= ($3::bigint, 0) AND (t10.county_id, t10.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND t10.void_reason IS NULL AND (grams(coalesce(t10.search, '')||' '||coalesce(t10.person_search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t10.search, word) = 0 AND strpos(t10.person_search, word) = 0))
      ORDER BY t10.county_id, t10.id
      LIMIT 1) t10)||(
    SELECT coalesce(','||string_agg('{"grade":{"code":"'||s12.grade||'"}}', ','), '')
    FROM (
      SELECT s12.*
      FROM student s12
      WHERE (s12.county_id, s12.id) >= ($5::bigint, 0) AND (s12.county_id, s12.id) < ($5::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s12.void_reason IS NULL AND (grams(coalesce(s12.search, '')||' '||coalesce(s12.person_search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s12.search, word) = 0 AND strpos(s12.person_search, word) = 0))
      ORDER BY s12.county_id, s12.id
      LIMIT 1) s12), 2)||']', '['||substr((
    SELECT coalesce(','||string_agg('{"__typename":"Division"}', ','), '')
    FROM (
      SELECT d30.*
      FROM division d30
      WHERE cardinality($6::text[]) > 0 AND d30.void_reason IS NULL AND (grams(coalesce(d30.search, '')) @> $7::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($6::text[]) word
          WHERE strpos(d30.search, word) = 0))
      ORDER BY d30.id
      LIMIT 5) d30)||(
    SELECT coalesce(','||string_agg('{"__typename":"Office"}', ','), '')
    FROM (
      SELECT u32.*
      FROM unit u32
      WHERE cardinality($6::text[]) > 0 AND u32.void_reason IS NULL AND u32.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u32.search, '')) @> $7::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($6::text[]) word
          WHERE strpos(u32.search, word) = 0))
      ORDER BY u32.id
      LIMIT 5) u32)||(
    SELECT coalesce(','||string_agg('{"__typename":"FormerName"}', ','), '')
    FROM (
      SELECT f34.*
      FROM former_name f34
      WHERE (f34.county_id, f34.id) >= ($3::bigint, 0) AND (f34.county_id, f34.id) < ($3::bigint + 1, 0) AND cardinality($6::text[]) > 0 AND f34.void_reason IS NULL AND (grams(coalesce(f34.search, '')) @> $7::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($6::text[]) word
          WHERE strpos(f34.search, word) = 0))
      ORDER BY f34.county_id, f34.id
      LIMIT 5) f34)||(
    SELECT coalesce(','||string_agg('{"__typename":"School"}', ','), '')
    FROM (
      SELECT u38.*
      FROM unit u38
      WHERE (u38.county_id, u38.id) >= ($4::bigint, 0) AND (u38.county_id, u38.id) < ($4::bigint + 1, 0) AND cardinality($6::text[]) > 0 AND u38.void_reason IS NULL AND u38.category IN ('SCHOOL') AND (grams(coalesce(u38.search, '')) @> $7::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($6::text[]) word
          WHERE strpos(u38.search, word) = 0))
      ORDER BY u38.county_id, u38.id
      LIMIT 5) u38)||(
    SELECT coalesce(','||string_agg('{"__typename":"Teacher"}', ','), '')
    FROM (
      SELECT t40.*
      FROM teacher t40
      WHERE (t40.county_id, t40.id) >= ($3::bigint, 0) AND (t40.county_id, t40.id) < ($3::bigint + 1, 0) AND cardinality($6::text[]) > 0 AND t40.void_reason IS NULL AND (grams(coalesce(t40.search, '')||' '||coalesce(t40.person_search, '')) @> $7::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($6::text[]) word
          WHERE strpos(t40.search, word) = 0 AND strpos(t40.person_search, word) = 0))
      ORDER BY t40.county_id, t40.id
      LIMIT 5) t40)||(
    SELECT coalesce(','||string_agg('{"__typename":"Student"}', ','), '')
    FROM (
      SELECT s42.*
      FROM student s42
      WHERE (s42.county_id, s42.id) >= ($5::bigint, 0) AND (s42.county_id, s42.id) < ($5::bigint + 1, 0) AND cardinality($6::text[]) > 0 AND s42.void_reason IS NULL AND (grams(coalesce(s42.search, '')||' '||coalesce(s42.person_search, '')) @> $7::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($6::text[]) word
          WHERE strpos(s42.search, word) = 0 AND strpos(s42.person_search, word) = 0))
      ORDER BY s42.county_id, s42.id
      LIMIT 5) s42), 2)||']', '[]', '['||substr(''||''||''||''||''||'', 2)||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
