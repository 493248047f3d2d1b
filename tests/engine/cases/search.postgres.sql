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
      SELECT o16.*
      FROM organ_code o16
      WHERE (o16.county_id, o16.id) >= ($3::bigint, 0) AND (o16.county_id, o16.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND o16.void_reason IS NULL AND (grams(coalesce(o16.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(o16.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(o16.search, word) = 0))
      ORDER BY o16.county_id, o16.id
      LIMIT 1) o16)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT o18.id, o18.version, o18.position, o18.void_reason, o18.direction, o18.unit_id, o18.number, o18.organ_code, o18.year, o18.serial, o18.sender, o18.title, o18.dated_on, o18.received_on, o18.urgency, o18.secrecy, o18.kept_at, o18.summary, o18.registered_by, o18.registered_at, o18.county_id, o18.search
      FROM official_document o18
      WHERE (o18.county_id, o18.id) >= ($3::bigint, 0) AND (o18.county_id, o18.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND o18.void_reason IS NULL AND (grams(coalesce(o18.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(o18.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(o18.search, word) = 0))
      ORDER BY o18.county_id, o18.id
      LIMIT 1) o18)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT a20.*
      FROM assigned_task a20
      WHERE cardinality($1::text[]) > 0 AND a20.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM task_party a20p
        WHERE a20p.task_id = a20.id AND a20p.void_reason IS NULL AND a20p.county_id = $3::bigint) AND (grams(coalesce(a20.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(a20.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(a20.search, word) = 0))
      ORDER BY a20.id
      LIMIT 1) a20)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p38.id, p38.version, p38.position, p38.void_reason, p38.number, p38.kind, p38.procedure, p38.procedure_version, p38.form_title, p38.basis, p38.outcome, p38.subject, p38.subject_name, p38.student_id, p38.unit_id, p38.unit_name, p38.state, p38.step, p38.step_english, p38.step_chinese, p38.sequence, p38.due, p38.opener_id, p38.opened_by, p38.opened_for, p38.opened_at, p38.ended_at, p38.end_reason, p38.file_count, p38.verification, p38.county_id, p38.search
      FROM procedure_case p38
      WHERE cardinality($1::text[]) > 0 AND p38.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM case_party p38p
        WHERE p38p.case_id = p38.id AND p38p.void_reason IS NULL AND p38p.county_id = $7::bigint) AND (grams(coalesce(p38.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p38.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p38.search, word) = 0))
      ORDER BY p38.id
      LIMIT 1) p38), 2)||']', '['||substr((
    SELECT coalesce(','||string_agg('{"__typename":"Division"}', ','), '')
    FROM (
      SELECT d40.*
      FROM division d40
      WHERE cardinality($8::text[]) > 0 AND d40.void_reason IS NULL AND (grams(coalesce(d40.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(d40.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(d40.search, word) = 0))
      ORDER BY d40.id
      LIMIT 5) d40)||(
    SELECT coalesce(','||string_agg('{"__typename":"Office"}', ','), '')
    FROM (
      SELECT u42.*
      FROM unit u42
      WHERE cardinality($8::text[]) > 0 AND u42.void_reason IS NULL AND u42.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u42.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(u42.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(u42.search, word) = 0))
      ORDER BY u42.id
      LIMIT 5) u42)||(
    SELECT coalesce(','||string_agg('{"__typename":"FormerName"}', ','), '')
    FROM (
      SELECT f44.*
      FROM former_name f44
      WHERE (f44.county_id, f44.id) >= ($3::bigint, 0) AND (f44.county_id, f44.id) < ($3::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND f44.void_reason IS NULL AND (grams(coalesce(f44.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(f44.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(f44.search, word) = 0))
      ORDER BY f44.county_id, f44.id
      LIMIT 5) f44)||(
    SELECT coalesce(','||string_agg('{"__typename":"School"}', ','), '')
    FROM (
      SELECT u48.*
      FROM unit u48
      WHERE (u48.county_id, u48.id) >= ($4::bigint, 0) AND (u48.county_id, u48.id) < ($4::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND u48.void_reason IS NULL AND u48.category IN ('SCHOOL') AND (grams(coalesce(u48.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(u48.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(u48.search, word) = 0))
      ORDER BY u48.county_id, u48.id
      LIMIT 5) u48)||(
    SELECT coalesce(','||string_agg('{"__typename":"Teacher"}', ','), '')
    FROM (
      SELECT t50.*
      FROM teacher t50
      WHERE (t50.county_id, t50.id) >= ($5::bigint, 0) AND (t50.county_id, t50.id) < ($5::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND t50.void_reason IS NULL AND (grams(coalesce(t50.search, '')||' '||coalesce(t50.person_search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(t50.search, ($8::text[])[1]) > 0 OR strpos(t50.person_search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(t50.search, word) = 0 AND strpos(t50.person_search, word) = 0))
      ORDER BY t50.county_id, t50.id
      LIMIT 5) t50)||(
    SELECT coalesce(','||string_agg('{"__typename":"Student"}', ','), '')
    FROM (
      SELECT s52.id, s52.version, s52.position, s52.void_reason, s52.merged_into_id, s52.number, s52.person_id, s52.national_number_mask, s52.school_id, s52.grade, s52.school_class_id, s52.seat_number, s52.category, s52.status, s52.boarding, s52.entered_on, s52.county_id, s52.person_name_sort, s52.person_sex, s52.person_birth_date, s52.search, s52.person_search
      FROM student s52
      WHERE (s52.county_id, s52.id) >= ($6::bigint, 0) AND (s52.county_id, s52.id) < ($6::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND s52.void_reason IS NULL AND (grams(coalesce(s52.search, '')||' '||coalesce(s52.person_search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(s52.search, ($8::text[])[1]) > 0 OR strpos(s52.person_search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(s52.search, word) = 0 AND strpos(s52.person_search, word) = 0))
      ORDER BY s52.county_id, s52.id
      LIMIT 5) s52)||(
    SELECT coalesce(','||string_agg('{"__typename":"Role"}', ','), '')
    FROM (
      SELECT r54.*
      FROM role r54
      WHERE cardinality($8::text[]) > 0 AND r54.void_reason IS NULL AND (grams(coalesce(r54.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(r54.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(r54.search, word) = 0))
      ORDER BY r54.id
      LIMIT 5) r54)||(
    SELECT coalesce(','||string_agg('{"__typename":"OrganCode"}', ','), '')
    FROM (
      SELECT o56.*
      FROM organ_code o56
      WHERE (o56.county_id, o56.id) >= ($3::bigint, 0) AND (o56.county_id, o56.id) < ($3::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND o56.void_reason IS NULL AND (grams(coalesce(o56.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(o56.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(o56.search, word) = 0))
      ORDER BY o56.county_id, o56.id
      LIMIT 5) o56)||(
    SELECT coalesce(','||string_agg('{"__typename":"OfficialDocument"}', ','), '')
    FROM (
      SELECT o58.id, o58.version, o58.position, o58.void_reason, o58.direction, o58.unit_id, o58.number, o58.organ_code, o58.year, o58.serial, o58.sender, o58.title, o58.dated_on, o58.received_on, o58.urgency, o58.secrecy, o58.kept_at, o58.summary, o58.registered_by, o58.registered_at, o58.county_id, o58.search
      FROM official_document o58
      WHERE (o58.county_id, o58.id) >= ($3::bigint, 0) AND (o58.county_id, o58.id) < ($3::bigint + 1, 0) AND cardinality($8::text[]) > 0 AND o58.void_reason IS NULL AND (grams(coalesce(o58.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(o58.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(o58.search, word) = 0))
      ORDER BY o58.county_id, o58.id
      LIMIT 5) o58)||(
    SELECT coalesce(','||string_agg('{"__typename":"AssignedTask"}', ','), '')
    FROM (
      SELECT a60.*
      FROM assigned_task a60
      WHERE cardinality($8::text[]) > 0 AND a60.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM task_party a60p
        WHERE a60p.task_id = a60.id AND a60p.void_reason IS NULL AND a60p.county_id = $3::bigint) AND (grams(coalesce(a60.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(a60.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(a60.search, word) = 0))
      ORDER BY a60.id
      LIMIT 5) a60)||(
    SELECT coalesce(','||string_agg('{"__typename":"StudentCase"}', ','), '')
    FROM (
      SELECT p78.id, p78.version, p78.position, p78.void_reason, p78.number, p78.kind, p78.procedure, p78.procedure_version, p78.form_title, p78.basis, p78.outcome, p78.subject, p78.subject_name, p78.student_id, p78.unit_id, p78.unit_name, p78.state, p78.step, p78.step_english, p78.step_chinese, p78.sequence, p78.due, p78.opener_id, p78.opened_by, p78.opened_for, p78.opened_at, p78.ended_at, p78.end_reason, p78.file_count, p78.verification, p78.county_id, p78.search
      FROM procedure_case p78
      WHERE cardinality($8::text[]) > 0 AND p78.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM case_party p78p
        WHERE p78p.case_id = p78.id AND p78p.void_reason IS NULL AND p78p.county_id = $7::bigint) AND (grams(coalesce(p78.search, '')) @> $9::text[] AND (($8::text[])[1] IS NULL OR strpos(p78.search, ($8::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($8::text[]) word
          WHERE strpos(p78.search, word) = 0))
      ORDER BY p78.id
      LIMIT 5) p78), 2)||']', '[]', '['||substr(''||''||''||''||''||''||''||''||''||''||'', 2)||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
