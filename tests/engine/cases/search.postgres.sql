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
      SELECT i22.*
      FROM inspection_scheme i22
      WHERE cardinality($1::text[]) > 0 AND i22.void_reason IS NULL AND (grams(coalesce(i22.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(i22.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(i22.search, word) = 0))
      ORDER BY i22.id
      LIMIT 1) i22)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT i24.*
      FROM inspection_item i24
      WHERE cardinality($1::text[]) > 0 AND i24.void_reason IS NULL AND (grams(coalesce(i24.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(i24.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(i24.search, word) = 0))
      ORDER BY i24.id
      LIMIT 1) i24)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT i26.*
      FROM inspection_round i26
      WHERE (i26.county_id, i26.id) >= ($3::bigint, 0) AND (i26.county_id, i26.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND i26.void_reason IS NULL AND (grams(coalesce(i26.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(i26.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(i26.search, word) = 0))
      ORDER BY i26.county_id, i26.id
      LIMIT 1) i26)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT i28.*
      FROM inspection i28
      WHERE (i28.county_id, i28.id) >= ($3::bigint, 0) AND (i28.county_id, i28.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND i28.void_reason IS NULL AND (grams(coalesce(i28.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(i28.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(i28.search, word) = 0))
      ORDER BY i28.county_id, i28.id
      LIMIT 1) i28)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT i30.*
      FROM inspection_finding i30
      WHERE (i30.county_id, i30.id) >= ($3::bigint, 0) AND (i30.county_id, i30.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND i30.void_reason IS NULL AND (grams(coalesce(i30.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(i30.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(i30.search, word) = 0))
      ORDER BY i30.county_id, i30.id
      LIMIT 1) i30)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p32.*
      FROM published_inspection p32
      WHERE cardinality($1::text[]) > 0 AND p32.void_reason IS NULL AND (grams(coalesce(p32.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p32.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p32.search, word) = 0))
      ORDER BY p32.id
      LIMIT 1) p32)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p50.id, p50.version, p50.position, p50.void_reason, p50.number, p50.kind, p50.procedure, p50.procedure_version, p50.form_title, p50.basis, p50.outcome, p50.subject, p50.subject_name, p50.student_id, p50.unit_id, p50.unit_name, p50.state, p50.step, p50.step_english, p50.step_chinese, p50.sequence, p50.due, p50.opener_id, p50.opened_by, p50.opened_for, p50.opened_at, p50.ended_at, p50.end_reason, p50.remedy_english, p50.remedy_chinese, p50.file_count, p50.verification, p50.county_id, p50.search
      FROM procedure_case p50
      WHERE cardinality($1::text[]) > 0 AND p50.void_reason IS NULL AND p50.kind IN ('student_case') AND EXISTS (
        SELECT 1
        FROM case_party p50p
        WHERE p50p.case_id = p50.id AND p50p.void_reason IS NULL AND p50p.county_id = $7::bigint) AND (grams(coalesce(p50.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p50.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p50.search, word) = 0))
      ORDER BY p50.id
      LIMIT 1) p50)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT s52.*
      FROM school_proposal s52
      WHERE (s52.county_id, s52.id) >= ($3::bigint, 0) AND (s52.county_id, s52.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s52.void_reason IS NULL AND (grams(coalesce(s52.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(s52.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s52.search, word) = 0))
      ORDER BY s52.county_id, s52.id
      LIMIT 1) s52)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p54.id, p54.version, p54.position, p54.void_reason, p54.number, p54.kind, p54.procedure, p54.procedure_version, p54.form_title, p54.basis, p54.outcome, p54.subject, p54.subject_name, p54.student_id, p54.unit_id, p54.unit_name, p54.state, p54.step, p54.step_english, p54.step_chinese, p54.sequence, p54.due, p54.opener_id, p54.opened_by, p54.opened_for, p54.opened_at, p54.ended_at, p54.end_reason, p54.remedy_english, p54.remedy_chinese, p54.file_count, p54.verification, p54.county_id, p54.search
      FROM procedure_case p54
      WHERE cardinality($1::text[]) > 0 AND p54.void_reason IS NULL AND p54.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p54p
        WHERE p54p.case_id = p54.id AND p54p.void_reason IS NULL AND p54p.county_id = $3::bigint) AND (grams(coalesce(p54.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p54.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p54.search, word) = 0))
      ORDER BY p54.id
      LIMIT 1) p54)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT o56.*
      FROM organiser o56
      WHERE (o56.county_id, o56.id) >= ($8::bigint, 0) AND (o56.county_id, o56.id) < ($8::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND o56.void_reason IS NULL AND (grams(coalesce(o56.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(o56.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(o56.search, word) = 0))
      ORDER BY o56.county_id, o56.id
      LIMIT 1) o56)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p58.*
      FROM private_project p58
      WHERE (p58.county_id, p58.id) >= ($8::bigint, 0) AND (p58.county_id, p58.id) < ($8::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND p58.void_reason IS NULL AND (grams(coalesce(p58.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p58.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p58.search, word) = 0))
      ORDER BY p58.county_id, p58.id
      LIMIT 1) p58)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT l60.*
      FROM licence l60
      WHERE (l60.county_id, l60.id) >= ($3::bigint, 0) AND (l60.county_id, l60.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND l60.void_reason IS NULL AND (grams(coalesce(l60.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(l60.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(l60.search, word) = 0))
      ORDER BY l60.county_id, l60.id
      LIMIT 1) l60)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT t62.*
      FROM termination t62
      WHERE (t62.county_id, t62.id) >= ($3::bigint, 0) AND (t62.county_id, t62.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND t62.void_reason IS NULL AND (grams(coalesce(t62.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(t62.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t62.search, word) = 0))
      ORDER BY t62.county_id, t62.id
      LIMIT 1) t62)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p64.*
      FROM public_licence p64
      WHERE cardinality($1::text[]) > 0 AND p64.void_reason IS NULL AND (grams(coalesce(p64.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p64.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p64.search, word) = 0))
      ORDER BY p64.id
      LIMIT 1) p64)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p66.id, p66.version, p66.position, p66.void_reason, p66.number, p66.kind, p66.procedure, p66.procedure_version, p66.form_title, p66.basis, p66.outcome, p66.subject, p66.subject_name, p66.student_id, p66.unit_id, p66.unit_name, p66.state, p66.step, p66.step_english, p66.step_chinese, p66.sequence, p66.due, p66.opener_id, p66.opened_by, p66.opened_for, p66.opened_at, p66.ended_at, p66.end_reason, p66.remedy_english, p66.remedy_chinese, p66.file_count, p66.verification, p66.county_id, p66.search
      FROM procedure_case p66
      WHERE cardinality($1::text[]) > 0 AND p66.void_reason IS NULL AND p66.kind IN ('private_school_case') AND EXISTS (
        SELECT 1
        FROM case_party p66p
        WHERE p66p.case_id = p66.id AND p66p.void_reason IS NULL AND p66p.county_id = $3::bigint) AND (grams(coalesce(p66.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p66.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p66.search, word) = 0))
      ORDER BY p66.id
      LIMIT 1) p66)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p68.id, p68.version, p68.position, p68.void_reason, p68.number, p68.kind, p68.procedure, p68.procedure_version, p68.form_title, p68.basis, p68.outcome, p68.subject, p68.subject_name, p68.student_id, p68.unit_id, p68.unit_name, p68.state, p68.step, p68.step_english, p68.step_chinese, p68.sequence, p68.due, p68.opener_id, p68.opened_by, p68.opened_for, p68.opened_at, p68.ended_at, p68.end_reason, p68.remedy_english, p68.remedy_chinese, p68.file_count, p68.verification, p68.county_id, p68.search
      FROM procedure_case p68
      WHERE cardinality($1::text[]) > 0 AND p68.void_reason IS NULL AND p68.kind IN ('major_case') AND EXISTS (
        SELECT 1
        FROM case_party p68p
        WHERE p68p.case_id = p68.id AND p68p.void_reason IS NULL AND p68p.county_id = $3::bigint) AND (grams(coalesce(p68.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p68.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p68.search, word) = 0))
      ORDER BY p68.id
      LIMIT 1) p68)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT e70.*
      FROM enterprise e70
      WHERE cardinality($1::text[]) > 0 AND e70.void_reason IS NULL AND (grams(coalesce(e70.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(e70.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(e70.search, word) = 0))
      ORDER BY e70.id
      LIMIT 1) e70)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT z72.*
      FROM zone_plan z72
      WHERE (z72.county_id, z72.id) >= ($3::bigint, 0) AND (z72.county_id, z72.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND z72.void_reason IS NULL AND (grams(coalesce(z72.search, '')||' '||coalesce(z72.unit_search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(z72.search, ($1::text[])[1]) > 0 OR strpos(z72.unit_search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(z72.search, word) = 0 AND strpos(z72.unit_search, word) = 0))
      ORDER BY z72.county_id, z72.id
      LIMIT 1) z72)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT s74.*
      FROM school_zone s74
      WHERE (s74.county_id, s74.id) >= ($3::bigint, 0) AND (s74.county_id, s74.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s74.void_reason IS NULL AND (grams(coalesce(s74.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(s74.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s74.search, word) = 0))
      ORDER BY s74.county_id, s74.id
      LIMIT 1) s74)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT z76.*
      FROM zone_address z76
      WHERE (z76.county_id, z76.id) >= ($3::bigint, 0) AND (z76.county_id, z76.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND z76.void_reason IS NULL AND (grams(coalesce(z76.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(z76.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(z76.search, word) = 0))
      ORDER BY z76.county_id, z76.id
      LIMIT 1) z76)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT k78.*
      FROM known_address k78
      WHERE (k78.county_id, k78.id) >= ($3::bigint, 0) AND (k78.county_id, k78.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND k78.void_reason IS NULL AND (grams(coalesce(k78.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(k78.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(k78.search, word) = 0))
      ORDER BY k78.county_id, k78.id
      LIMIT 1) k78), 2)||']', '['||substr((
    SELECT coalesce(','||string_agg('{"__typename":"Division"}', ','), '')
    FROM (
      SELECT d80.*
      FROM division d80
      WHERE cardinality($9::text[]) > 0 AND d80.void_reason IS NULL AND (grams(coalesce(d80.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(d80.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(d80.search, word) = 0))
      ORDER BY d80.id
      LIMIT 5) d80)||(
    SELECT coalesce(','||string_agg('{"__typename":"Office"}', ','), '')
    FROM (
      SELECT u82.*
      FROM unit u82
      WHERE cardinality($9::text[]) > 0 AND u82.void_reason IS NULL AND u82.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u82.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(u82.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(u82.search, word) = 0))
      ORDER BY u82.id
      LIMIT 5) u82)||(
    SELECT coalesce(','||string_agg('{"__typename":"FormerName"}', ','), '')
    FROM (
      SELECT f84.*
      FROM former_name f84
      WHERE (f84.county_id, f84.id) >= ($3::bigint, 0) AND (f84.county_id, f84.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND f84.void_reason IS NULL AND (grams(coalesce(f84.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(f84.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(f84.search, word) = 0))
      ORDER BY f84.county_id, f84.id
      LIMIT 5) f84)||(
    SELECT coalesce(','||string_agg('{"__typename":"School"}', ','), '')
    FROM (
      SELECT u88.*
      FROM unit u88
      WHERE (u88.county_id, u88.id) >= ($4::bigint, 0) AND (u88.county_id, u88.id) < ($4::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND u88.void_reason IS NULL AND u88.category IN ('SCHOOL') AND (grams(coalesce(u88.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(u88.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(u88.search, word) = 0))
      ORDER BY u88.county_id, u88.id
      LIMIT 5) u88)||(
    SELECT coalesce(','||string_agg('{"__typename":"Teacher"}', ','), '')
    FROM (
      SELECT t90.*
      FROM teacher t90
      WHERE (t90.county_id, t90.id) >= ($5::bigint, 0) AND (t90.county_id, t90.id) < ($5::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND t90.void_reason IS NULL AND (grams(coalesce(t90.search, '')||' '||coalesce(t90.person_search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(t90.search, ($9::text[])[1]) > 0 OR strpos(t90.person_search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(t90.search, word) = 0 AND strpos(t90.person_search, word) = 0))
      ORDER BY t90.county_id, t90.id
      LIMIT 5) t90)||(
    SELECT coalesce(','||string_agg('{"__typename":"Student"}', ','), '')
    FROM (
      SELECT s92.id, s92.version, s92.position, s92.void_reason, s92.merged_into_id, s92.number, s92.person_id, s92.national_number_mask, s92.school_id, s92.grade, s92.school_class_id, s92.seat_number, s92.category, s92.status, s92.boarding, s92.entered_on, s92.county_id, s92.person_name_sort, s92.person_sex, s92.person_birth_date, s92.search, s92.person_search
      FROM student s92
      WHERE (s92.county_id, s92.id) >= ($6::bigint, 0) AND (s92.county_id, s92.id) < ($6::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND s92.void_reason IS NULL AND (grams(coalesce(s92.search, '')||' '||coalesce(s92.person_search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(s92.search, ($9::text[])[1]) > 0 OR strpos(s92.person_search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(s92.search, word) = 0 AND strpos(s92.person_search, word) = 0))
      ORDER BY s92.county_id, s92.id
      LIMIT 5) s92)||(
    SELECT coalesce(','||string_agg('{"__typename":"Role"}', ','), '')
    FROM (
      SELECT r94.*
      FROM role r94
      WHERE cardinality($9::text[]) > 0 AND r94.void_reason IS NULL AND (grams(coalesce(r94.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(r94.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(r94.search, word) = 0))
      ORDER BY r94.id
      LIMIT 5) r94)||(
    SELECT coalesce(','||string_agg('{"__typename":"OrganCode"}', ','), '')
    FROM (
      SELECT o96.*
      FROM organ_code o96
      WHERE (o96.county_id, o96.id) >= ($3::bigint, 0) AND (o96.county_id, o96.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND o96.void_reason IS NULL AND (grams(coalesce(o96.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(o96.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(o96.search, word) = 0))
      ORDER BY o96.county_id, o96.id
      LIMIT 5) o96)||(
    SELECT coalesce(','||string_agg('{"__typename":"OfficialDocument"}', ','), '')
    FROM (
      SELECT o98.id, o98.version, o98.position, o98.void_reason, o98.direction, o98.unit_id, o98.number, o98.organ_code, o98.year, o98.serial, o98.sender, o98.title, o98.dated_on, o98.received_on, o98.urgency, o98.secrecy, o98.kept_at, o98.summary, o98.registered_by, o98.registered_at, o98.county_id, o98.search
      FROM official_document o98
      WHERE (o98.county_id, o98.id) >= ($3::bigint, 0) AND (o98.county_id, o98.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND o98.void_reason IS NULL AND (grams(coalesce(o98.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(o98.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(o98.search, word) = 0))
      ORDER BY o98.county_id, o98.id
      LIMIT 5) o98)||(
    SELECT coalesce(','||string_agg('{"__typename":"AssignedTask"}', ','), '')
    FROM (
      SELECT a100.*
      FROM assigned_task a100
      WHERE cardinality($9::text[]) > 0 AND a100.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM task_party a100p
        WHERE a100p.task_id = a100.id AND a100p.void_reason IS NULL AND a100p.county_id = $3::bigint) AND (grams(coalesce(a100.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(a100.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(a100.search, word) = 0))
      ORDER BY a100.id
      LIMIT 5) a100)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionScheme"}', ','), '')
    FROM (
      SELECT i102.*
      FROM inspection_scheme i102
      WHERE cardinality($9::text[]) > 0 AND i102.void_reason IS NULL AND (grams(coalesce(i102.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(i102.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(i102.search, word) = 0))
      ORDER BY i102.id
      LIMIT 5) i102)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionItem"}', ','), '')
    FROM (
      SELECT i104.*
      FROM inspection_item i104
      WHERE cardinality($9::text[]) > 0 AND i104.void_reason IS NULL AND (grams(coalesce(i104.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(i104.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(i104.search, word) = 0))
      ORDER BY i104.id
      LIMIT 5) i104)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionRound"}', ','), '')
    FROM (
      SELECT i106.*
      FROM inspection_round i106
      WHERE (i106.county_id, i106.id) >= ($3::bigint, 0) AND (i106.county_id, i106.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND i106.void_reason IS NULL AND (grams(coalesce(i106.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(i106.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(i106.search, word) = 0))
      ORDER BY i106.county_id, i106.id
      LIMIT 5) i106)||(
    SELECT coalesce(','||string_agg('{"__typename":"Inspection"}', ','), '')
    FROM (
      SELECT i108.*
      FROM inspection i108
      WHERE (i108.county_id, i108.id) >= ($3::bigint, 0) AND (i108.county_id, i108.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND i108.void_reason IS NULL AND (grams(coalesce(i108.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(i108.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(i108.search, word) = 0))
      ORDER BY i108.county_id, i108.id
      LIMIT 5) i108)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionFinding"}', ','), '')
    FROM (
      SELECT i110.*
      FROM inspection_finding i110
      WHERE (i110.county_id, i110.id) >= ($3::bigint, 0) AND (i110.county_id, i110.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND i110.void_reason IS NULL AND (grams(coalesce(i110.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(i110.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(i110.search, word) = 0))
      ORDER BY i110.county_id, i110.id
      LIMIT 5) i110)||(
    SELECT coalesce(','||string_agg('{"__typename":"PublishedInspection"}', ','), '')
    FROM (
      SELECT p112.*
      FROM published_inspection p112
      WHERE cardinality($9::text[]) > 0 AND p112.void_reason IS NULL AND (grams(coalesce(p112.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(p112.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(p112.search, word) = 0))
      ORDER BY p112.id
      LIMIT 5) p112)||(
    SELECT coalesce(','||string_agg('{"__typename":"StudentCase"}', ','), '')
    FROM (
      SELECT p130.id, p130.version, p130.position, p130.void_reason, p130.number, p130.kind, p130.procedure, p130.procedure_version, p130.form_title, p130.basis, p130.outcome, p130.subject, p130.subject_name, p130.student_id, p130.unit_id, p130.unit_name, p130.state, p130.step, p130.step_english, p130.step_chinese, p130.sequence, p130.due, p130.opener_id, p130.opened_by, p130.opened_for, p130.opened_at, p130.ended_at, p130.end_reason, p130.remedy_english, p130.remedy_chinese, p130.file_count, p130.verification, p130.county_id, p130.search
      FROM procedure_case p130
      WHERE cardinality($9::text[]) > 0 AND p130.void_reason IS NULL AND p130.kind IN ('student_case') AND EXISTS (
        SELECT 1
        FROM case_party p130p
        WHERE p130p.case_id = p130.id AND p130p.void_reason IS NULL AND p130p.county_id = $7::bigint) AND (grams(coalesce(p130.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(p130.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(p130.search, word) = 0))
      ORDER BY p130.id
      LIMIT 5) p130)||(
    SELECT coalesce(','||string_agg('{"__typename":"SchoolProposal"}', ','), '')
    FROM (
      SELECT s132.*
      FROM school_proposal s132
      WHERE (s132.county_id, s132.id) >= ($3::bigint, 0) AND (s132.county_id, s132.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND s132.void_reason IS NULL AND (grams(coalesce(s132.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(s132.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(s132.search, word) = 0))
      ORDER BY s132.county_id, s132.id
      LIMIT 5) s132)||(
    SELECT coalesce(','||string_agg('{"__typename":"EstablishmentCase"}', ','), '')
    FROM (
      SELECT p134.id, p134.version, p134.position, p134.void_reason, p134.number, p134.kind, p134.procedure, p134.procedure_version, p134.form_title, p134.basis, p134.outcome, p134.subject, p134.subject_name, p134.student_id, p134.unit_id, p134.unit_name, p134.state, p134.step, p134.step_english, p134.step_chinese, p134.sequence, p134.due, p134.opener_id, p134.opened_by, p134.opened_for, p134.opened_at, p134.ended_at, p134.end_reason, p134.remedy_english, p134.remedy_chinese, p134.file_count, p134.verification, p134.county_id, p134.search
      FROM procedure_case p134
      WHERE cardinality($9::text[]) > 0 AND p134.void_reason IS NULL AND p134.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p134p
        WHERE p134p.case_id = p134.id AND p134p.void_reason IS NULL AND p134p.county_id = $3::bigint) AND (grams(coalesce(p134.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(p134.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(p134.search, word) = 0))
      ORDER BY p134.id
      LIMIT 5) p134)||(
    SELECT coalesce(','||string_agg('{"__typename":"Organiser"}', ','), '')
    FROM (
      SELECT o136.*
      FROM organiser o136
      WHERE (o136.county_id, o136.id) >= ($8::bigint, 0) AND (o136.county_id, o136.id) < ($8::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND o136.void_reason IS NULL AND (grams(coalesce(o136.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(o136.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(o136.search, word) = 0))
      ORDER BY o136.county_id, o136.id
      LIMIT 5) o136)||(
    SELECT coalesce(','||string_agg('{"__typename":"PrivateProject"}', ','), '')
    FROM (
      SELECT p138.*
      FROM private_project p138
      WHERE (p138.county_id, p138.id) >= ($8::bigint, 0) AND (p138.county_id, p138.id) < ($8::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND p138.void_reason IS NULL AND (grams(coalesce(p138.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(p138.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(p138.search, word) = 0))
      ORDER BY p138.county_id, p138.id
      LIMIT 5) p138)||(
    SELECT coalesce(','||string_agg('{"__typename":"Licence"}', ','), '')
    FROM (
      SELECT l140.*
      FROM licence l140
      WHERE (l140.county_id, l140.id) >= ($3::bigint, 0) AND (l140.county_id, l140.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND l140.void_reason IS NULL AND (grams(coalesce(l140.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(l140.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(l140.search, word) = 0))
      ORDER BY l140.county_id, l140.id
      LIMIT 5) l140)||(
    SELECT coalesce(','||string_agg('{"__typename":"Termination"}', ','), '')
    FROM (
      SELECT t142.*
      FROM termination t142
      WHERE (t142.county_id, t142.id) >= ($3::bigint, 0) AND (t142.county_id, t142.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND t142.void_reason IS NULL AND (grams(coalesce(t142.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(t142.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(t142.search, word) = 0))
      ORDER BY t142.county_id, t142.id
      LIMIT 5) t142)||(
    SELECT coalesce(','||string_agg('{"__typename":"PublicLicence"}', ','), '')
    FROM (
      SELECT p144.*
      FROM public_licence p144
      WHERE cardinality($9::text[]) > 0 AND p144.void_reason IS NULL AND (grams(coalesce(p144.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(p144.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(p144.search, word) = 0))
      ORDER BY p144.id
      LIMIT 5) p144)||(
    SELECT coalesce(','||string_agg('{"__typename":"PrivateSchoolCase"}', ','), '')
    FROM (
      SELECT p146.id, p146.version, p146.position, p146.void_reason, p146.number, p146.kind, p146.procedure, p146.procedure_version, p146.form_title, p146.basis, p146.outcome, p146.subject, p146.subject_name, p146.student_id, p146.unit_id, p146.unit_name, p146.state, p146.step, p146.step_english, p146.step_chinese, p146.sequence, p146.due, p146.opener_id, p146.opened_by, p146.opened_for, p146.opened_at, p146.ended_at, p146.end_reason, p146.remedy_english, p146.remedy_chinese, p146.file_count, p146.verification, p146.county_id, p146.search
      FROM procedure_case p146
      WHERE cardinality($9::text[]) > 0 AND p146.void_reason IS NULL AND p146.kind IN ('private_school_case') AND EXISTS (
        SELECT 1
        FROM case_party p146p
        WHERE p146p.case_id = p146.id AND p146p.void_reason IS NULL AND p146p.county_id = $3::bigint) AND (grams(coalesce(p146.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(p146.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(p146.search, word) = 0))
      ORDER BY p146.id
      LIMIT 5) p146)||(
    SELECT coalesce(','||string_agg('{"__typename":"MajorCase"}', ','), '')
    FROM (
      SELECT p148.id, p148.version, p148.position, p148.void_reason, p148.number, p148.kind, p148.procedure, p148.procedure_version, p148.form_title, p148.basis, p148.outcome, p148.subject, p148.subject_name, p148.student_id, p148.unit_id, p148.unit_name, p148.state, p148.step, p148.step_english, p148.step_chinese, p148.sequence, p148.due, p148.opener_id, p148.opened_by, p148.opened_for, p148.opened_at, p148.ended_at, p148.end_reason, p148.remedy_english, p148.remedy_chinese, p148.file_count, p148.verification, p148.county_id, p148.search
      FROM procedure_case p148
      WHERE cardinality($9::text[]) > 0 AND p148.void_reason IS NULL AND p148.kind IN ('major_case') AND EXISTS (
        SELECT 1
        FROM case_party p148p
        WHERE p148p.case_id = p148.id AND p148p.void_reason IS NULL AND p148p.county_id = $3::bigint) AND (grams(coalesce(p148.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(p148.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(p148.search, word) = 0))
      ORDER BY p148.id
      LIMIT 5) p148)||(
    SELECT coalesce(','||string_agg('{"__typename":"Enterprise"}', ','), '')
    FROM (
      SELECT e150.*
      FROM enterprise e150
      WHERE cardinality($9::text[]) > 0 AND e150.void_reason IS NULL AND (grams(coalesce(e150.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(e150.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(e150.search, word) = 0))
      ORDER BY e150.id
      LIMIT 5) e150)||(
    SELECT coalesce(','||string_agg('{"__typename":"ZonePlan"}', ','), '')
    FROM (
      SELECT z152.*
      FROM zone_plan z152
      WHERE (z152.county_id, z152.id) >= ($3::bigint, 0) AND (z152.county_id, z152.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND z152.void_reason IS NULL AND (grams(coalesce(z152.search, '')||' '||coalesce(z152.unit_search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(z152.search, ($9::text[])[1]) > 0 OR strpos(z152.unit_search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(z152.search, word) = 0 AND strpos(z152.unit_search, word) = 0))
      ORDER BY z152.county_id, z152.id
      LIMIT 5) z152)||(
    SELECT coalesce(','||string_agg('{"__typename":"SchoolZone"}', ','), '')
    FROM (
      SELECT s154.*
      FROM school_zone s154
      WHERE (s154.county_id, s154.id) >= ($3::bigint, 0) AND (s154.county_id, s154.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND s154.void_reason IS NULL AND (grams(coalesce(s154.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(s154.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(s154.search, word) = 0))
      ORDER BY s154.county_id, s154.id
      LIMIT 5) s154)||(
    SELECT coalesce(','||string_agg('{"__typename":"ZoneAddress"}', ','), '')
    FROM (
      SELECT z156.*
      FROM zone_address z156
      WHERE (z156.county_id, z156.id) >= ($3::bigint, 0) AND (z156.county_id, z156.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND z156.void_reason IS NULL AND (grams(coalesce(z156.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(z156.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(z156.search, word) = 0))
      ORDER BY z156.county_id, z156.id
      LIMIT 5) z156)||(
    SELECT coalesce(','||string_agg('{"__typename":"KnownAddress"}', ','), '')
    FROM (
      SELECT k158.*
      FROM known_address k158
      WHERE (k158.county_id, k158.id) >= ($3::bigint, 0) AND (k158.county_id, k158.id) < ($3::bigint + 1, 0) AND cardinality($9::text[]) > 0 AND k158.void_reason IS NULL AND (grams(coalesce(k158.search, '')) @> $10::text[] AND (($9::text[])[1] IS NULL OR strpos(k158.search, ($9::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($9::text[]) word
          WHERE strpos(k158.search, word) = 0))
      ORDER BY k158.county_id, k158.id
      LIMIT 5) k158), 2)||']', '[]', '['||substr(''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||'', 2)||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
