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
      SELECT t50.*
      FROM training_body t50
      WHERE cardinality($1::text[]) > 0 AND t50.void_reason IS NULL AND (grams(coalesce(t50.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(t50.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t50.search, word) = 0))
      ORDER BY t50.id
      LIMIT 1) t50)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT t52.*
      FROM training_staff t52
      WHERE (t52.county_id, t52.id) >= ($7::bigint, 0) AND (t52.county_id, t52.id) < ($7::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND t52.void_reason IS NULL AND (grams(coalesce(t52.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(t52.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t52.search, word) = 0))
      ORDER BY t52.county_id, t52.id
      LIMIT 1) t52)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT t54.*
      FROM training_course t54
      WHERE cardinality($1::text[]) > 0 AND t54.void_reason IS NULL AND (grams(coalesce(t54.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(t54.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t54.search, word) = 0))
      ORDER BY t54.id
      LIMIT 1) t54)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT t56.id, t56.version, t56.position, t56.void_reason, t56.course_id, t56.body_id, t56.student_id, t56.trainee, t56.contract_number, t56.charged_by, t56.means, t56.covers_from, t56.covers_until, t56.class_hours, t56.amount, t56.paid_on, t56.renews_id, t56.released, t56.refunded, t56.refunded_hours, t56.held, t56.state, t56.county_id, t56.unit_id, t56.search
      FROM training_charge t56
      WHERE (t56.county_id, t56.id) >= ($8::bigint, 0) AND (t56.county_id, t56.id) < ($8::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND t56.void_reason IS NULL AND (grams(coalesce(t56.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(t56.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t56.search, word) = 0))
      ORDER BY t56.county_id, t56.id
      LIMIT 1) t56)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p58.id, p58.version, p58.position, p58.void_reason, p58.number, p58.kind, p58.procedure, p58.procedure_version, p58.form_title, p58.basis, p58.outcome, p58.subject, p58.subject_name, p58.student_id, p58.unit_id, p58.unit_name, p58.state, p58.step, p58.step_english, p58.step_chinese, p58.sequence, p58.due, p58.opener_id, p58.opened_by, p58.opened_for, p58.opened_at, p58.ended_at, p58.end_reason, p58.remedy_english, p58.remedy_chinese, p58.file_count, p58.verification, p58.county_id, p58.search
      FROM procedure_case p58
      WHERE cardinality($1::text[]) > 0 AND p58.void_reason IS NULL AND p58.kind IN ('student_case') AND EXISTS (
        SELECT 1
        FROM case_party p58p
        WHERE p58p.case_id = p58.id AND p58p.void_reason IS NULL AND p58p.county_id = $9::bigint) AND (grams(coalesce(p58.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p58.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p58.search, word) = 0))
      ORDER BY p58.id
      LIMIT 1) p58)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT e60.*
      FROM entry_deferral e60
      WHERE (e60.county_id, e60.id) >= ($10::bigint, 0) AND (e60.county_id, e60.id) < ($10::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND e60.void_reason IS NULL AND (grams(coalesce(e60.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(e60.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(e60.search, word) = 0))
      ORDER BY e60.county_id, e60.id
      LIMIT 1) e60)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT s62.*
      FROM school_proposal s62
      WHERE (s62.county_id, s62.id) >= ($3::bigint, 0) AND (s62.county_id, s62.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s62.void_reason IS NULL AND (grams(coalesce(s62.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(s62.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s62.search, word) = 0))
      ORDER BY s62.county_id, s62.id
      LIMIT 1) s62)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p64.id, p64.version, p64.position, p64.void_reason, p64.number, p64.kind, p64.procedure, p64.procedure_version, p64.form_title, p64.basis, p64.outcome, p64.subject, p64.subject_name, p64.student_id, p64.unit_id, p64.unit_name, p64.state, p64.step, p64.step_english, p64.step_chinese, p64.sequence, p64.due, p64.opener_id, p64.opened_by, p64.opened_for, p64.opened_at, p64.ended_at, p64.end_reason, p64.remedy_english, p64.remedy_chinese, p64.file_count, p64.verification, p64.county_id, p64.search
      FROM procedure_case p64
      WHERE cardinality($1::text[]) > 0 AND p64.void_reason IS NULL AND p64.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p64p
        WHERE p64p.case_id = p64.id AND p64p.void_reason IS NULL AND p64p.county_id = $3::bigint) AND (grams(coalesce(p64.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p64.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p64.search, word) = 0))
      ORDER BY p64.id
      LIMIT 1) p64)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT o66.*
      FROM organiser o66
      WHERE (o66.county_id, o66.id) >= ($11::bigint, 0) AND (o66.county_id, o66.id) < ($11::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND o66.void_reason IS NULL AND (grams(coalesce(o66.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(o66.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(o66.search, word) = 0))
      ORDER BY o66.county_id, o66.id
      LIMIT 1) o66)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p68.*
      FROM private_project p68
      WHERE (p68.county_id, p68.id) >= ($11::bigint, 0) AND (p68.county_id, p68.id) < ($11::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND p68.void_reason IS NULL AND (grams(coalesce(p68.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p68.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p68.search, word) = 0))
      ORDER BY p68.county_id, p68.id
      LIMIT 1) p68)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT l70.*
      FROM licence l70
      WHERE (l70.county_id, l70.id) >= ($3::bigint, 0) AND (l70.county_id, l70.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND l70.void_reason IS NULL AND (grams(coalesce(l70.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(l70.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(l70.search, word) = 0))
      ORDER BY l70.county_id, l70.id
      LIMIT 1) l70)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT t72.*
      FROM termination t72
      WHERE (t72.county_id, t72.id) >= ($3::bigint, 0) AND (t72.county_id, t72.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND t72.void_reason IS NULL AND (grams(coalesce(t72.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(t72.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t72.search, word) = 0))
      ORDER BY t72.county_id, t72.id
      LIMIT 1) t72)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p74.*
      FROM public_licence p74
      WHERE cardinality($1::text[]) > 0 AND p74.void_reason IS NULL AND (grams(coalesce(p74.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p74.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p74.search, word) = 0))
      ORDER BY p74.id
      LIMIT 1) p74)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p76.id, p76.version, p76.position, p76.void_reason, p76.number, p76.kind, p76.procedure, p76.procedure_version, p76.form_title, p76.basis, p76.outcome, p76.subject, p76.subject_name, p76.student_id, p76.unit_id, p76.unit_name, p76.state, p76.step, p76.step_english, p76.step_chinese, p76.sequence, p76.due, p76.opener_id, p76.opened_by, p76.opened_for, p76.opened_at, p76.ended_at, p76.end_reason, p76.remedy_english, p76.remedy_chinese, p76.file_count, p76.verification, p76.county_id, p76.search
      FROM procedure_case p76
      WHERE cardinality($1::text[]) > 0 AND p76.void_reason IS NULL AND p76.kind IN ('private_school_case') AND EXISTS (
        SELECT 1
        FROM case_party p76p
        WHERE p76p.case_id = p76.id AND p76p.void_reason IS NULL AND p76p.county_id = $3::bigint) AND (grams(coalesce(p76.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p76.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p76.search, word) = 0))
      ORDER BY p76.id
      LIMIT 1) p76)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p78.id, p78.version, p78.position, p78.void_reason, p78.number, p78.kind, p78.procedure, p78.procedure_version, p78.form_title, p78.basis, p78.outcome, p78.subject, p78.subject_name, p78.student_id, p78.unit_id, p78.unit_name, p78.state, p78.step, p78.step_english, p78.step_chinese, p78.sequence, p78.due, p78.opener_id, p78.opened_by, p78.opened_for, p78.opened_at, p78.ended_at, p78.end_reason, p78.remedy_english, p78.remedy_chinese, p78.file_count, p78.verification, p78.county_id, p78.search
      FROM procedure_case p78
      WHERE cardinality($1::text[]) > 0 AND p78.void_reason IS NULL AND p78.kind IN ('major_case') AND EXISTS (
        SELECT 1
        FROM case_party p78p
        WHERE p78p.case_id = p78.id AND p78p.void_reason IS NULL AND p78p.county_id = $3::bigint) AND (grams(coalesce(p78.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p78.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p78.search, word) = 0))
      ORDER BY p78.id
      LIMIT 1) p78)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT e80.*
      FROM enterprise e80
      WHERE cardinality($1::text[]) > 0 AND e80.void_reason IS NULL AND (grams(coalesce(e80.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(e80.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(e80.search, word) = 0))
      ORDER BY e80.id
      LIMIT 1) e80)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT z82.*
      FROM zone_plan z82
      WHERE (z82.county_id, z82.id) >= ($3::bigint, 0) AND (z82.county_id, z82.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND z82.void_reason IS NULL AND (grams(coalesce(z82.search, '')||' '||coalesce(z82.unit_search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(z82.search, ($1::text[])[1]) > 0 OR strpos(z82.unit_search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(z82.search, word) = 0 AND strpos(z82.unit_search, word) = 0))
      ORDER BY z82.county_id, z82.id
      LIMIT 1) z82)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT s84.*
      FROM school_zone s84
      WHERE (s84.county_id, s84.id) >= ($3::bigint, 0) AND (s84.county_id, s84.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s84.void_reason IS NULL AND (grams(coalesce(s84.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(s84.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s84.search, word) = 0))
      ORDER BY s84.county_id, s84.id
      LIMIT 1) s84)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT z86.*
      FROM zone_address z86
      WHERE (z86.county_id, z86.id) >= ($3::bigint, 0) AND (z86.county_id, z86.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND z86.void_reason IS NULL AND (grams(coalesce(z86.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(z86.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(z86.search, word) = 0))
      ORDER BY z86.county_id, z86.id
      LIMIT 1) z86)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT k88.*
      FROM known_address k88
      WHERE (k88.county_id, k88.id) >= ($3::bigint, 0) AND (k88.county_id, k88.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND k88.void_reason IS NULL AND (grams(coalesce(k88.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(k88.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(k88.search, word) = 0))
      ORDER BY k88.county_id, k88.id
      LIMIT 1) k88), 2)||']', '['||substr((
    SELECT coalesce(','||string_agg('{"__typename":"Division"}', ','), '')
    FROM (
      SELECT d90.*
      FROM division d90
      WHERE cardinality($12::text[]) > 0 AND d90.void_reason IS NULL AND (grams(coalesce(d90.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(d90.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(d90.search, word) = 0))
      ORDER BY d90.id
      LIMIT 5) d90)||(
    SELECT coalesce(','||string_agg('{"__typename":"Office"}', ','), '')
    FROM (
      SELECT u92.*
      FROM unit u92
      WHERE cardinality($12::text[]) > 0 AND u92.void_reason IS NULL AND u92.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u92.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(u92.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(u92.search, word) = 0))
      ORDER BY u92.id
      LIMIT 5) u92)||(
    SELECT coalesce(','||string_agg('{"__typename":"FormerName"}', ','), '')
    FROM (
      SELECT f94.*
      FROM former_name f94
      WHERE (f94.county_id, f94.id) >= ($3::bigint, 0) AND (f94.county_id, f94.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND f94.void_reason IS NULL AND (grams(coalesce(f94.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(f94.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(f94.search, word) = 0))
      ORDER BY f94.county_id, f94.id
      LIMIT 5) f94)||(
    SELECT coalesce(','||string_agg('{"__typename":"School"}', ','), '')
    FROM (
      SELECT u98.*
      FROM unit u98
      WHERE (u98.county_id, u98.id) >= ($4::bigint, 0) AND (u98.county_id, u98.id) < ($4::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND u98.void_reason IS NULL AND u98.category IN ('SCHOOL') AND (grams(coalesce(u98.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(u98.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(u98.search, word) = 0))
      ORDER BY u98.county_id, u98.id
      LIMIT 5) u98)||(
    SELECT coalesce(','||string_agg('{"__typename":"Teacher"}', ','), '')
    FROM (
      SELECT t100.*
      FROM teacher t100
      WHERE (t100.county_id, t100.id) >= ($5::bigint, 0) AND (t100.county_id, t100.id) < ($5::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND t100.void_reason IS NULL AND (grams(coalesce(t100.search, '')||' '||coalesce(t100.person_search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(t100.search, ($12::text[])[1]) > 0 OR strpos(t100.person_search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(t100.search, word) = 0 AND strpos(t100.person_search, word) = 0))
      ORDER BY t100.county_id, t100.id
      LIMIT 5) t100)||(
    SELECT coalesce(','||string_agg('{"__typename":"Student"}', ','), '')
    FROM (
      SELECT s102.id, s102.version, s102.position, s102.void_reason, s102.merged_into_id, s102.number, s102.person_id, s102.national_number_mask, s102.school_id, s102.grade, s102.school_class_id, s102.seat_number, s102.category, s102.status, s102.boarding, s102.entered_on, s102.county_id, s102.person_name_sort, s102.person_sex, s102.person_birth_date, s102.search, s102.person_search
      FROM student s102
      WHERE (s102.county_id, s102.id) >= ($6::bigint, 0) AND (s102.county_id, s102.id) < ($6::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND s102.void_reason IS NULL AND (grams(coalesce(s102.search, '')||' '||coalesce(s102.person_search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(s102.search, ($12::text[])[1]) > 0 OR strpos(s102.person_search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(s102.search, word) = 0 AND strpos(s102.person_search, word) = 0))
      ORDER BY s102.county_id, s102.id
      LIMIT 5) s102)||(
    SELECT coalesce(','||string_agg('{"__typename":"Role"}', ','), '')
    FROM (
      SELECT r104.*
      FROM role r104
      WHERE cardinality($12::text[]) > 0 AND r104.void_reason IS NULL AND (grams(coalesce(r104.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(r104.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(r104.search, word) = 0))
      ORDER BY r104.id
      LIMIT 5) r104)||(
    SELECT coalesce(','||string_agg('{"__typename":"OrganCode"}', ','), '')
    FROM (
      SELECT o106.*
      FROM organ_code o106
      WHERE (o106.county_id, o106.id) >= ($3::bigint, 0) AND (o106.county_id, o106.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND o106.void_reason IS NULL AND (grams(coalesce(o106.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(o106.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(o106.search, word) = 0))
      ORDER BY o106.county_id, o106.id
      LIMIT 5) o106)||(
    SELECT coalesce(','||string_agg('{"__typename":"OfficialDocument"}', ','), '')
    FROM (
      SELECT o108.id, o108.version, o108.position, o108.void_reason, o108.direction, o108.unit_id, o108.number, o108.organ_code, o108.year, o108.serial, o108.sender, o108.title, o108.dated_on, o108.received_on, o108.urgency, o108.secrecy, o108.kept_at, o108.summary, o108.registered_by, o108.registered_at, o108.county_id, o108.search
      FROM official_document o108
      WHERE (o108.county_id, o108.id) >= ($3::bigint, 0) AND (o108.county_id, o108.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND o108.void_reason IS NULL AND (grams(coalesce(o108.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(o108.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(o108.search, word) = 0))
      ORDER BY o108.county_id, o108.id
      LIMIT 5) o108)||(
    SELECT coalesce(','||string_agg('{"__typename":"AssignedTask"}', ','), '')
    FROM (
      SELECT a110.*
      FROM assigned_task a110
      WHERE cardinality($12::text[]) > 0 AND a110.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM task_party a110p
        WHERE a110p.task_id = a110.id AND a110p.void_reason IS NULL AND a110p.county_id = $3::bigint) AND (grams(coalesce(a110.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(a110.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(a110.search, word) = 0))
      ORDER BY a110.id
      LIMIT 5) a110)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionScheme"}', ','), '')
    FROM (
      SELECT i112.*
      FROM inspection_scheme i112
      WHERE cardinality($12::text[]) > 0 AND i112.void_reason IS NULL AND (grams(coalesce(i112.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(i112.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(i112.search, word) = 0))
      ORDER BY i112.id
      LIMIT 5) i112)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionItem"}', ','), '')
    FROM (
      SELECT i114.*
      FROM inspection_item i114
      WHERE cardinality($12::text[]) > 0 AND i114.void_reason IS NULL AND (grams(coalesce(i114.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(i114.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(i114.search, word) = 0))
      ORDER BY i114.id
      LIMIT 5) i114)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionRound"}', ','), '')
    FROM (
      SELECT i116.*
      FROM inspection_round i116
      WHERE (i116.county_id, i116.id) >= ($3::bigint, 0) AND (i116.county_id, i116.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND i116.void_reason IS NULL AND (grams(coalesce(i116.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(i116.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(i116.search, word) = 0))
      ORDER BY i116.county_id, i116.id
      LIMIT 5) i116)||(
    SELECT coalesce(','||string_agg('{"__typename":"Inspection"}', ','), '')
    FROM (
      SELECT i118.*
      FROM inspection i118
      WHERE (i118.county_id, i118.id) >= ($3::bigint, 0) AND (i118.county_id, i118.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND i118.void_reason IS NULL AND (grams(coalesce(i118.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(i118.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(i118.search, word) = 0))
      ORDER BY i118.county_id, i118.id
      LIMIT 5) i118)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionFinding"}', ','), '')
    FROM (
      SELECT i120.*
      FROM inspection_finding i120
      WHERE (i120.county_id, i120.id) >= ($3::bigint, 0) AND (i120.county_id, i120.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND i120.void_reason IS NULL AND (grams(coalesce(i120.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(i120.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(i120.search, word) = 0))
      ORDER BY i120.county_id, i120.id
      LIMIT 5) i120)||(
    SELECT coalesce(','||string_agg('{"__typename":"PublishedInspection"}', ','), '')
    FROM (
      SELECT p122.*
      FROM published_inspection p122
      WHERE cardinality($12::text[]) > 0 AND p122.void_reason IS NULL AND (grams(coalesce(p122.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(p122.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(p122.search, word) = 0))
      ORDER BY p122.id
      LIMIT 5) p122)||(
    SELECT coalesce(','||string_agg('{"__typename":"TrainingBody"}', ','), '')
    FROM (
      SELECT t140.*
      FROM training_body t140
      WHERE cardinality($12::text[]) > 0 AND t140.void_reason IS NULL AND (grams(coalesce(t140.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(t140.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(t140.search, word) = 0))
      ORDER BY t140.id
      LIMIT 5) t140)||(
    SELECT coalesce(','||string_agg('{"__typename":"TrainingStaff"}', ','), '')
    FROM (
      SELECT t142.*
      FROM training_staff t142
      WHERE (t142.county_id, t142.id) >= ($7::bigint, 0) AND (t142.county_id, t142.id) < ($7::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND t142.void_reason IS NULL AND (grams(coalesce(t142.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(t142.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(t142.search, word) = 0))
      ORDER BY t142.county_id, t142.id
      LIMIT 5) t142)||(
    SELECT coalesce(','||string_agg('{"__typename":"TrainingCourse"}', ','), '')
    FROM (
      SELECT t144.*
      FROM training_course t144
      WHERE cardinality($12::text[]) > 0 AND t144.void_reason IS NULL AND (grams(coalesce(t144.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(t144.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(t144.search, word) = 0))
      ORDER BY t144.id
      LIMIT 5) t144)||(
    SELECT coalesce(','||string_agg('{"__typename":"TrainingCharge"}', ','), '')
    FROM (
      SELECT t146.id, t146.version, t146.position, t146.void_reason, t146.course_id, t146.body_id, t146.student_id, t146.trainee, t146.contract_number, t146.charged_by, t146.means, t146.covers_from, t146.covers_until, t146.class_hours, t146.amount, t146.paid_on, t146.renews_id, t146.released, t146.refunded, t146.refunded_hours, t146.held, t146.state, t146.county_id, t146.unit_id, t146.search
      FROM training_charge t146
      WHERE (t146.county_id, t146.id) >= ($8::bigint, 0) AND (t146.county_id, t146.id) < ($8::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND t146.void_reason IS NULL AND (grams(coalesce(t146.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(t146.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(t146.search, word) = 0))
      ORDER BY t146.county_id, t146.id
      LIMIT 5) t146)||(
    SELECT coalesce(','||string_agg('{"__typename":"StudentCase"}', ','), '')
    FROM (
      SELECT p148.id, p148.version, p148.position, p148.void_reason, p148.number, p148.kind, p148.procedure, p148.procedure_version, p148.form_title, p148.basis, p148.outcome, p148.subject, p148.subject_name, p148.student_id, p148.unit_id, p148.unit_name, p148.state, p148.step, p148.step_english, p148.step_chinese, p148.sequence, p148.due, p148.opener_id, p148.opened_by, p148.opened_for, p148.opened_at, p148.ended_at, p148.end_reason, p148.remedy_english, p148.remedy_chinese, p148.file_count, p148.verification, p148.county_id, p148.search
      FROM procedure_case p148
      WHERE cardinality($12::text[]) > 0 AND p148.void_reason IS NULL AND p148.kind IN ('student_case') AND EXISTS (
        SELECT 1
        FROM case_party p148p
        WHERE p148p.case_id = p148.id AND p148p.void_reason IS NULL AND p148p.county_id = $9::bigint) AND (grams(coalesce(p148.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(p148.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(p148.search, word) = 0))
      ORDER BY p148.id
      LIMIT 5) p148)||(
    SELECT coalesce(','||string_agg('{"__typename":"EntryDeferral"}', ','), '')
    FROM (
      SELECT e150.*
      FROM entry_deferral e150
      WHERE (e150.county_id, e150.id) >= ($10::bigint, 0) AND (e150.county_id, e150.id) < ($10::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND e150.void_reason IS NULL AND (grams(coalesce(e150.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(e150.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(e150.search, word) = 0))
      ORDER BY e150.county_id, e150.id
      LIMIT 5) e150)||(
    SELECT coalesce(','||string_agg('{"__typename":"SchoolProposal"}', ','), '')
    FROM (
      SELECT s152.*
      FROM school_proposal s152
      WHERE (s152.county_id, s152.id) >= ($3::bigint, 0) AND (s152.county_id, s152.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND s152.void_reason IS NULL AND (grams(coalesce(s152.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(s152.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(s152.search, word) = 0))
      ORDER BY s152.county_id, s152.id
      LIMIT 5) s152)||(
    SELECT coalesce(','||string_agg('{"__typename":"EstablishmentCase"}', ','), '')
    FROM (
      SELECT p154.id, p154.version, p154.position, p154.void_reason, p154.number, p154.kind, p154.procedure, p154.procedure_version, p154.form_title, p154.basis, p154.outcome, p154.subject, p154.subject_name, p154.student_id, p154.unit_id, p154.unit_name, p154.state, p154.step, p154.step_english, p154.step_chinese, p154.sequence, p154.due, p154.opener_id, p154.opened_by, p154.opened_for, p154.opened_at, p154.ended_at, p154.end_reason, p154.remedy_english, p154.remedy_chinese, p154.file_count, p154.verification, p154.county_id, p154.search
      FROM procedure_case p154
      WHERE cardinality($12::text[]) > 0 AND p154.void_reason IS NULL AND p154.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p154p
        WHERE p154p.case_id = p154.id AND p154p.void_reason IS NULL AND p154p.county_id = $3::bigint) AND (grams(coalesce(p154.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(p154.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(p154.search, word) = 0))
      ORDER BY p154.id
      LIMIT 5) p154)||(
    SELECT coalesce(','||string_agg('{"__typename":"Organiser"}', ','), '')
    FROM (
      SELECT o156.*
      FROM organiser o156
      WHERE (o156.county_id, o156.id) >= ($11::bigint, 0) AND (o156.county_id, o156.id) < ($11::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND o156.void_reason IS NULL AND (grams(coalesce(o156.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(o156.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(o156.search, word) = 0))
      ORDER BY o156.county_id, o156.id
      LIMIT 5) o156)||(
    SELECT coalesce(','||string_agg('{"__typename":"PrivateProject"}', ','), '')
    FROM (
      SELECT p158.*
      FROM private_project p158
      WHERE (p158.county_id, p158.id) >= ($11::bigint, 0) AND (p158.county_id, p158.id) < ($11::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND p158.void_reason IS NULL AND (grams(coalesce(p158.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(p158.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(p158.search, word) = 0))
      ORDER BY p158.county_id, p158.id
      LIMIT 5) p158)||(
    SELECT coalesce(','||string_agg('{"__typename":"Licence"}', ','), '')
    FROM (
      SELECT l160.*
      FROM licence l160
      WHERE (l160.county_id, l160.id) >= ($3::bigint, 0) AND (l160.county_id, l160.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND l160.void_reason IS NULL AND (grams(coalesce(l160.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(l160.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(l160.search, word) = 0))
      ORDER BY l160.county_id, l160.id
      LIMIT 5) l160)||(
    SELECT coalesce(','||string_agg('{"__typename":"Termination"}', ','), '')
    FROM (
      SELECT t162.*
      FROM termination t162
      WHERE (t162.county_id, t162.id) >= ($3::bigint, 0) AND (t162.county_id, t162.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND t162.void_reason IS NULL AND (grams(coalesce(t162.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(t162.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(t162.search, word) = 0))
      ORDER BY t162.county_id, t162.id
      LIMIT 5) t162)||(
    SELECT coalesce(','||string_agg('{"__typename":"PublicLicence"}', ','), '')
    FROM (
      SELECT p164.*
      FROM public_licence p164
      WHERE cardinality($12::text[]) > 0 AND p164.void_reason IS NULL AND (grams(coalesce(p164.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(p164.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(p164.search, word) = 0))
      ORDER BY p164.id
      LIMIT 5) p164)||(
    SELECT coalesce(','||string_agg('{"__typename":"PrivateSchoolCase"}', ','), '')
    FROM (
      SELECT p166.id, p166.version, p166.position, p166.void_reason, p166.number, p166.kind, p166.procedure, p166.procedure_version, p166.form_title, p166.basis, p166.outcome, p166.subject, p166.subject_name, p166.student_id, p166.unit_id, p166.unit_name, p166.state, p166.step, p166.step_english, p166.step_chinese, p166.sequence, p166.due, p166.opener_id, p166.opened_by, p166.opened_for, p166.opened_at, p166.ended_at, p166.end_reason, p166.remedy_english, p166.remedy_chinese, p166.file_count, p166.verification, p166.county_id, p166.search
      FROM procedure_case p166
      WHERE cardinality($12::text[]) > 0 AND p166.void_reason IS NULL AND p166.kind IN ('private_school_case') AND EXISTS (
        SELECT 1
        FROM case_party p166p
        WHERE p166p.case_id = p166.id AND p166p.void_reason IS NULL AND p166p.county_id = $3::bigint) AND (grams(coalesce(p166.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(p166.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(p166.search, word) = 0))
      ORDER BY p166.id
      LIMIT 5) p166)||(
    SELECT coalesce(','||string_agg('{"__typename":"MajorCase"}', ','), '')
    FROM (
      SELECT p168.id, p168.version, p168.position, p168.void_reason, p168.number, p168.kind, p168.procedure, p168.procedure_version, p168.form_title, p168.basis, p168.outcome, p168.subject, p168.subject_name, p168.student_id, p168.unit_id, p168.unit_name, p168.state, p168.step, p168.step_english, p168.step_chinese, p168.sequence, p168.due, p168.opener_id, p168.opened_by, p168.opened_for, p168.opened_at, p168.ended_at, p168.end_reason, p168.remedy_english, p168.remedy_chinese, p168.file_count, p168.verification, p168.county_id, p168.search
      FROM procedure_case p168
      WHERE cardinality($12::text[]) > 0 AND p168.void_reason IS NULL AND p168.kind IN ('major_case') AND EXISTS (
        SELECT 1
        FROM case_party p168p
        WHERE p168p.case_id = p168.id AND p168p.void_reason IS NULL AND p168p.county_id = $3::bigint) AND (grams(coalesce(p168.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(p168.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(p168.search, word) = 0))
      ORDER BY p168.id
      LIMIT 5) p168)||(
    SELECT coalesce(','||string_agg('{"__typename":"Enterprise"}', ','), '')
    FROM (
      SELECT e170.*
      FROM enterprise e170
      WHERE cardinality($12::text[]) > 0 AND e170.void_reason IS NULL AND (grams(coalesce(e170.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(e170.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(e170.search, word) = 0))
      ORDER BY e170.id
      LIMIT 5) e170)||(
    SELECT coalesce(','||string_agg('{"__typename":"ZonePlan"}', ','), '')
    FROM (
      SELECT z172.*
      FROM zone_plan z172
      WHERE (z172.county_id, z172.id) >= ($3::bigint, 0) AND (z172.county_id, z172.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND z172.void_reason IS NULL AND (grams(coalesce(z172.search, '')||' '||coalesce(z172.unit_search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(z172.search, ($12::text[])[1]) > 0 OR strpos(z172.unit_search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(z172.search, word) = 0 AND strpos(z172.unit_search, word) = 0))
      ORDER BY z172.county_id, z172.id
      LIMIT 5) z172)||(
    SELECT coalesce(','||string_agg('{"__typename":"SchoolZone"}', ','), '')
    FROM (
      SELECT s174.*
      FROM school_zone s174
      WHERE (s174.county_id, s174.id) >= ($3::bigint, 0) AND (s174.county_id, s174.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND s174.void_reason IS NULL AND (grams(coalesce(s174.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(s174.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(s174.search, word) = 0))
      ORDER BY s174.county_id, s174.id
      LIMIT 5) s174)||(
    SELECT coalesce(','||string_agg('{"__typename":"ZoneAddress"}', ','), '')
    FROM (
      SELECT z176.*
      FROM zone_address z176
      WHERE (z176.county_id, z176.id) >= ($3::bigint, 0) AND (z176.county_id, z176.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND z176.void_reason IS NULL AND (grams(coalesce(z176.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(z176.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(z176.search, word) = 0))
      ORDER BY z176.county_id, z176.id
      LIMIT 5) z176)||(
    SELECT coalesce(','||string_agg('{"__typename":"KnownAddress"}', ','), '')
    FROM (
      SELECT k178.*
      FROM known_address k178
      WHERE (k178.county_id, k178.id) >= ($3::bigint, 0) AND (k178.county_id, k178.id) < ($3::bigint + 1, 0) AND cardinality($12::text[]) > 0 AND k178.void_reason IS NULL AND (grams(coalesce(k178.search, '')) @> $13::text[] AND (($12::text[])[1] IS NULL OR strpos(k178.search, ($12::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($12::text[]) word
          WHERE strpos(k178.search, word) = 0))
      ORDER BY k178.county_id, k178.id
      LIMIT 5) k178), 2)||']', '[]', '['||substr(''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||'', 2)||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
