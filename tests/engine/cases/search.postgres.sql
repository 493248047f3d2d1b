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
      WHERE (t10.county_id, t10.id) >= ($5::bigint, 0) AND (t10.county_id, t10.id) < ($5::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND t10.void_reason IS NULL AND (grams(coalesce(t10.search, '')||' '||coalesce(t10.person_search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t10.search, word) = 0 AND strpos(t10.person_search, word) = 0))
      ORDER BY t10.county_id, t10.id
      LIMIT 1) t10)||(
    SELECT coalesce(','||string_agg('{"grade":{"code":"'||s12.grade||'"}}', ','), '')
    FROM (
      SELECT s12.id, s12.version, s12.position, s12.void_reason, s12.merged_into_id, s12.number, s12.person_id, s12.national_number_mask, s12.school_id, s12.grade, s12.school_class_id, s12.seat_number, s12.category, s12.status, s12.boarding, s12.entered_on, s12.county_id, s12.person_name_sort, s12.person_sex, s12.person_birth_date, s12.search, s12.person_search
      FROM student s12
      WHERE (s12.county_id, s12.id) >= ($6::bigint, 0) AND (s12.county_id, s12.id) < ($6::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s12.void_reason IS NULL AND (grams(coalesce(s12.search, '')||' '||coalesce(s12.person_search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s12.search, word) = 0 AND strpos(s12.person_search, word) = 0))
      ORDER BY s12.county_id, s12.id
      LIMIT 1) s12)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT r14.*
      FROM role r14
      WHERE cardinality($1::text[]) > 0 AND r14.void_reason IS NULL AND (grams(coalesce(r14.search, '')) @> $2::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(r14.search, word) = 0))
      ORDER BY r14.id
      LIMIT 1) r14), 2)||']', '['||substr((
    SELECT coalesce(','||string_agg('{"__typename":"Division"}', ','), '')
    FROM (
      SELECT d32.*
      FROM division d32
      WHERE cardinality($7::text[]) > 0 AND d32.void_reason IS NULL AND (grams(coalesce(d32.search, '')) @> $8::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($7::text[]) word
          WHERE strpos(d32.search, word) = 0))
      ORDER BY d32.id
      LIMIT 5) d32)||(
    SELECT coalesce(','||string_agg('{"__typename":"Office"}', ','), '')
    FROM (
      SELECT u34.*
      FROM unit u34
      WHERE cardinality($7::text[]) > 0 AND u34.void_reason IS NULL AND u34.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u34.search, '')) @> $8::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($7::text[]) word
          WHERE strpos(u34.search, word) = 0))
      ORDER BY u34.id
      LIMIT 5) u34)||(
    SELECT coalesce(','||string_agg('{"__typename":"FormerName"}', ','), '')
    FROM (
      SELECT f36.*
      FROM former_name f36
      WHERE (f36.county_id, f36.id) >= ($3::bigint, 0) AND (f36.county_id, f36.id) < ($3::bigint + 1, 0) AND cardinality($7::text[]) > 0 AND f36.void_reason IS NULL AND (grams(coalesce(f36.search, '')) @> $8::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($7::text[]) word
          WHERE strpos(f36.search, word) = 0))
      ORDER BY f36.county_id, f36.id
      LIMIT 5) f36)||(
    SELECT coalesce(','||string_agg('{"__typename":"School"}', ','), '')
    FROM (
      SELECT u40.*
      FROM unit u40
      WHERE (u40.county_id, u40.id) >= ($4::bigint, 0) AND (u40.county_id, u40.id) < ($4::bigint + 1, 0) AND cardinality($7::text[]) > 0 AND u40.void_reason IS NULL AND u40.category IN ('SCHOOL') AND (grams(coalesce(u40.search, '')) @> $8::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($7::text[]) word
          WHERE strpos(u40.search, word) = 0))
      ORDER BY u40.county_id, u40.id
      LIMIT 5) u40)||(
    SELECT coalesce(','||string_agg('{"__typename":"Teacher"}', ','), '')
    FROM (
      SELECT t42.*
      FROM teacher t42
      WHERE (t42.county_id, t42.id) >= ($5::bigint, 0) AND (t42.county_id, t42.id) < ($5::bigint + 1, 0) AND cardinality($7::text[]) > 0 AND t42.void_reason IS NULL AND (grams(coalesce(t42.search, '')||' '||coalesce(t42.person_search, '')) @> $8::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($7::text[]) word
          WHERE strpos(t42.search, word) = 0 AND strpos(t42.person_search, word) = 0))
      ORDER BY t42.county_id, t42.id
      LIMIT 5) t42)||(
    SELECT coalesce(','||string_agg('{"__typename":"Student"}', ','), '')
    FROM (
      SELECT s44.id, s44.version, s44.position, s44.void_reason, s44.merged_into_id, s44.number, s44.person_id, s44.national_number_mask, s44.school_id, s44.grade, s44.school_class_id, s44.seat_number, s44.category, s44.status, s44.boarding, s44.entered_on, s44.county_id, s44.person_name_sort, s44.person_sex, s44.person_birth_date, s44.search, s44.person_search
      FROM student s44
      WHERE (s44.county_id, s44.id) >= ($6::bigint, 0) AND (s44.county_id, s44.id) < ($6::bigint + 1, 0) AND cardinality($7::text[]) > 0 AND s44.void_reason IS NULL AND (grams(coalesce(s44.search, '')||' '||coalesce(s44.person_search, '')) @> $8::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($7::text[]) word
          WHERE strpos(s44.search, word) = 0 AND strpos(s44.person_search, word) = 0))
      ORDER BY s44.county_id, s44.id
      LIMIT 5) s44)||(
    SELECT coalesce(','||string_agg('{"__typename":"Role"}', ','), '')
    FROM (
      SELECT r46.*
      FROM role r46
      WHERE cardinality($7::text[]) > 0 AND r46.void_reason IS NULL AND (grams(coalesce(r46.search, '')) @> $8::text[] AND NOT EXISTS (
          SELECT 1
          FROM unnest($7::text[]) word
          WHERE strpos(r46.search, word) = 0))
      ORDER BY r46.id
      LIMIT 5) r46), 2)||']', '[]', '['||substr(''||''||''||''||''||''||'', 2)||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
