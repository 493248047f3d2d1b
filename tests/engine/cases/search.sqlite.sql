SELECT '[]', '['||substr((
    SELECT ','||group_concat('{"name":'||json_quote(d0.name)||'}')
    FROM (
      SELECT d0.*
      FROM division d0
      WHERE json_array_length(?1) > 0 AND d0.void_reason IS NULL AND (d0.id IN (
          SELECT rowid
          FROM gx_division_search
          WHERE gx_division_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(d0.search, word.value) = 0))
      ORDER BY d0.id
      LIMIT 1) d0 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT u2.*
      FROM unit u2
      WHERE json_array_length(?1) > 0 AND u2.void_reason IS NULL AND u2.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (u2.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(u2.search, word.value) = 0))
      ORDER BY u2.id
      LIMIT 1) u2 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT f4.*
      FROM former_name f4
      WHERE json_array_length(?1) > 0 AND f4.void_reason IS NULL AND f4.county_id = ?3 AND (f4.id IN (
          SELECT rowid
          FROM gx_former_name_search
          WHERE gx_former_name_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(f4.search, word.value) = 0))
      ORDER BY f4.id
      LIMIT 1) f4 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT u8.*
      FROM unit u8
      WHERE json_array_length(?1) > 0 AND u8.void_reason IS NULL AND u8.category IN ('SCHOOL') AND u8.county_id = ?4 AND (u8.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(u8.search, word.value) = 0))
      ORDER BY u8.id
      LIMIT 1) u8 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT t10.*
      FROM teacher t10
      WHERE json_array_length(?1) > 0 AND t10.void_reason IS NULL AND t10.county_id = ?5 AND (t10.id IN (
          SELECT rowid
          FROM gx_teacher_search_person_search
          WHERE gx_teacher_search_person_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(t10.search, word.value) = 0 AND instr(t10.person_search, word.value) = 0))
      ORDER BY t10.id
      LIMIT 1) t10 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"grade":{"code":"'||s12.grade||'"}}')
    FROM (
      SELECT s12.id, s12.version, s12.position, s12.void_reason, s12.merged_into_id, s12.number, s12.person_id, s12.national_number_mask, s12.school_id, s12.grade, s12.school_class_id, s12.seat_number, s12.category, s12.status, s12.boarding, s12.entered_on, s12.county_id, s12.person_name_sort, s12.person_sex, s12.person_birth_date, s12.search, s12.person_search
      FROM student s12
      WHERE json_array_length(?1) > 0 AND s12.void_reason IS NULL AND s12.county_id = ?6 AND (s12.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(s12.search, word.value) = 0 AND instr(s12.person_search, word.value) = 0))
      ORDER BY s12.id
      LIMIT 1) s12 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT r14.*
      FROM role r14
      WHERE json_array_length(?1) > 0 AND r14.void_reason IS NULL AND (r14.id IN (
          SELECT rowid
          FROM gx_role_search
          WHERE gx_role_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(r14.search, word.value) = 0))
      ORDER BY r14.id
      LIMIT 1) r14 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT o16.*
      FROM organ_code o16
      WHERE json_array_length(?1) > 0 AND o16.void_reason IS NULL AND o16.county_id = ?3 AND (o16.id IN (
          SELECT rowid
          FROM gx_organ_code_search
          WHERE gx_organ_code_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(o16.search, word.value) = 0))
      ORDER BY o16.id
      LIMIT 1) o16 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT o18.id, o18.version, o18.position, o18.void_reason, o18.direction, o18.unit_id, o18.number, o18.organ_code, o18.year, o18.serial, o18.sender, o18.title, o18.dated_on, o18.received_on, o18.urgency, o18.secrecy, o18.kept_at, o18.summary, o18.registered_by, o18.registered_at, o18.county_id, o18.search
      FROM official_document o18
      WHERE json_array_length(?1) > 0 AND o18.void_reason IS NULL AND o18.county_id = ?3 AND (o18.id IN (
          SELECT rowid
          FROM gx_official_document_search
          WHERE gx_official_document_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(o18.search, word.value) = 0))
      ORDER BY o18.id
      LIMIT 1) o18 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT a20.*
      FROM assigned_task a20
      WHERE json_array_length(?1) > 0 AND a20.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM task_party a20p
        WHERE a20p.task_id = a20.id AND a20p.void_reason IS NULL AND a20p.county_id = ?3) AND (a20.id IN (
          SELECT rowid
          FROM gx_assigned_task_search
          WHERE gx_assigned_task_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(a20.search, word.value) = 0))
      ORDER BY a20.id
      LIMIT 1) a20 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT i22.*
      FROM inspection_scheme i22
      WHERE json_array_length(?1) > 0 AND i22.void_reason IS NULL AND (i22.id IN (
          SELECT rowid
          FROM gx_inspection_scheme_search
          WHERE gx_inspection_scheme_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(i22.search, word.value) = 0))
      ORDER BY i22.id
      LIMIT 1) i22 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT i24.*
      FROM inspection_item i24
      WHERE json_array_length(?1) > 0 AND i24.void_reason IS NULL AND (i24.id IN (
          SELECT rowid
          FROM gx_inspection_item_search
          WHERE gx_inspection_item_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(i24.search, word.value) = 0))
      ORDER BY i24.id
      LIMIT 1) i24 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT i26.*
      FROM inspection_round i26
      WHERE json_array_length(?1) > 0 AND i26.void_reason IS NULL AND i26.county_id = ?3 AND (i26.id IN (
          SELECT rowid
          FROM gx_inspection_round_search
          WHERE gx_inspection_round_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(i26.search, word.value) = 0))
      ORDER BY i26.id
      LIMIT 1) i26 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT i28.*
      FROM inspection i28
      WHERE json_array_length(?1) > 0 AND i28.void_reason IS NULL AND i28.county_id = ?3 AND (i28.id IN (
          SELECT rowid
          FROM gx_inspection_search
          WHERE gx_inspection_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(i28.search, word.value) = 0))
      ORDER BY i28.id
      LIMIT 1) i28 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT i30.*
      FROM inspection_finding i30
      WHERE json_array_length(?1) > 0 AND i30.void_reason IS NULL AND i30.county_id = ?3 AND (i30.id IN (
          SELECT rowid
          FROM gx_inspection_finding_search
          WHERE gx_inspection_finding_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(i30.search, word.value) = 0))
      ORDER BY i30.id
      LIMIT 1) i30 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p32.*
      FROM published_inspection p32
      WHERE json_array_length(?1) > 0 AND p32.void_reason IS NULL AND (p32.id IN (
          SELECT rowid
          FROM gx_published_inspection_search
          WHERE gx_published_inspection_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p32.search, word.value) = 0))
      ORDER BY p32.id
      LIMIT 1) p32 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT t50.*
      FROM training_body t50
      WHERE json_array_length(?1) > 0 AND t50.void_reason IS NULL AND (t50.id IN (
          SELECT rowid
          FROM gx_training_body_search
          WHERE gx_training_body_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(t50.search, word.value) = 0))
      ORDER BY t50.id
      LIMIT 1) t50 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT t52.*
      FROM training_staff t52
      WHERE json_array_length(?1) > 0 AND t52.void_reason IS NULL AND t52.county_id = ?7 AND (t52.id IN (
          SELECT rowid
          FROM gx_training_staff_search
          WHERE gx_training_staff_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(t52.search, word.value) = 0))
      ORDER BY t52.id
      LIMIT 1) t52 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT t54.*
      FROM training_course t54
      WHERE json_array_length(?1) > 0 AND t54.void_reason IS NULL AND (t54.id IN (
          SELECT rowid
          FROM gx_training_course_search
          WHERE gx_training_course_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(t54.search, word.value) = 0))
      ORDER BY t54.id
      LIMIT 1) t54 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT t56.id, t56.version, t56.position, t56.void_reason, t56.course_id, t56.body_id, t56.student_id, t56.trainee, t56.contract_number, t56.charged_by, t56.means, t56.covers_from, t56.covers_until, t56.class_hours, t56.amount, t56.paid_on, t56.renews_id, t56.released, t56.refunded, t56.refunded_hours, t56.held, t56.state, t56.county_id, t56.unit_id, t56.search
      FROM training_charge t56
      WHERE json_array_length(?1) > 0 AND t56.void_reason IS NULL AND t56.county_id = ?8 AND (t56.id IN (
          SELECT rowid
          FROM gx_training_charge_search
          WHERE gx_training_charge_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(t56.search, word.value) = 0))
      ORDER BY t56.id
      LIMIT 1) t56 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p58.id, p58.version, p58.position, p58.void_reason, p58.number, p58.kind, p58.procedure, p58.procedure_version, p58.form_title, p58.basis, p58.outcome, p58.subject, p58.subject_name, p58.student_id, p58.unit_id, p58.unit_name, p58.state, p58.step, p58.step_english, p58.step_chinese, p58.sequence, p58.due, p58.opener_id, p58.opened_by, p58.opened_for, p58.opened_at, p58.ended_at, p58.end_reason, p58.remedy_english, p58.remedy_chinese, p58.file_count, p58.verification, p58.county_id, p58.search
      FROM procedure_case p58
      WHERE json_array_length(?1) > 0 AND p58.void_reason IS NULL AND p58.kind IN ('student_case') AND EXISTS (
        SELECT 1
        FROM case_party p58p
        WHERE p58p.case_id = p58.id AND p58p.void_reason IS NULL AND p58p.county_id = ?9) AND (p58.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p58.search, word.value) = 0))
      ORDER BY p58.id
      LIMIT 1) p58 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT s60.*
      FROM school_proposal s60
      WHERE json_array_length(?1) > 0 AND s60.void_reason IS NULL AND s60.county_id = ?3 AND (s60.id IN (
          SELECT rowid
          FROM gx_school_proposal_search
          WHERE gx_school_proposal_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(s60.search, word.value) = 0))
      ORDER BY s60.id
      LIMIT 1) s60 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p62.id, p62.version, p62.position, p62.void_reason, p62.number, p62.kind, p62.procedure, p62.procedure_version, p62.form_title, p62.basis, p62.outcome, p62.subject, p62.subject_name, p62.student_id, p62.unit_id, p62.unit_name, p62.state, p62.step, p62.step_english, p62.step_chinese, p62.sequence, p62.due, p62.opener_id, p62.opened_by, p62.opened_for, p62.opened_at, p62.ended_at, p62.end_reason, p62.remedy_english, p62.remedy_chinese, p62.file_count, p62.verification, p62.county_id, p62.search
      FROM procedure_case p62
      WHERE json_array_length(?1) > 0 AND p62.void_reason IS NULL AND p62.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p62p
        WHERE p62p.case_id = p62.id AND p62p.void_reason IS NULL AND p62p.county_id = ?3) AND (p62.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p62.search, word.value) = 0))
      ORDER BY p62.id
      LIMIT 1) p62 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT o64.*
      FROM organiser o64
      WHERE json_array_length(?1) > 0 AND o64.void_reason IS NULL AND o64.county_id = ?10 AND (o64.id IN (
          SELECT rowid
          FROM gx_organiser_search
          WHERE gx_organiser_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(o64.search, word.value) = 0))
      ORDER BY o64.id
      LIMIT 1) o64 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p66.*
      FROM private_project p66
      WHERE json_array_length(?1) > 0 AND p66.void_reason IS NULL AND p66.county_id = ?10 AND (p66.id IN (
          SELECT rowid
          FROM gx_private_project_search
          WHERE gx_private_project_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p66.search, word.value) = 0))
      ORDER BY p66.id
      LIMIT 1) p66 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT l68.*
      FROM licence l68
      WHERE json_array_length(?1) > 0 AND l68.void_reason IS NULL AND l68.county_id = ?3 AND (l68.id IN (
          SELECT rowid
          FROM gx_licence_search
          WHERE gx_licence_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(l68.search, word.value) = 0))
      ORDER BY l68.id
      LIMIT 1) l68 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT t70.*
      FROM termination t70
      WHERE json_array_length(?1) > 0 AND t70.void_reason IS NULL AND t70.county_id = ?3 AND (t70.id IN (
          SELECT rowid
          FROM gx_termination_search
          WHERE gx_termination_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(t70.search, word.value) = 0))
      ORDER BY t70.id
      LIMIT 1) t70 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p72.*
      FROM public_licence p72
      WHERE json_array_length(?1) > 0 AND p72.void_reason IS NULL AND (p72.id IN (
          SELECT rowid
          FROM gx_public_licence_search
          WHERE gx_public_licence_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p72.search, word.value) = 0))
      ORDER BY p72.id
      LIMIT 1) p72 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p74.id, p74.version, p74.position, p74.void_reason, p74.number, p74.kind, p74.procedure, p74.procedure_version, p74.form_title, p74.basis, p74.outcome, p74.subject, p74.subject_name, p74.student_id, p74.unit_id, p74.unit_name, p74.state, p74.step, p74.step_english, p74.step_chinese, p74.sequence, p74.due, p74.opener_id, p74.opened_by, p74.opened_for, p74.opened_at, p74.ended_at, p74.end_reason, p74.remedy_english, p74.remedy_chinese, p74.file_count, p74.verification, p74.county_id, p74.search
      FROM procedure_case p74
      WHERE json_array_length(?1) > 0 AND p74.void_reason IS NULL AND p74.kind IN ('private_school_case') AND EXISTS (
        SELECT 1
        FROM case_party p74p
        WHERE p74p.case_id = p74.id AND p74p.void_reason IS NULL AND p74p.county_id = ?3) AND (p74.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p74.search, word.value) = 0))
      ORDER BY p74.id
      LIMIT 1) p74 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p76.id, p76.version, p76.position, p76.void_reason, p76.number, p76.kind, p76.procedure, p76.procedure_version, p76.form_title, p76.basis, p76.outcome, p76.subject, p76.subject_name, p76.student_id, p76.unit_id, p76.unit_name, p76.state, p76.step, p76.step_english, p76.step_chinese, p76.sequence, p76.due, p76.opener_id, p76.opened_by, p76.opened_for, p76.opened_at, p76.ended_at, p76.end_reason, p76.remedy_english, p76.remedy_chinese, p76.file_count, p76.verification, p76.county_id, p76.search
      FROM procedure_case p76
      WHERE json_array_length(?1) > 0 AND p76.void_reason IS NULL AND p76.kind IN ('major_case') AND EXISTS (
        SELECT 1
        FROM case_party p76p
        WHERE p76p.case_id = p76.id AND p76p.void_reason IS NULL AND p76p.county_id = ?3) AND (p76.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p76.search, word.value) = 0))
      ORDER BY p76.id
      LIMIT 1) p76 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT e78.*
      FROM enterprise e78
      WHERE json_array_length(?1) > 0 AND e78.void_reason IS NULL AND (e78.id IN (
          SELECT rowid
          FROM gx_enterprise_search
          WHERE gx_enterprise_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(e78.search, word.value) = 0))
      ORDER BY e78.id
      LIMIT 1) e78 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT z80.*
      FROM zone_plan z80
      WHERE json_array_length(?1) > 0 AND z80.void_reason IS NULL AND z80.county_id = ?3 AND (z80.id IN (
          SELECT rowid
          FROM gx_zone_plan_search_unit_search
          WHERE gx_zone_plan_search_unit_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(z80.search, word.value) = 0 AND instr(z80.unit_search, word.value) = 0))
      ORDER BY z80.id
      LIMIT 1) z80 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT s82.*
      FROM school_zone s82
      WHERE json_array_length(?1) > 0 AND s82.void_reason IS NULL AND s82.county_id = ?3 AND (s82.id IN (
          SELECT rowid
          FROM gx_school_zone_search
          WHERE gx_school_zone_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(s82.search, word.value) = 0))
      ORDER BY s82.id
      LIMIT 1) s82 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT z84.*
      FROM zone_address z84
      WHERE json_array_length(?1) > 0 AND z84.void_reason IS NULL AND z84.county_id = ?3 AND (z84.id IN (
          SELECT rowid
          FROM gx_zone_address_search
          WHERE gx_zone_address_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(z84.search, word.value) = 0))
      ORDER BY z84.id
      LIMIT 1) z84 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT k86.*
      FROM known_address k86
      WHERE json_array_length(?1) > 0 AND k86.void_reason IS NULL AND k86.county_id = ?3 AND (k86.id IN (
          SELECT rowid
          FROM gx_known_address_search
          WHERE gx_known_address_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(k86.search, word.value) = 0))
      ORDER BY k86.id
      LIMIT 1) k86 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '['||substr((
    SELECT ','||group_concat('{"__typename":"Division"}')
    FROM (
      SELECT d88.*
      FROM division d88
      WHERE json_array_length(?11) > 0 AND d88.void_reason IS NULL AND (d88.id IN (
          SELECT rowid
          FROM gx_division_search
          WHERE gx_division_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(d88.search, word.value) = 0))
      ORDER BY d88.id
      LIMIT 5) d88 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Office"}')
    FROM (
      SELECT u90.*
      FROM unit u90
      WHERE json_array_length(?11) > 0 AND u90.void_reason IS NULL AND u90.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (u90.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(u90.search, word.value) = 0))
      ORDER BY u90.id
      LIMIT 5) u90 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"FormerName"}')
    FROM (
      SELECT f92.*
      FROM former_name f92
      WHERE json_array_length(?11) > 0 AND f92.void_reason IS NULL AND f92.county_id = ?3 AND (f92.id IN (
          SELECT rowid
          FROM gx_former_name_search
          WHERE gx_former_name_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(f92.search, word.value) = 0))
      ORDER BY f92.id
      LIMIT 5) f92 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"School"}')
    FROM (
      SELECT u96.*
      FROM unit u96
      WHERE json_array_length(?11) > 0 AND u96.void_reason IS NULL AND u96.category IN ('SCHOOL') AND u96.county_id = ?4 AND (u96.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(u96.search, word.value) = 0))
      ORDER BY u96.id
      LIMIT 5) u96 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Teacher"}')
    FROM (
      SELECT t98.*
      FROM teacher t98
      WHERE json_array_length(?11) > 0 AND t98.void_reason IS NULL AND t98.county_id = ?5 AND (t98.id IN (
          SELECT rowid
          FROM gx_teacher_search_person_search
          WHERE gx_teacher_search_person_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(t98.search, word.value) = 0 AND instr(t98.person_search, word.value) = 0))
      ORDER BY t98.id
      LIMIT 5) t98 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Student"}')
    FROM (
      SELECT s100.id, s100.version, s100.position, s100.void_reason, s100.merged_into_id, s100.number, s100.person_id, s100.national_number_mask, s100.school_id, s100.grade, s100.school_class_id, s100.seat_number, s100.category, s100.status, s100.boarding, s100.entered_on, s100.county_id, s100.person_name_sort, s100.person_sex, s100.person_birth_date, s100.search, s100.person_search
      FROM student s100
      WHERE json_array_length(?11) > 0 AND s100.void_reason IS NULL AND s100.county_id = ?6 AND (s100.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(s100.search, word.value) = 0 AND instr(s100.person_search, word.value) = 0))
      ORDER BY s100.id
      LIMIT 5) s100 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Role"}')
    FROM (
      SELECT r102.*
      FROM role r102
      WHERE json_array_length(?11) > 0 AND r102.void_reason IS NULL AND (r102.id IN (
          SELECT rowid
          FROM gx_role_search
          WHERE gx_role_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(r102.search, word.value) = 0))
      ORDER BY r102.id
      LIMIT 5) r102 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"OrganCode"}')
    FROM (
      SELECT o104.*
      FROM organ_code o104
      WHERE json_array_length(?11) > 0 AND o104.void_reason IS NULL AND o104.county_id = ?3 AND (o104.id IN (
          SELECT rowid
          FROM gx_organ_code_search
          WHERE gx_organ_code_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(o104.search, word.value) = 0))
      ORDER BY o104.id
      LIMIT 5) o104 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"OfficialDocument"}')
    FROM (
      SELECT o106.id, o106.version, o106.position, o106.void_reason, o106.direction, o106.unit_id, o106.number, o106.organ_code, o106.year, o106.serial, o106.sender, o106.title, o106.dated_on, o106.received_on, o106.urgency, o106.secrecy, o106.kept_at, o106.summary, o106.registered_by, o106.registered_at, o106.county_id, o106.search
      FROM official_document o106
      WHERE json_array_length(?11) > 0 AND o106.void_reason IS NULL AND o106.county_id = ?3 AND (o106.id IN (
          SELECT rowid
          FROM gx_official_document_search
          WHERE gx_official_document_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(o106.search, word.value) = 0))
      ORDER BY o106.id
      LIMIT 5) o106 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"AssignedTask"}')
    FROM (
      SELECT a108.*
      FROM assigned_task a108
      WHERE json_array_length(?11) > 0 AND a108.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM task_party a108p
        WHERE a108p.task_id = a108.id AND a108p.void_reason IS NULL AND a108p.county_id = ?3) AND (a108.id IN (
          SELECT rowid
          FROM gx_assigned_task_search
          WHERE gx_assigned_task_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(a108.search, word.value) = 0))
      ORDER BY a108.id
      LIMIT 5) a108 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"InspectionScheme"}')
    FROM (
      SELECT i110.*
      FROM inspection_scheme i110
      WHERE json_array_length(?11) > 0 AND i110.void_reason IS NULL AND (i110.id IN (
          SELECT rowid
          FROM gx_inspection_scheme_search
          WHERE gx_inspection_scheme_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(i110.search, word.value) = 0))
      ORDER BY i110.id
      LIMIT 5) i110 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"InspectionItem"}')
    FROM (
      SELECT i112.*
      FROM inspection_item i112
      WHERE json_array_length(?11) > 0 AND i112.void_reason IS NULL AND (i112.id IN (
          SELECT rowid
          FROM gx_inspection_item_search
          WHERE gx_inspection_item_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(i112.search, word.value) = 0))
      ORDER BY i112.id
      LIMIT 5) i112 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"InspectionRound"}')
    FROM (
      SELECT i114.*
      FROM inspection_round i114
      WHERE json_array_length(?11) > 0 AND i114.void_reason IS NULL AND i114.county_id = ?3 AND (i114.id IN (
          SELECT rowid
          FROM gx_inspection_round_search
          WHERE gx_inspection_round_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(i114.search, word.value) = 0))
      ORDER BY i114.id
      LIMIT 5) i114 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Inspection"}')
    FROM (
      SELECT i116.*
      FROM inspection i116
      WHERE json_array_length(?11) > 0 AND i116.void_reason IS NULL AND i116.county_id = ?3 AND (i116.id IN (
          SELECT rowid
          FROM gx_inspection_search
          WHERE gx_inspection_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(i116.search, word.value) = 0))
      ORDER BY i116.id
      LIMIT 5) i116 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"InspectionFinding"}')
    FROM (
      SELECT i118.*
      FROM inspection_finding i118
      WHERE json_array_length(?11) > 0 AND i118.void_reason IS NULL AND i118.county_id = ?3 AND (i118.id IN (
          SELECT rowid
          FROM gx_inspection_finding_search
          WHERE gx_inspection_finding_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(i118.search, word.value) = 0))
      ORDER BY i118.id
      LIMIT 5) i118 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"PublishedInspection"}')
    FROM (
      SELECT p120.*
      FROM published_inspection p120
      WHERE json_array_length(?11) > 0 AND p120.void_reason IS NULL AND (p120.id IN (
          SELECT rowid
          FROM gx_published_inspection_search
          WHERE gx_published_inspection_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(p120.search, word.value) = 0))
      ORDER BY p120.id
      LIMIT 5) p120 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"TrainingBody"}')
    FROM (
      SELECT t138.*
      FROM training_body t138
      WHERE json_array_length(?11) > 0 AND t138.void_reason IS NULL AND (t138.id IN (
          SELECT rowid
          FROM gx_training_body_search
          WHERE gx_training_body_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(t138.search, word.value) = 0))
      ORDER BY t138.id
      LIMIT 5) t138 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"TrainingStaff"}')
    FROM (
      SELECT t140.*
      FROM training_staff t140
      WHERE json_array_length(?11) > 0 AND t140.void_reason IS NULL AND t140.county_id = ?7 AND (t140.id IN (
          SELECT rowid
          FROM gx_training_staff_search
          WHERE gx_training_staff_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(t140.search, word.value) = 0))
      ORDER BY t140.id
      LIMIT 5) t140 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"TrainingCourse"}')
    FROM (
      SELECT t142.*
      FROM training_course t142
      WHERE json_array_length(?11) > 0 AND t142.void_reason IS NULL AND (t142.id IN (
          SELECT rowid
          FROM gx_training_course_search
          WHERE gx_training_course_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(t142.search, word.value) = 0))
      ORDER BY t142.id
      LIMIT 5) t142 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"TrainingCharge"}')
    FROM (
      SELECT t144.id, t144.version, t144.position, t144.void_reason, t144.course_id, t144.body_id, t144.student_id, t144.trainee, t144.contract_number, t144.charged_by, t144.means, t144.covers_from, t144.covers_until, t144.class_hours, t144.amount, t144.paid_on, t144.renews_id, t144.released, t144.refunded, t144.refunded_hours, t144.held, t144.state, t144.county_id, t144.unit_id, t144.search
      FROM training_charge t144
      WHERE json_array_length(?11) > 0 AND t144.void_reason IS NULL AND t144.county_id = ?8 AND (t144.id IN (
          SELECT rowid
          FROM gx_training_charge_search
          WHERE gx_training_charge_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(t144.search, word.value) = 0))
      ORDER BY t144.id
      LIMIT 5) t144 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"StudentCase"}')
    FROM (
      SELECT p146.id, p146.version, p146.position, p146.void_reason, p146.number, p146.kind, p146.procedure, p146.procedure_version, p146.form_title, p146.basis, p146.outcome, p146.subject, p146.subject_name, p146.student_id, p146.unit_id, p146.unit_name, p146.state, p146.step, p146.step_english, p146.step_chinese, p146.sequence, p146.due, p146.opener_id, p146.opened_by, p146.opened_for, p146.opened_at, p146.ended_at, p146.end_reason, p146.remedy_english, p146.remedy_chinese, p146.file_count, p146.verification, p146.county_id, p146.search
      FROM procedure_case p146
      WHERE json_array_length(?11) > 0 AND p146.void_reason IS NULL AND p146.kind IN ('student_case') AND EXISTS (
        SELECT 1
        FROM case_party p146p
        WHERE p146p.case_id = p146.id AND p146p.void_reason IS NULL AND p146p.county_id = ?9) AND (p146.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(p146.search, word.value) = 0))
      ORDER BY p146.id
      LIMIT 5) p146 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"SchoolProposal"}')
    FROM (
      SELECT s148.*
      FROM school_proposal s148
      WHERE json_array_length(?11) > 0 AND s148.void_reason IS NULL AND s148.county_id = ?3 AND (s148.id IN (
          SELECT rowid
          FROM gx_school_proposal_search
          WHERE gx_school_proposal_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(s148.search, word.value) = 0))
      ORDER BY s148.id
      LIMIT 5) s148 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"EstablishmentCase"}')
    FROM (
      SELECT p150.id, p150.version, p150.position, p150.void_reason, p150.number, p150.kind, p150.procedure, p150.procedure_version, p150.form_title, p150.basis, p150.outcome, p150.subject, p150.subject_name, p150.student_id, p150.unit_id, p150.unit_name, p150.state, p150.step, p150.step_english, p150.step_chinese, p150.sequence, p150.due, p150.opener_id, p150.opened_by, p150.opened_for, p150.opened_at, p150.ended_at, p150.end_reason, p150.remedy_english, p150.remedy_chinese, p150.file_count, p150.verification, p150.county_id, p150.search
      FROM procedure_case p150
      WHERE json_array_length(?11) > 0 AND p150.void_reason IS NULL AND p150.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p150p
        WHERE p150p.case_id = p150.id AND p150p.void_reason IS NULL AND p150p.county_id = ?3) AND (p150.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(p150.search, word.value) = 0))
      ORDER BY p150.id
      LIMIT 5) p150 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Organiser"}')
    FROM (
      SELECT o152.*
      FROM organiser o152
      WHERE json_array_length(?11) > 0 AND o152.void_reason IS NULL AND o152.county_id = ?10 AND (o152.id IN (
          SELECT rowid
          FROM gx_organiser_search
          WHERE gx_organiser_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(o152.search, word.value) = 0))
      ORDER BY o152.id
      LIMIT 5) o152 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"PrivateProject"}')
    FROM (
      SELECT p154.*
      FROM private_project p154
      WHERE json_array_length(?11) > 0 AND p154.void_reason IS NULL AND p154.county_id = ?10 AND (p154.id IN (
          SELECT rowid
          FROM gx_private_project_search
          WHERE gx_private_project_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(p154.search, word.value) = 0))
      ORDER BY p154.id
      LIMIT 5) p154 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Licence"}')
    FROM (
      SELECT l156.*
      FROM licence l156
      WHERE json_array_length(?11) > 0 AND l156.void_reason IS NULL AND l156.county_id = ?3 AND (l156.id IN (
          SELECT rowid
          FROM gx_licence_search
          WHERE gx_licence_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(l156.search, word.value) = 0))
      ORDER BY l156.id
      LIMIT 5) l156 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Termination"}')
    FROM (
      SELECT t158.*
      FROM termination t158
      WHERE json_array_length(?11) > 0 AND t158.void_reason IS NULL AND t158.county_id = ?3 AND (t158.id IN (
          SELECT rowid
          FROM gx_termination_search
          WHERE gx_termination_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(t158.search, word.value) = 0))
      ORDER BY t158.id
      LIMIT 5) t158 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"PublicLicence"}')
    FROM (
      SELECT p160.*
      FROM public_licence p160
      WHERE json_array_length(?11) > 0 AND p160.void_reason IS NULL AND (p160.id IN (
          SELECT rowid
          FROM gx_public_licence_search
          WHERE gx_public_licence_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(p160.search, word.value) = 0))
      ORDER BY p160.id
      LIMIT 5) p160 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"PrivateSchoolCase"}')
    FROM (
      SELECT p162.id, p162.version, p162.position, p162.void_reason, p162.number, p162.kind, p162.procedure, p162.procedure_version, p162.form_title, p162.basis, p162.outcome, p162.subject, p162.subject_name, p162.student_id, p162.unit_id, p162.unit_name, p162.state, p162.step, p162.step_english, p162.step_chinese, p162.sequence, p162.due, p162.opener_id, p162.opened_by, p162.opened_for, p162.opened_at, p162.ended_at, p162.end_reason, p162.remedy_english, p162.remedy_chinese, p162.file_count, p162.verification, p162.county_id, p162.search
      FROM procedure_case p162
      WHERE json_array_length(?11) > 0 AND p162.void_reason IS NULL AND p162.kind IN ('private_school_case') AND EXISTS (
        SELECT 1
        FROM case_party p162p
        WHERE p162p.case_id = p162.id AND p162p.void_reason IS NULL AND p162p.county_id = ?3) AND (p162.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(p162.search, word.value) = 0))
      ORDER BY p162.id
      LIMIT 5) p162 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"MajorCase"}')
    FROM (
      SELECT p164.id, p164.version, p164.position, p164.void_reason, p164.number, p164.kind, p164.procedure, p164.procedure_version, p164.form_title, p164.basis, p164.outcome, p164.subject, p164.subject_name, p164.student_id, p164.unit_id, p164.unit_name, p164.state, p164.step, p164.step_english, p164.step_chinese, p164.sequence, p164.due, p164.opener_id, p164.opened_by, p164.opened_for, p164.opened_at, p164.ended_at, p164.end_reason, p164.remedy_english, p164.remedy_chinese, p164.file_count, p164.verification, p164.county_id, p164.search
      FROM procedure_case p164
      WHERE json_array_length(?11) > 0 AND p164.void_reason IS NULL AND p164.kind IN ('major_case') AND EXISTS (
        SELECT 1
        FROM case_party p164p
        WHERE p164p.case_id = p164.id AND p164p.void_reason IS NULL AND p164p.county_id = ?3) AND (p164.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(p164.search, word.value) = 0))
      ORDER BY p164.id
      LIMIT 5) p164 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Enterprise"}')
    FROM (
      SELECT e166.*
      FROM enterprise e166
      WHERE json_array_length(?11) > 0 AND e166.void_reason IS NULL AND (e166.id IN (
          SELECT rowid
          FROM gx_enterprise_search
          WHERE gx_enterprise_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(e166.search, word.value) = 0))
      ORDER BY e166.id
      LIMIT 5) e166 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"ZonePlan"}')
    FROM (
      SELECT z168.*
      FROM zone_plan z168
      WHERE json_array_length(?11) > 0 AND z168.void_reason IS NULL AND z168.county_id = ?3 AND (z168.id IN (
          SELECT rowid
          FROM gx_zone_plan_search_unit_search
          WHERE gx_zone_plan_search_unit_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(z168.search, word.value) = 0 AND instr(z168.unit_search, word.value) = 0))
      ORDER BY z168.id
      LIMIT 5) z168 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"SchoolZone"}')
    FROM (
      SELECT s170.*
      FROM school_zone s170
      WHERE json_array_length(?11) > 0 AND s170.void_reason IS NULL AND s170.county_id = ?3 AND (s170.id IN (
          SELECT rowid
          FROM gx_school_zone_search
          WHERE gx_school_zone_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(s170.search, word.value) = 0))
      ORDER BY s170.id
      LIMIT 5) s170 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"ZoneAddress"}')
    FROM (
      SELECT z172.*
      FROM zone_address z172
      WHERE json_array_length(?11) > 0 AND z172.void_reason IS NULL AND z172.county_id = ?3 AND (z172.id IN (
          SELECT rowid
          FROM gx_zone_address_search
          WHERE gx_zone_address_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(z172.search, word.value) = 0))
      ORDER BY z172.id
      LIMIT 5) z172 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"KnownAddress"}')
    FROM (
      SELECT k174.*
      FROM known_address k174
      WHERE json_array_length(?11) > 0 AND k174.void_reason IS NULL AND k174.county_id = ?3 AND (k174.id IN (
          SELECT rowid
          FROM gx_known_address_search
          WHERE gx_known_address_search MATCH ?12) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?11) word
          WHERE instr(k174.search, word.value) = 0))
      ORDER BY k174.id
      LIMIT 5) k174 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '[]', '['||substr(''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||'', 2)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
