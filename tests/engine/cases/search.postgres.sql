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
      WHERE (u8.county_id, u8.id) >= ($3::bigint, 0) AND (u8.county_id, u8.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND u8.void_reason IS NULL AND u8.category IN ('SCHOOL') AND (grams(coalesce(u8.search, '')) @> $2::text[] AND NOT EXISTS (
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
      WHERE (s12.county_id, s12.id) >= ($4::bigint, 0) AND (s12.county_id, s12.id) < ($4::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s12.void_reason IS NULL AND (grams(coalesce(s12.search, '')||' '||coalesce(s12.person_search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s12.search, word) = 0 AND strpos(s12.person_search, word) = 0))
      ORDER BY s12.county_id, s12.id
      LIMIT 1) s12), 2)||']', '['||substr((
    SELECT coalesce(','||string_agg('{"__typename":"Division"}', ','), '')
    FROM (
      SELECT d14.*
      FROM division d14
      WHERE cardinality($5::text[]) > 0 AND d14.void_reason IS NULL AND (grams(coalesce(d14.search, '')) @> $6::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($5::text[]) word
          WHERE strpos(d14.search, word) = 0))
      ORDER BY d14.id
      LIMIT 5) d14)||(
    SELECT coalesce(','||string_agg('{"__typename":"Office"}', ','), '')
    FROM (
      SELECT u16.*
      FROM unit u16
      WHERE cardinality($5::text[]) > 0 AND u16.void_reason IS NULL AND u16.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u16.search, '')) @> $6::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($5::text[]) word
          WHERE strpos(u16.search, word) = 0))
      ORDER BY u16.id
      LIMIT 5) u16)||(
    SELECT coalesce(','||string_agg('{"__typename":"FormerName"}', ','), '')
    FROM (
      SELECT f18.*
      FROM former_name f18
      WHERE (f18.county_id, f18.id) >= ($3::bigint, 0) AND (f18.county_id, f18.id) < ($3::bigint + 1, 0) AND cardinality($5::text[]) > 0 AND f18.void_reason IS NULL AND (grams(coalesce(f18.search, '')) @> $6::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($5::text[]) word
          WHERE strpos(f18.search, word) = 0))
      ORDER BY f18.county_id, f18.id
      LIMIT 5) f18)||(
    SELECT coalesce(','||string_agg('{"__typename":"School"}', ','), '')
    FROM (
      SELECT u22.*
      FROM unit u22
      WHERE (u22.county_id, u22.id) >= ($3::bigint, 0) AND (u22.county_id, u22.id) < ($3::bigint + 1, 0) AND cardinality($5::text[]) > 0 AND u22.void_reason IS NULL AND u22.category IN ('SCHOOL') AND (grams(coalesce(u22.search, '')) @> $6::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($5::text[]) word
          WHERE strpos(u22.search, word) = 0))
      ORDER BY u22.county_id, u22.id
      LIMIT 5) u22)||(
    SELECT coalesce(','||string_agg('{"__typename":"Teacher"}', ','), '')
    FROM (
      SELECT t24.*
      FROM teacher t24
      WHERE (t24.county_id, t24.id) >= ($3::bigint, 0) AND (t24.county_id, t24.id) < ($3::bigint + 1, 0) AND cardinality($5::text[]) > 0 AND t24.void_reason IS NULL AND (grams(coalesce(t24.search, '')||' '||coalesce(t24.person_search, '')) @> $6::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($5::text[]) word
          WHERE strpos(t24.search, word) = 0 AND strpos(t24.person_search, word) = 0))
      ORDER BY t24.county_id, t24.id
      LIMIT 5) t24)||(
    SELECT coalesce(','||string_agg('{"__typename":"Student"}', ','), '')
    FROM (
      SELECT s26.*
      FROM student s26
      WHERE (s26.county_id, s26.id) >= ($4::bigint, 0) AND (s26.county_id, s26.id) < ($4::bigint + 1, 0) AND cardinality($5::text[]) > 0 AND s26.void_reason IS NULL AND (grams(coalesce(s26.search, '')||' '||coalesce(s26.person_search, '')) @> $6::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($5::text[]) word
          WHERE strpos(s26.search, word) = 0 AND strpos(s26.person_search, word) = 0))
      ORDER BY s26.county_id, s26.id
      LIMIT 5) s26), 2)||']', '[]', '['||substr(''||''||''||''||''||'', 2)||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
