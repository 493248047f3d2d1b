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
      SELECT s60.*
      FROM school_proposal s60
      WHERE (s60.county_id, s60.id) >= ($3::bigint, 0) AND (s60.county_id, s60.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s60.void_reason IS NULL AND (grams(coalesce(s60.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(s60.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s60.search, word) = 0))
      ORDER BY s60.county_id, s60.id
      LIMIT 1) s60)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p62.id, p62.version, p62.position, p62.void_reason, p62.number, p62.kind, p62.procedure, p62.procedure_version, p62.form_title, p62.basis, p62.outcome, p62.subject, p62.subject_name, p62.student_id, p62.unit_id, p62.unit_name, p62.state, p62.step, p62.step_english, p62.step_chinese, p62.sequence, p62.due, p62.opener_id, p62.opened_by, p62.opened_for, p62.opened_at, p62.ended_at, p62.end_reason, p62.remedy_english, p62.remedy_chinese, p62.file_count, p62.verification, p62.county_id, p62.search
      FROM procedure_case p62
      WHERE cardinality($1::text[]) > 0 AND p62.void_reason IS NULL AND p62.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p62p
        WHERE p62p.case_id = p62.id AND p62p.void_reason IS NULL AND p62p.county_id = $3::bigint) AND (grams(coalesce(p62.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p62.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p62.search, word) = 0))
      ORDER BY p62.id
      LIMIT 1) p62)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT o64.*
      FROM organiser o64
      WHERE (o64.county_id, o64.id) >= ($10::bigint, 0) AND (o64.county_id, o64.id) < ($10::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND o64.void_reason IS NULL AND (grams(coalesce(o64.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(o64.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(o64.search, word) = 0))
      ORDER BY o64.county_id, o64.id
      LIMIT 1) o64)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p66.*
      FROM private_project p66
      WHERE (p66.county_id, p66.id) >= ($10::bigint, 0) AND (p66.county_id, p66.id) < ($10::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND p66.void_reason IS NULL AND (grams(coalesce(p66.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p66.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p66.search, word) = 0))
      ORDER BY p66.county_id, p66.id
      LIMIT 1) p66)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT l68.*
      FROM licence l68
      WHERE (l68.county_id, l68.id) >= ($3::bigint, 0) AND (l68.county_id, l68.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND l68.void_reason IS NULL AND (grams(coalesce(l68.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(l68.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(l68.search, word) = 0))
      ORDER BY l68.county_id, l68.id
      LIMIT 1) l68)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT t70.*
      FROM termination t70
      WHERE (t70.county_id, t70.id) >= ($3::bigint, 0) AND (t70.county_id, t70.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND t70.void_reason IS NULL AND (grams(coalesce(t70.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(t70.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(t70.search, word) = 0))
      ORDER BY t70.county_id, t70.id
      LIMIT 1) t70)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p72.*
      FROM public_licence p72
      WHERE cardinality($1::text[]) > 0 AND p72.void_reason IS NULL AND (grams(coalesce(p72.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p72.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p72.search, word) = 0))
      ORDER BY p72.id
      LIMIT 1) p72)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p74.id, p74.version, p74.position, p74.void_reason, p74.number, p74.kind, p74.procedure, p74.procedure_version, p74.form_title, p74.basis, p74.outcome, p74.subject, p74.subject_name, p74.student_id, p74.unit_id, p74.unit_name, p74.state, p74.step, p74.step_english, p74.step_chinese, p74.sequence, p74.due, p74.opener_id, p74.opened_by, p74.opened_for, p74.opened_at, p74.ended_at, p74.end_reason, p74.remedy_english, p74.remedy_chinese, p74.file_count, p74.verification, p74.county_id, p74.search
      FROM procedure_case p74
      WHERE cardinality($1::text[]) > 0 AND p74.void_reason IS NULL AND p74.kind IN ('private_school_case') AND EXISTS (
        SELECT 1
        FROM case_party p74p
        WHERE p74p.case_id = p74.id AND p74p.void_reason IS NULL AND p74p.county_id = $3::bigint) AND (grams(coalesce(p74.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(p74.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(p74.search, word) = 0))
      ORDER BY p74.id
      LIMIT 1) p74)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT p76.id, p76.version, p76.position, p76.void_reason, p76.number, p76.kind, p76.procedure, p76.procedure_version, p76.form_title, p76.basis, p76.outcome, p76.subject, p76.subject_name, p76.student_id, p76.unit_id, p76.unit_name, p76.state, p76.step, p76.step_english, p76.step_chinese, p76.sequence, p76.due, p76.opener_id, p76.opened_by, p76.opened_for, p76.opened_at, p76.ended_at, p76.end_reason, p76.remedy_english, p76.remedy_chinese, p76.file_count, p76.verification, p76.county_id, p76.search
      FROM procedure_case p76
      WHERE cardinality($1::text[]) > 0 AND p76.void_reason IS NULL AND p76.kind IN ('major_case') AND EXISTS (
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
      SELECT e78.*
      FROM enterprise e78
      WHERE cardinality($1::text[]) > 0 AND e78.void_reason IS NULL AND (grams(coalesce(e78.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(e78.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(e78.search, word) = 0))
      ORDER BY e78.id
      LIMIT 1) e78)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT z80.*
      FROM zone_plan z80
      WHERE (z80.county_id, z80.id) >= ($3::bigint, 0) AND (z80.county_id, z80.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND z80.void_reason IS NULL AND (grams(coalesce(z80.search, '')||' '||coalesce(z80.unit_search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(z80.search, ($1::text[])[1]) > 0 OR strpos(z80.unit_search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(z80.search, word) = 0 AND strpos(z80.unit_search, word) = 0))
      ORDER BY z80.county_id, z80.id
      LIMIT 1) z80)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT s82.*
      FROM school_zone s82
      WHERE (s82.county_id, s82.id) >= ($3::bigint, 0) AND (s82.county_id, s82.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND s82.void_reason IS NULL AND (grams(coalesce(s82.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(s82.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(s82.search, word) = 0))
      ORDER BY s82.county_id, s82.id
      LIMIT 1) s82)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT z84.*
      FROM zone_address z84
      WHERE (z84.county_id, z84.id) >= ($3::bigint, 0) AND (z84.county_id, z84.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND z84.void_reason IS NULL AND (grams(coalesce(z84.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(z84.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(z84.search, word) = 0))
      ORDER BY z84.county_id, z84.id
      LIMIT 1) z84)||(
    SELECT coalesce(','||string_agg('{}', ','), '')
    FROM (
      SELECT k86.*
      FROM known_address k86
      WHERE (k86.county_id, k86.id) >= ($3::bigint, 0) AND (k86.county_id, k86.id) < ($3::bigint + 1, 0) AND cardinality($1::text[]) > 0 AND k86.void_reason IS NULL AND (grams(coalesce(k86.search, '')) @> $2::text[] AND (($1::text[])[1] IS NULL OR strpos(k86.search, ($1::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($1::text[]) word
          WHERE strpos(k86.search, word) = 0))
      ORDER BY k86.county_id, k86.id
      LIMIT 1) k86), 2)||']', '['||substr((
    SELECT coalesce(','||string_agg('{"__typename":"Division"}', ','), '')
    FROM (
      SELECT d88.*
      FROM division d88
      WHERE cardinality($11::text[]) > 0 AND d88.void_reason IS NULL AND (grams(coalesce(d88.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(d88.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(d88.search, word) = 0))
      ORDER BY d88.id
      LIMIT 5) d88)||(
    SELECT coalesce(','||string_agg('{"__typename":"Office"}', ','), '')
    FROM (
      SELECT u90.*
      FROM unit u90
      WHERE cardinality($11::text[]) > 0 AND u90.void_reason IS NULL AND u90.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (grams(coalesce(u90.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(u90.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(u90.search, word) = 0))
      ORDER BY u90.id
      LIMIT 5) u90)||(
    SELECT coalesce(','||string_agg('{"__typename":"FormerName"}', ','), '')
    FROM (
      SELECT f92.*
      FROM former_name f92
      WHERE (f92.county_id, f92.id) >= ($3::bigint, 0) AND (f92.county_id, f92.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND f92.void_reason IS NULL AND (grams(coalesce(f92.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(f92.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(f92.search, word) = 0))
      ORDER BY f92.county_id, f92.id
      LIMIT 5) f92)||(
    SELECT coalesce(','||string_agg('{"__typename":"School"}', ','), '')
    FROM (
      SELECT u96.*
      FROM unit u96
      WHERE (u96.county_id, u96.id) >= ($4::bigint, 0) AND (u96.county_id, u96.id) < ($4::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND u96.void_reason IS NULL AND u96.category IN ('SCHOOL') AND (grams(coalesce(u96.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(u96.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(u96.search, word) = 0))
      ORDER BY u96.county_id, u96.id
      LIMIT 5) u96)||(
    SELECT coalesce(','||string_agg('{"__typename":"Teacher"}', ','), '')
    FROM (
      SELECT t98.*
      FROM teacher t98
      WHERE (t98.county_id, t98.id) >= ($5::bigint, 0) AND (t98.county_id, t98.id) < ($5::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND t98.void_reason IS NULL AND (grams(coalesce(t98.search, '')||' '||coalesce(t98.person_search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(t98.search, ($11::text[])[1]) > 0 OR strpos(t98.person_search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(t98.search, word) = 0 AND strpos(t98.person_search, word) = 0))
      ORDER BY t98.county_id, t98.id
      LIMIT 5) t98)||(
    SELECT coalesce(','||string_agg('{"__typename":"Student"}', ','), '')
    FROM (
      SELECT s100.id, s100.version, s100.position, s100.void_reason, s100.merged_into_id, s100.number, s100.person_id, s100.national_number_mask, s100.school_id, s100.grade, s100.school_class_id, s100.seat_number, s100.category, s100.status, s100.boarding, s100.entered_on, s100.county_id, s100.person_name_sort, s100.person_sex, s100.person_birth_date, s100.search, s100.person_search
      FROM student s100
      WHERE (s100.county_id, s100.id) >= ($6::bigint, 0) AND (s100.county_id, s100.id) < ($6::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND s100.void_reason IS NULL AND (grams(coalesce(s100.search, '')||' '||coalesce(s100.person_search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(s100.search, ($11::text[])[1]) > 0 OR strpos(s100.person_search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(s100.search, word) = 0 AND strpos(s100.person_search, word) = 0))
      ORDER BY s100.county_id, s100.id
      LIMIT 5) s100)||(
    SELECT coalesce(','||string_agg('{"__typename":"Role"}', ','), '')
    FROM (
      SELECT r102.*
      FROM role r102
      WHERE cardinality($11::text[]) > 0 AND r102.void_reason IS NULL AND (grams(coalesce(r102.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(r102.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(r102.search, word) = 0))
      ORDER BY r102.id
      LIMIT 5) r102)||(
    SELECT coalesce(','||string_agg('{"__typename":"OrganCode"}', ','), '')
    FROM (
      SELECT o104.*
      FROM organ_code o104
      WHERE (o104.county_id, o104.id) >= ($3::bigint, 0) AND (o104.county_id, o104.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND o104.void_reason IS NULL AND (grams(coalesce(o104.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(o104.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(o104.search, word) = 0))
      ORDER BY o104.county_id, o104.id
      LIMIT 5) o104)||(
    SELECT coalesce(','||string_agg('{"__typename":"OfficialDocument"}', ','), '')
    FROM (
      SELECT o106.id, o106.version, o106.position, o106.void_reason, o106.direction, o106.unit_id, o106.number, o106.organ_code, o106.year, o106.serial, o106.sender, o106.title, o106.dated_on, o106.received_on, o106.urgency, o106.secrecy, o106.kept_at, o106.summary, o106.registered_by, o106.registered_at, o106.county_id, o106.search
      FROM official_document o106
      WHERE (o106.county_id, o106.id) >= ($3::bigint, 0) AND (o106.county_id, o106.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND o106.void_reason IS NULL AND (grams(coalesce(o106.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(o106.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(o106.search, word) = 0))
      ORDER BY o106.county_id, o106.id
      LIMIT 5) o106)||(
    SELECT coalesce(','||string_agg('{"__typename":"AssignedTask"}', ','), '')
    FROM (
      SELECT a108.*
      FROM assigned_task a108
      WHERE cardinality($11::text[]) > 0 AND a108.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM task_party a108p
        WHERE a108p.task_id = a108.id AND a108p.void_reason IS NULL AND a108p.county_id = $3::bigint) AND (grams(coalesce(a108.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(a108.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(a108.search, word) = 0))
      ORDER BY a108.id
      LIMIT 5) a108)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionScheme"}', ','), '')
    FROM (
      SELECT i110.*
      FROM inspection_scheme i110
      WHERE cardinality($11::text[]) > 0 AND i110.void_reason IS NULL AND (grams(coalesce(i110.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(i110.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(i110.search, word) = 0))
      ORDER BY i110.id
      LIMIT 5) i110)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionItem"}', ','), '')
    FROM (
      SELECT i112.*
      FROM inspection_item i112
      WHERE cardinality($11::text[]) > 0 AND i112.void_reason IS NULL AND (grams(coalesce(i112.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(i112.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(i112.search, word) = 0))
      ORDER BY i112.id
      LIMIT 5) i112)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionRound"}', ','), '')
    FROM (
      SELECT i114.*
      FROM inspection_round i114
      WHERE (i114.county_id, i114.id) >= ($3::bigint, 0) AND (i114.county_id, i114.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND i114.void_reason IS NULL AND (grams(coalesce(i114.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(i114.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(i114.search, word) = 0))
      ORDER BY i114.county_id, i114.id
      LIMIT 5) i114)||(
    SELECT coalesce(','||string_agg('{"__typename":"Inspection"}', ','), '')
    FROM (
      SELECT i116.*
      FROM inspection i116
      WHERE (i116.county_id, i116.id) >= ($3::bigint, 0) AND (i116.county_id, i116.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND i116.void_reason IS NULL AND (grams(coalesce(i116.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(i116.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(i116.search, word) = 0))
      ORDER BY i116.county_id, i116.id
      LIMIT 5) i116)||(
    SELECT coalesce(','||string_agg('{"__typename":"InspectionFinding"}', ','), '')
    FROM (
      SELECT i118.*
      FROM inspection_finding i118
      WHERE (i118.county_id, i118.id) >= ($3::bigint, 0) AND (i118.county_id, i118.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND i118.void_reason IS NULL AND (grams(coalesce(i118.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(i118.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(i118.search, word) = 0))
      ORDER BY i118.county_id, i118.id
      LIMIT 5) i118)||(
    SELECT coalesce(','||string_agg('{"__typename":"PublishedInspection"}', ','), '')
    FROM (
      SELECT p120.*
      FROM published_inspection p120
      WHERE cardinality($11::text[]) > 0 AND p120.void_reason IS NULL AND (grams(coalesce(p120.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(p120.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(p120.search, word) = 0))
      ORDER BY p120.id
      LIMIT 5) p120)||(
    SELECT coalesce(','||string_agg('{"__typename":"TrainingBody"}', ','), '')
    FROM (
      SELECT t138.*
      FROM training_body t138
      WHERE cardinality($11::text[]) > 0 AND t138.void_reason IS NULL AND (grams(coalesce(t138.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(t138.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(t138.search, word) = 0))
      ORDER BY t138.id
      LIMIT 5) t138)||(
    SELECT coalesce(','||string_agg('{"__typename":"TrainingStaff"}', ','), '')
    FROM (
      SELECT t140.*
      FROM training_staff t140
      WHERE (t140.county_id, t140.id) >= ($7::bigint, 0) AND (t140.county_id, t140.id) < ($7::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND t140.void_reason IS NULL AND (grams(coalesce(t140.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(t140.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(t140.search, word) = 0))
      ORDER BY t140.county_id, t140.id
      LIMIT 5) t140)||(
    SELECT coalesce(','||string_agg('{"__typename":"TrainingCourse"}', ','), '')
    FROM (
      SELECT t142.*
      FROM training_course t142
      WHERE cardinality($11::text[]) > 0 AND t142.void_reason IS NULL AND (grams(coalesce(t142.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(t142.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(t142.search, word) = 0))
      ORDER BY t142.id
      LIMIT 5) t142)||(
    SELECT coalesce(','||string_agg('{"__typename":"TrainingCharge"}', ','), '')
    FROM (
      SELECT t144.id, t144.version, t144.position, t144.void_reason, t144.course_id, t144.body_id, t144.student_id, t144.trainee, t144.contract_number, t144.charged_by, t144.means, t144.covers_from, t144.covers_until, t144.class_hours, t144.amount, t144.paid_on, t144.renews_id, t144.released, t144.refunded, t144.refunded_hours, t144.held, t144.state, t144.county_id, t144.unit_id, t144.search
      FROM training_charge t144
      WHERE (t144.county_id, t144.id) >= ($8::bigint, 0) AND (t144.county_id, t144.id) < ($8::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND t144.void_reason IS NULL AND (grams(coalesce(t144.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(t144.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(t144.search, word) = 0))
      ORDER BY t144.county_id, t144.id
      LIMIT 5) t144)||(
    SELECT coalesce(','||string_agg('{"__typename":"StudentCase"}', ','), '')
    FROM (
      SELECT p146.id, p146.version, p146.position, p146.void_reason, p146.number, p146.kind, p146.procedure, p146.procedure_version, p146.form_title, p146.basis, p146.outcome, p146.subject, p146.subject_name, p146.student_id, p146.unit_id, p146.unit_name, p146.state, p146.step, p146.step_english, p146.step_chinese, p146.sequence, p146.due, p146.opener_id, p146.opened_by, p146.opened_for, p146.opened_at, p146.ended_at, p146.end_reason, p146.remedy_english, p146.remedy_chinese, p146.file_count, p146.verification, p146.county_id, p146.search
      FROM procedure_case p146
      WHERE cardinality($11::text[]) > 0 AND p146.void_reason IS NULL AND p146.kind IN ('student_case') AND EXISTS (
        SELECT 1
        FROM case_party p146p
        WHERE p146p.case_id = p146.id AND p146p.void_reason IS NULL AND p146p.county_id = $9::bigint) AND (grams(coalesce(p146.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(p146.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(p146.search, word) = 0))
      ORDER BY p146.id
      LIMIT 5) p146)||(
    SELECT coalesce(','||string_agg('{"__typename":"SchoolProposal"}', ','), '')
    FROM (
      SELECT s148.*
      FROM school_proposal s148
      WHERE (s148.county_id, s148.id) >= ($3::bigint, 0) AND (s148.county_id, s148.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND s148.void_reason IS NULL AND (grams(coalesce(s148.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(s148.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(s148.search, word) = 0))
      ORDER BY s148.county_id, s148.id
      LIMIT 5) s148)||(
    SELECT coalesce(','||string_agg('{"__typename":"EstablishmentCase"}', ','), '')
    FROM (
      SELECT p150.id, p150.version, p150.position, p150.void_reason, p150.number, p150.kind, p150.procedure, p150.procedure_version, p150.form_title, p150.basis, p150.outcome, p150.subject, p150.subject_name, p150.student_id, p150.unit_id, p150.unit_name, p150.state, p150.step, p150.step_english, p150.step_chinese, p150.sequence, p150.due, p150.opener_id, p150.opened_by, p150.opened_for, p150.opened_at, p150.ended_at, p150.end_reason, p150.remedy_english, p150.remedy_chinese, p150.file_count, p150.verification, p150.county_id, p150.search
      FROM procedure_case p150
      WHERE cardinality($11::text[]) > 0 AND p150.void_reason IS NULL AND p150.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p150p
        WHERE p150p.case_id = p150.id AND p150p.void_reason IS NULL AND p150p.county_id = $3::bigint) AND (grams(coalesce(p150.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(p150.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(p150.search, word) = 0))
      ORDER BY p150.id
      LIMIT 5) p150)||(
    SELECT coalesce(','||string_agg('{"__typename":"Organiser"}', ','), '')
    FROM (
      SELECT o152.*
      FROM organiser o152
      WHERE (o152.county_id, o152.id) >= ($10::bigint, 0) AND (o152.county_id, o152.id) < ($10::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND o152.void_reason IS NULL AND (grams(coalesce(o152.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(o152.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(o152.search, word) = 0))
      ORDER BY o152.county_id, o152.id
      LIMIT 5) o152)||(
    SELECT coalesce(','||string_agg('{"__typename":"PrivateProject"}', ','), '')
    FROM (
      SELECT p154.*
      FROM private_project p154
      WHERE (p154.county_id, p154.id) >= ($10::bigint, 0) AND (p154.county_id, p154.id) < ($10::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND p154.void_reason IS NULL AND (grams(coalesce(p154.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(p154.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(p154.search, word) = 0))
      ORDER BY p154.county_id, p154.id
      LIMIT 5) p154)||(
    SELECT coalesce(','||string_agg('{"__typename":"Licence"}', ','), '')
    FROM (
      SELECT l156.*
      FROM licence l156
      WHERE (l156.county_id, l156.id) >= ($3::bigint, 0) AND (l156.county_id, l156.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND l156.void_reason IS NULL AND (grams(coalesce(l156.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(l156.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(l156.search, word) = 0))
      ORDER BY l156.county_id, l156.id
      LIMIT 5) l156)||(
    SELECT coalesce(','||string_agg('{"__typename":"Termination"}', ','), '')
    FROM (
      SELECT t158.*
      FROM termination t158
      WHERE (t158.county_id, t158.id) >= ($3::bigint, 0) AND (t158.county_id, t158.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND t158.void_reason IS NULL AND (grams(coalesce(t158.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(t158.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(t158.search, word) = 0))
      ORDER BY t158.county_id, t158.id
      LIMIT 5) t158)||(
    SELECT coalesce(','||string_agg('{"__typename":"PublicLicence"}', ','), '')
    FROM (
      SELECT p160.*
      FROM public_licence p160
      WHERE cardinality($11::text[]) > 0 AND p160.void_reason IS NULL AND (grams(coalesce(p160.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(p160.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(p160.search, word) = 0))
      ORDER BY p160.id
      LIMIT 5) p160)||(
    SELECT coalesce(','||string_agg('{"__typename":"PrivateSchoolCase"}', ','), '')
    FROM (
      SELECT p162.id, p162.version, p162.position, p162.void_reason, p162.number, p162.kind, p162.procedure, p162.procedure_version, p162.form_title, p162.basis, p162.outcome, p162.subject, p162.subject_name, p162.student_id, p162.unit_id, p162.unit_name, p162.state, p162.step, p162.step_english, p162.step_chinese, p162.sequence, p162.due, p162.opener_id, p162.opened_by, p162.opened_for, p162.opened_at, p162.ended_at, p162.end_reason, p162.remedy_english, p162.remedy_chinese, p162.file_count, p162.verification, p162.county_id, p162.search
      FROM procedure_case p162
      WHERE cardinality($11::text[]) > 0 AND p162.void_reason IS NULL AND p162.kind IN ('private_school_case') AND EXISTS (
        SELECT 1
        FROM case_party p162p
        WHERE p162p.case_id = p162.id AND p162p.void_reason IS NULL AND p162p.county_id = $3::bigint) AND (grams(coalesce(p162.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(p162.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(p162.search, word) = 0))
      ORDER BY p162.id
      LIMIT 5) p162)||(
    SELECT coalesce(','||string_agg('{"__typename":"MajorCase"}', ','), '')
    FROM (
      SELECT p164.id, p164.version, p164.position, p164.void_reason, p164.number, p164.kind, p164.procedure, p164.procedure_version, p164.form_title, p164.basis, p164.outcome, p164.subject, p164.subject_name, p164.student_id, p164.unit_id, p164.unit_name, p164.state, p164.step, p164.step_english, p164.step_chinese, p164.sequence, p164.due, p164.opener_id, p164.opened_by, p164.opened_for, p164.opened_at, p164.ended_at, p164.end_reason, p164.remedy_english, p164.remedy_chinese, p164.file_count, p164.verification, p164.county_id, p164.search
      FROM procedure_case p164
      WHERE cardinality($11::text[]) > 0 AND p164.void_reason IS NULL AND p164.kind IN ('major_case') AND EXISTS (
        SELECT 1
        FROM case_party p164p
        WHERE p164p.case_id = p164.id AND p164p.void_reason IS NULL AND p164p.county_id = $3::bigint) AND (grams(coalesce(p164.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(p164.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(p164.search, word) = 0))
      ORDER BY p164.id
      LIMIT 5) p164)||(
    SELECT coalesce(','||string_agg('{"__typename":"Enterprise"}', ','), '')
    FROM (
      SELECT e166.*
      FROM enterprise e166
      WHERE cardinality($11::text[]) > 0 AND e166.void_reason IS NULL AND (grams(coalesce(e166.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(e166.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(e166.search, word) = 0))
      ORDER BY e166.id
      LIMIT 5) e166)||(
    SELECT coalesce(','||string_agg('{"__typename":"ZonePlan"}', ','), '')
    FROM (
      SELECT z168.*
      FROM zone_plan z168
      WHERE (z168.county_id, z168.id) >= ($3::bigint, 0) AND (z168.county_id, z168.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND z168.void_reason IS NULL AND (grams(coalesce(z168.search, '')||' '||coalesce(z168.unit_search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(z168.search, ($11::text[])[1]) > 0 OR strpos(z168.unit_search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(z168.search, word) = 0 AND strpos(z168.unit_search, word) = 0))
      ORDER BY z168.county_id, z168.id
      LIMIT 5) z168)||(
    SELECT coalesce(','||string_agg('{"__typename":"SchoolZone"}', ','), '')
    FROM (
      SELECT s170.*
      FROM school_zone s170
      WHERE (s170.county_id, s170.id) >= ($3::bigint, 0) AND (s170.county_id, s170.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND s170.void_reason IS NULL AND (grams(coalesce(s170.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(s170.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(s170.search, word) = 0))
      ORDER BY s170.county_id, s170.id
      LIMIT 5) s170)||(
    SELECT coalesce(','||string_agg('{"__typename":"ZoneAddress"}', ','), '')
    FROM (
      SELECT z172.*
      FROM zone_address z172
      WHERE (z172.county_id, z172.id) >= ($3::bigint, 0) AND (z172.county_id, z172.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND z172.void_reason IS NULL AND (grams(coalesce(z172.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(z172.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(z172.search, word) = 0))
      ORDER BY z172.county_id, z172.id
      LIMIT 5) z172)||(
    SELECT coalesce(','||string_agg('{"__typename":"KnownAddress"}', ','), '')
    FROM (
      SELECT k174.*
      FROM known_address k174
      WHERE (k174.county_id, k174.id) >= ($3::bigint, 0) AND (k174.county_id, k174.id) < ($3::bigint + 1, 0) AND cardinality($11::text[]) > 0 AND k174.void_reason IS NULL AND (grams(coalesce(k174.search, '')) @> $12::text[] AND (($11::text[])[1] IS NULL OR strpos(k174.search, ($11::text[])[1]) > 0) AND NOT EXISTS (
          SELECT 1
          FROM unnest($11::text[]) word
          WHERE strpos(k174.search, word) = 0))
      ORDER BY k174.county_id, k174.id
      LIMIT 5) k174), 2)||']', '[]', '['||substr(''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||'', 2)||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
