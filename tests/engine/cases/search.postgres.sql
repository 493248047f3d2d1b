SELECT '[]', '['||substr((
    SELECT coalesce(','||string_agg('{"name":'||to_json(d0.name)::text||'}', ','), '')
    FROM (
      SELECT d0.*
      FROM division d0
      WHERE cardinality($1::text[]) > 0 AND d0.void_reason IS NULL AND (grams(coalesce(d0.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(d0.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(d0.search, word) = 0))
      ORDER BY d0.id
      LIMIT 1) d0)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT u2.*
      FROM unit u2
      WHERE cardinality($1::text[]) > 0 AND u2.void_reason IS NULL AND u2.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u2.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(u2.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(u2.search, word) = 0))
      ORDER BY u2.id
      LIMIT 1) u2)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT f4.*
      FROM former_name f4
      WHERE (f4.county_id, f4.id) >= ($3::bigint, 0) AND (f4.county_id, f4.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND f4.void_reason IS NULL AND (grams(coalesce(f4.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(f4.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(f4.search, word) = 0))
      ORDER BY f4.county_id, f4.id
      LIMIT 1) f4)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT u8.*
      FROM unit u8
      WHERE (u8.county_id, u8.id) >= ($4::bigint, 0) AND (u8.county_id, u8.id) < ($4::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND u8.void_reason IS NULL AND u8.category IN ('SCHOOL') AND (grams(coalesce(u8.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(u8.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(u8.search, word) = 0))
      ORDER BY u8.county_id, u8.id
      LIMIT 1) u8)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT t10.*
      FROM teacher t10
      WHERE (t10.county_id, t10.id) >= ($5::bigint, 0) AND (t10.county_id, t10.id) < ($5::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND t10.void_reason IS NULL AND (grams(coalesce(t10.search, '')||' '||coalesce(t10.person_search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(t10.search, ($1::text[])[1]) > 0 OR strpos(t10.person_search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t10.search, word) = 0 AND strpos(t10.person_search, word) = 0))
      ORDER BY t10.county_id, t10.id
      LIMIT 1) t10)||(
    SELECT coalesce(','||string_agg('{"grade":{"code":"'||s12.grade||'"}}', ','), '')
    FROM (
      SELECT s12.id, s12.version, s12.position, s12.void_reason, s12.merged_into_id, s12.number, s12.person_id, s12.national_number_mask, s12.school_id, s12.grade, s12.school_class_id, s12.seat_number, s12.category, s12.status, s12.boarding, s12.entered_on, s12.county_id, s12.person_name_sort, s12.person_sex, s12.person_birth_date, s12.search, s12.person_search
      FROM student s12
      WHERE (s12.county_id, s12.id) >= ($6::bigint, 0) AND (s12.county_id, s12.id) < ($6::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s12.void_reason IS NULL AND (grams(coalesce(s12.search, '')||' '||coalesce(s12.person_search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(s12.search, ($1::text[])[1]) > 0 OR strpos(s12.person_search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s12.search, word) = 0 AND strpos(s12.person_search, word) = 0))
      ORDER BY s12.county_id, s12.id
      LIMIT 1) s12)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT r14.*
      FROM role r14
      WHERE cardinality($1::text[]) > 0 AND r14.void_reason IS NULL AND (grams(coalesce(r14.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(r14.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(r14.search, word) = 0))
      ORDER BY r14.id
      LIMIT 1) r14)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p32.id, p32.version, p32.position, p32.void_reason, p32.number, p32.kind, p32.procedure, p32.procedure_version, p32.form_title, p32.basis, p32.outcome, p32.subject, p32.subject_name, p32.student_id, p32.unit_id, p32.unit_name, p32.state, p32.step, p32.step_english, p32.step_chinese, p32.sequence, p32.due, p32.opener_id, p32.opened_by, p32.opened_for, p32.opened_at, p32.ended_at, p32.end_reason, p32.verification, p32.county_id, p32.search
      FROM procedure_case p32
      WHERE cardinality($1::text[]) > 0 AND p32.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM case_party p32p
        WHERE p32p.case_id = p32.id AND p32p.void_reason IS NULL AND p32p.county_id = $7::bigint) AND (grams(coalesce(p32.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p32.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p32.search, word) = 0))
      ORDER BY p32.id
      LIMIT 1) p32), 2)||']', '['||substr((
    SELECT coalesce(','||string_agg('{"__typename":"Division"}', ','), '')
    FROM (
      SELECT d34.*
      FROM division d34
      WHERE cardinality($8::text[]) > 0 AND d34.void_reason IS NULL AND (grams(coalesce(d34.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(d34.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(d34.search, word) = 0))
      ORDER BY d34.id
      LIMIT 5) d34)||(
    SELECT coalesce(','||string_agg('{"__typename":"Office"}', ','), '')
    FROM (
      SELECT u36.*
      FROM unit u36
      WHERE cardinality($8::text[]) > 0 AND u36.void_reason IS NULL AND u36.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u36.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(u36.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(u36.search, word) = 0))
      ORDER BY u36.id
      LIMIT 5) u36)||(
    SELECT coalesce(','||string_agg('{"__typename":"FormerName"}', ','), '')
    FROM (
      SELECT f38.*
      FROM former_name f38
      WHERE (f38.county_id, f38.id) >= ($3::bigint, 0) AND (f38.county_id, f38.id) < ($3::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND f38.void_reason IS NULL AND (grams(coalesce(f38.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(f38.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(f38.search, word) = 0))
      ORDER BY f38.county_id, f38.id
      LIMIT 5) f38)||(
    SELECT coalesce(','||string_agg('{"__typename":"School"}', ','), '')
    FROM (
      SELECT u42.*
      FROM unit u42
      WHERE (u42.county_id, u42.id) >= ($4::bigint, 0) AND (u42.county_id, u42.id) < ($4::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND u42.void_reason IS NULL AND u42.category IN ('SCHOOL') AND (grams(coalesce(u42.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(u42.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(u42.search, word) = 0))
      ORDER BY u42.county_id, u42.id
      LIMIT 5) u42)||(
    SELECT coalesce(','||string_agg('{"__typename":"Teacher"}', ','), '')
    FROM (
      SELECT t44.*
      FROM teacher t44
      WHERE (t44.county_id, t44.id) >= ($5::bigint, 0) AND (t44.county_id, t44.id) < ($5::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND t44.void_reason IS NULL AND (grams(coalesce(t44.search, '')||' '||coalesce(t44.person_search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(t44.search, ($8::text[])[1]) > 0 OR strpos(t44.person_search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(t44.search, word) = 0 AND strpos(t44.person_search, word) = 0))
      ORDER BY t44.county_id, t44.id
      LIMIT 5) t44)||(
    SELECT coalesce(','||string_agg('{"__typename":"Student"}', ','), '')
    FROM (
      SELECT s46.id, s46.version, s46.position, s46.void_reason, s46.merged_into_id, s46.number, s46.person_id, s46.national_number_mask, s46.school_id, s46.grade, s46.school_class_id, s46.seat_number, s46.category, s46.status, s46.boarding, s46.entered_on, s46.county_id, s46.person_name_sort, s46.person_sex, s46.person_birth_date, s46.search, s46.person_search
      FROM student s46
      WHERE (s46.county_id, s46.id) >= ($6::bigint, 0) AND (s46.county_id, s46.id) < ($6::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND s46.void_reason IS NULL AND (grams(coalesce(s46.search, '')||' '||coalesce(s46.person_search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(s46.search, ($8::text[])[1]) > 0 OR strpos(s46.person_search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(s46.search, word) = 0 AND strpos(s46.person_search, word) = 0))
      ORDER BY s46.county_id, s46.id
      LIMIT 5) s46)||(
    SELECT coalesce(','||string_agg('{"__typename":"Role"}', ','), '')
    FROM (
      SELECT r48.*
      FROM role r48
      WHERE cardinality($8::text[]) > 0 AND r48.void_reason IS NULL AND (grams(coalesce(r48.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(r48.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(r48.search, word) = 0))
      ORDER BY r48.id
      LIMIT 5) r48)||(
    SELECT coalesce(','||string_agg('{"__typename":"StudentCase"}', ','), '')
    FROM (
      SELECT p66.id, p66.version, p66.position, p66.void_reason, p66.number, p66.kind, p66.procedure, p66.procedure_version, p66.form_title, p66.basis, p66.outcome, p66.subject, p66.subject_name, p66.student_id, p66.unit_id, p66.unit_name, p66.state, p66.step, p66.step_english, p66.step_chinese, p66.sequence, p66.due, p66.opener_id, p66.opened_by, p66.opened_for, p66.opened_at, p66.ended_at, p66.end_reason, p66.verification, p66.county_id, p66.search
      FROM procedure_case p66
      WHERE cardinality($8::text[]) > 0 AND p66.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM case_party p66p
        WHERE p66p.case_id = p66.id AND p66p.void_reason IS NULL AND p66p.county_id = $7::bigint) AND (grams(coalesce(p66.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(p66.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(p66.search, word) = 0))
      ORDER BY p66.id
      LIMIT 5) p66), 2)||']', '[]', '['||substr(''||''||''||''||''||''||''||'', 2)||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
