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
      SELECT e60.*
      FROM entry_deferral e60
      WHERE json_array_length(?1) > 0 AND e60.void_reason IS NULL AND e60.county_id = ?10 AND (e60.id IN (
          SELECT rowid
          FROM gx_entry_deferral_search
          WHERE gx_entry_deferral_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(e60.search, word.value) = 0))
      ORDER BY e60.id
      LIMIT 1) e60 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT s62.*
      FROM school_proposal s62
      WHERE json_array_length(?1) > 0 AND s62.void_reason IS NULL AND s62.county_id = ?3 AND (s62.id IN (
          SELECT rowid
          FROM gx_school_proposal_search
          WHERE gx_school_proposal_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(s62.search, word.value) = 0))
      ORDER BY s62.id
      LIMIT 1) s62 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p64.id, p64.version, p64.position, p64.void_reason, p64.number, p64.kind, p64.procedure, p64.procedure_version, p64.form_title, p64.basis, p64.outcome, p64.subject, p64.subject_name, p64.student_id, p64.unit_id, p64.unit_name, p64.state, p64.step, p64.step_english, p64.step_chinese, p64.sequence, p64.due, p64.opener_id, p64.opened_by, p64.opened_for, p64.opened_at, p64.ended_at, p64.end_reason, p64.remedy_english, p64.remedy_chinese, p64.file_count, p64.verification, p64.county_id, p64.search
      FROM procedure_case p64
      WHERE json_array_length(?1) > 0 AND p64.void_reason IS NULL AND p64.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p64p
        WHERE p64p.case_id = p64.id AND p64p.void_reason IS NULL AND p64p.county_id = ?3) AND (p64.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p64.search, word.value) = 0))
      ORDER BY p64.id
      LIMIT 1) p64 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT o66.*
      FROM organiser o66
      WHERE json_array_length(?1) > 0 AND o66.void_reason IS NULL AND o66.county_id = ?11 AND (o66.id IN (
          SELECT rowid
          FROM gx_organiser_search
          WHERE gx_organiser_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(o66.search, word.value) = 0))
      ORDER BY o66.id
      LIMIT 1) o66 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p68.*
      FROM private_project p68
      WHERE json_array_length(?1) > 0 AND p68.void_reason IS NULL AND p68.county_id = ?11 AND (p68.id IN (
          SELECT rowid
          FROM gx_private_project_search
          WHERE gx_private_project_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p68.search, word.value) = 0))
      ORDER BY p68.id
      LIMIT 1) p68 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT l70.*
      FROM licence l70
      WHERE json_array_length(?1) > 0 AND l70.void_reason IS NULL AND l70.county_id = ?3 AND (l70.id IN (
          SELECT rowid
          FROM gx_licence_search
          WHERE gx_licence_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(l70.search, word.value) = 0))
      ORDER BY l70.id
      LIMIT 1) l70 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT t72.*
      FROM termination t72
      WHERE json_array_length(?1) > 0 AND t72.void_reason IS NULL AND t72.county_id = ?3 AND (t72.id IN (
          SELECT rowid
          FROM gx_termination_search
          WHERE gx_termination_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(t72.search, word.value) = 0))
      ORDER BY t72.id
      LIMIT 1) t72 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT p74.*
      FROM public_licence p74
      WHERE json_array_length(?1) > 0 AND p74.void_reason IS NULL AND (p74.id IN (
          SELECT rowid
          FROM gx_public_licence_search
          WHERE gx_public_licence_search MATCH ?2) AND NOT EXISTS (
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
      WHERE json_array_length(?1) > 0 AND p76.void_reason IS NULL AND p76.kind IN ('private_school_case') AND EXISTS (
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
      SELECT p78.id, p78.version, p78.position, p78.void_reason, p78.number, p78.kind, p78.procedure, p78.procedure_version, p78.form_title, p78.basis, p78.outcome, p78.subject, p78.subject_name, p78.student_id, p78.unit_id, p78.unit_name, p78.state, p78.step, p78.step_english, p78.step_chinese, p78.sequence, p78.due, p78.opener_id, p78.opened_by, p78.opened_for, p78.opened_at, p78.ended_at, p78.end_reason, p78.remedy_english, p78.remedy_chinese, p78.file_count, p78.verification, p78.county_id, p78.search
      FROM procedure_case p78
      WHERE json_array_length(?1) > 0 AND p78.void_reason IS NULL AND p78.kind IN ('major_case') AND EXISTS (
        SELECT 1
        FROM case_party p78p
        WHERE p78p.case_id = p78.id AND p78p.void_reason IS NULL AND p78p.county_id = ?3) AND (p78.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p78.search, word.value) = 0))
      ORDER BY p78.id
      LIMIT 1) p78 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT e80.*
      FROM enterprise e80
      WHERE json_array_length(?1) > 0 AND e80.void_reason IS NULL AND (e80.id IN (
          SELECT rowid
          FROM gx_enterprise_search
          WHERE gx_enterprise_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(e80.search, word.value) = 0))
      ORDER BY e80.id
      LIMIT 1) e80 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT z82.*
      FROM zone_plan z82
      WHERE json_array_length(?1) > 0 AND z82.void_reason IS NULL AND z82.county_id = ?3 AND (z82.id IN (
          SELECT rowid
          FROM gx_zone_plan_search_unit_search
          WHERE gx_zone_plan_search_unit_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(z82.search, word.value) = 0 AND instr(z82.unit_search, word.value) = 0))
      ORDER BY z82.id
      LIMIT 1) z82 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT s84.*
      FROM school_zone s84
      WHERE json_array_length(?1) > 0 AND s84.void_reason IS NULL AND s84.county_id = ?3 AND (s84.id IN (
          SELECT rowid
          FROM gx_school_zone_search
          WHERE gx_school_zone_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(s84.search, word.value) = 0))
      ORDER BY s84.id
      LIMIT 1) s84 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT z86.*
      FROM zone_address z86
      WHERE json_array_length(?1) > 0 AND z86.void_reason IS NULL AND z86.county_id = ?3 AND (z86.id IN (
          SELECT rowid
          FROM gx_zone_address_search
          WHERE gx_zone_address_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(z86.search, word.value) = 0))
      ORDER BY z86.id
      LIMIT 1) z86 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{}')
    FROM (
      SELECT k88.*
      FROM known_address k88
      WHERE json_array_length(?1) > 0 AND k88.void_reason IS NULL AND k88.county_id = ?3 AND (k88.id IN (
          SELECT rowid
          FROM gx_known_address_search
          WHERE gx_known_address_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(k88.search, word.value) = 0))
      ORDER BY k88.id
      LIMIT 1) k88 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '['||substr((
    SELECT ','||group_concat('{"__typename":"Division"}')
    FROM (
      SELECT d90.*
      FROM division d90
      WHERE json_array_length(?12) > 0 AND d90.void_reason IS NULL AND (d90.id IN (
          SELECT rowid
          FROM gx_division_search
          WHERE gx_division_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(d90.search, word.value) = 0))
      ORDER BY d90.id
      LIMIT 5) d90 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Office"}')
    FROM (
      SELECT u92.*
      FROM unit u92
      WHERE json_array_length(?12) > 0 AND u92.void_reason IS NULL AND u92.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (u92.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(u92.search, word.value) = 0))
      ORDER BY u92.id
      LIMIT 5) u92 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"FormerName"}')
    FROM (
      SELECT f94.*
      FROM former_name f94
      WHERE json_array_length(?12) > 0 AND f94.void_reason IS NULL AND f94.county_id = ?3 AND (f94.id IN (
          SELECT rowid
          FROM gx_former_name_search
          WHERE gx_former_name_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(f94.search, word.value) = 0))
      ORDER BY f94.id
      LIMIT 5) f94 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"School"}')
    FROM (
      SELECT u98.*
      FROM unit u98
      WHERE json_array_length(?12) > 0 AND u98.void_reason IS NULL AND u98.category IN ('SCHOOL') AND u98.county_id = ?4 AND (u98.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(u98.search, word.value) = 0))
      ORDER BY u98.id
      LIMIT 5) u98 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Teacher"}')
    FROM (
      SELECT t100.*
      FROM teacher t100
      WHERE json_array_length(?12) > 0 AND t100.void_reason IS NULL AND t100.county_id = ?5 AND (t100.id IN (
          SELECT rowid
          FROM gx_teacher_search_person_search
          WHERE gx_teacher_search_person_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(t100.search, word.value) = 0 AND instr(t100.person_search, word.value) = 0))
      ORDER BY t100.id
      LIMIT 5) t100 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Student"}')
    FROM (
      SELECT s102.id, s102.version, s102.position, s102.void_reason, s102.merged_into_id, s102.number, s102.person_id, s102.national_number_mask, s102.school_id, s102.grade, s102.school_class_id, s102.seat_number, s102.category, s102.status, s102.boarding, s102.entered_on, s102.county_id, s102.person_name_sort, s102.person_sex, s102.person_birth_date, s102.search, s102.person_search
      FROM student s102
      WHERE json_array_length(?12) > 0 AND s102.void_reason IS NULL AND s102.county_id = ?6 AND (s102.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(s102.search, word.value) = 0 AND instr(s102.person_search, word.value) = 0))
      ORDER BY s102.id
      LIMIT 5) s102 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Role"}')
    FROM (
      SELECT r104.*
      FROM role r104
      WHERE json_array_length(?12) > 0 AND r104.void_reason IS NULL AND (r104.id IN (
          SELECT rowid
          FROM gx_role_search
          WHERE gx_role_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(r104.search, word.value) = 0))
      ORDER BY r104.id
      LIMIT 5) r104 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"OrganCode"}')
    FROM (
      SELECT o106.*
      FROM organ_code o106
      WHERE json_array_length(?12) > 0 AND o106.void_reason IS NULL AND o106.county_id = ?3 AND (o106.id IN (
          SELECT rowid
          FROM gx_organ_code_search
          WHERE gx_organ_code_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(o106.search, word.value) = 0))
      ORDER BY o106.id
      LIMIT 5) o106 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"OfficialDocument"}')
    FROM (
      SELECT o108.id, o108.version, o108.position, o108.void_reason, o108.direction, o108.unit_id, o108.number, o108.organ_code, o108.year, o108.serial, o108.sender, o108.title, o108.dated_on, o108.received_on, o108.urgency, o108.secrecy, o108.kept_at, o108.summary, o108.registered_by, o108.registered_at, o108.county_id, o108.search
      FROM official_document o108
      WHERE json_array_length(?12) > 0 AND o108.void_reason IS NULL AND o108.county_id = ?3 AND (o108.id IN (
          SELECT rowid
          FROM gx_official_document_search
          WHERE gx_official_document_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(o108.search, word.value) = 0))
      ORDER BY o108.id
      LIMIT 5) o108 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"AssignedTask"}')
    FROM (
      SELECT a110.*
      FROM assigned_task a110
      WHERE json_array_length(?12) > 0 AND a110.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM task_party a110p
        WHERE a110p.task_id = a110.id AND a110p.void_reason IS NULL AND a110p.county_id = ?3) AND (a110.id IN (
          SELECT rowid
          FROM gx_assigned_task_search
          WHERE gx_assigned_task_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(a110.search, word.value) = 0))
      ORDER BY a110.id
      LIMIT 5) a110 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"InspectionScheme"}')
    FROM (
      SELECT i112.*
      FROM inspection_scheme i112
      WHERE json_array_length(?12) > 0 AND i112.void_reason IS NULL AND (i112.id IN (
          SELECT rowid
          FROM gx_inspection_scheme_search
          WHERE gx_inspection_scheme_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(i112.search, word.value) = 0))
      ORDER BY i112.id
      LIMIT 5) i112 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"InspectionItem"}')
    FROM (
      SELECT i114.*
      FROM inspection_item i114
      WHERE json_array_length(?12) > 0 AND i114.void_reason IS NULL AND (i114.id IN (
          SELECT rowid
          FROM gx_inspection_item_search
          WHERE gx_inspection_item_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(i114.search, word.value) = 0))
      ORDER BY i114.id
      LIMIT 5) i114 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"InspectionRound"}')
    FROM (
      SELECT i116.*
      FROM inspection_round i116
      WHERE json_array_length(?12) > 0 AND i116.void_reason IS NULL AND i116.county_id = ?3 AND (i116.id IN (
          SELECT rowid
          FROM gx_inspection_round_search
          WHERE gx_inspection_round_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(i116.search, word.value) = 0))
      ORDER BY i116.id
      LIMIT 5) i116 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Inspection"}')
    FROM (
      SELECT i118.*
      FROM inspection i118
      WHERE json_array_length(?12) > 0 AND i118.void_reason IS NULL AND i118.county_id = ?3 AND (i118.id IN (
          SELECT rowid
          FROM gx_inspection_search
          WHERE gx_inspection_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(i118.search, word.value) = 0))
      ORDER BY i118.id
      LIMIT 5) i118 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"InspectionFinding"}')
    FROM (
      SELECT i120.*
      FROM inspection_finding i120
      WHERE json_array_length(?12) > 0 AND i120.void_reason IS NULL AND i120.county_id = ?3 AND (i120.id IN (
          SELECT rowid
          FROM gx_inspection_finding_search
          WHERE gx_inspection_finding_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(i120.search, word.value) = 0))
      ORDER BY i120.id
      LIMIT 5) i120 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"PublishedInspection"}')
    FROM (
      SELECT p122.*
      FROM published_inspection p122
      WHERE json_array_length(?12) > 0 AND p122.void_reason IS NULL AND (p122.id IN (
          SELECT rowid
          FROM gx_published_inspection_search
          WHERE gx_published_inspection_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(p122.search, word.value) = 0))
      ORDER BY p122.id
      LIMIT 5) p122 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"TrainingBody"}')
    FROM (
      SELECT t140.*
      FROM training_body t140
      WHERE json_array_length(?12) > 0 AND t140.void_reason IS NULL AND (t140.id IN (
          SELECT rowid
          FROM gx_training_body_search
          WHERE gx_training_body_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(t140.search, word.value) = 0))
      ORDER BY t140.id
      LIMIT 5) t140 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"TrainingStaff"}')
    FROM (
      SELECT t142.*
      FROM training_staff t142
      WHERE json_array_length(?12) > 0 AND t142.void_reason IS NULL AND t142.county_id = ?7 AND (t142.id IN (
          SELECT rowid
          FROM gx_training_staff_search
          WHERE gx_training_staff_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(t142.search, word.value) = 0))
      ORDER BY t142.id
      LIMIT 5) t142 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"TrainingCourse"}')
    FROM (
      SELECT t144.*
      FROM training_course t144
      WHERE json_array_length(?12) > 0 AND t144.void_reason IS NULL AND (t144.id IN (
          SELECT rowid
          FROM gx_training_course_search
          WHERE gx_training_course_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(t144.search, word.value) = 0))
      ORDER BY t144.id
      LIMIT 5) t144 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"TrainingCharge"}')
    FROM (
      SELECT t146.id, t146.version, t146.position, t146.void_reason, t146.course_id, t146.body_id, t146.student_id, t146.trainee, t146.contract_number, t146.charged_by, t146.means, t146.covers_from, t146.covers_until, t146.class_hours, t146.amount, t146.paid_on, t146.renews_id, t146.released, t146.refunded, t146.refunded_hours, t146.held, t146.state, t146.county_id, t146.unit_id, t146.search
      FROM training_charge t146
      WHERE json_array_length(?12) > 0 AND t146.void_reason IS NULL AND t146.county_id = ?8 AND (t146.id IN (
          SELECT rowid
          FROM gx_training_charge_search
          WHERE gx_training_charge_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(t146.search, word.value) = 0))
      ORDER BY t146.id
      LIMIT 5) t146 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"StudentCase"}')
    FROM (
      SELECT p148.id, p148.version, p148.position, p148.void_reason, p148.number, p148.kind, p148.procedure, p148.procedure_version, p148.form_title, p148.basis, p148.outcome, p148.subject, p148.subject_name, p148.student_id, p148.unit_id, p148.unit_name, p148.state, p148.step, p148.step_english, p148.step_chinese, p148.sequence, p148.due, p148.opener_id, p148.opened_by, p148.opened_for, p148.opened_at, p148.ended_at, p148.end_reason, p148.remedy_english, p148.remedy_chinese, p148.file_count, p148.verification, p148.county_id, p148.search
      FROM procedure_case p148
      WHERE json_array_length(?12) > 0 AND p148.void_reason IS NULL AND p148.kind IN ('student_case') AND EXISTS (
        SELECT 1
        FROM case_party p148p
        WHERE p148p.case_id = p148.id AND p148p.void_reason IS NULL AND p148p.county_id = ?9) AND (p148.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(p148.search, word.value) = 0))
      ORDER BY p148.id
      LIMIT 5) p148 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"EntryDeferral"}')
    FROM (
      SELECT e150.*
      FROM entry_deferral e150
      WHERE json_array_length(?12) > 0 AND e150.void_reason IS NULL AND e150.county_id = ?10 AND (e150.id IN (
          SELECT rowid
          FROM gx_entry_deferral_search
          WHERE gx_entry_deferral_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(e150.search, word.value) = 0))
      ORDER BY e150.id
      LIMIT 5) e150 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"SchoolProposal"}')
    FROM (
      SELECT s152.*
      FROM school_proposal s152
      WHERE json_array_length(?12) > 0 AND s152.void_reason IS NULL AND s152.county_id = ?3 AND (s152.id IN (
          SELECT rowid
          FROM gx_school_proposal_search
          WHERE gx_school_proposal_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(s152.search, word.value) = 0))
      ORDER BY s152.id
      LIMIT 5) s152 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"EstablishmentCase"}')
    FROM (
      SELECT p154.id, p154.version, p154.position, p154.void_reason, p154.number, p154.kind, p154.procedure, p154.procedure_version, p154.form_title, p154.basis, p154.outcome, p154.subject, p154.subject_name, p154.student_id, p154.unit_id, p154.unit_name, p154.state, p154.step, p154.step_english, p154.step_chinese, p154.sequence, p154.due, p154.opener_id, p154.opened_by, p154.opened_for, p154.opened_at, p154.ended_at, p154.end_reason, p154.remedy_english, p154.remedy_chinese, p154.file_count, p154.verification, p154.county_id, p154.search
      FROM procedure_case p154
      WHERE json_array_length(?12) > 0 AND p154.void_reason IS NULL AND p154.kind IN ('establishment_case') AND EXISTS (
        SELECT 1
        FROM case_party p154p
        WHERE p154p.case_id = p154.id AND p154p.void_reason IS NULL AND p154p.county_id = ?3) AND (p154.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(p154.search, word.value) = 0))
      ORDER BY p154.id
      LIMIT 5) p154 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Organiser"}')
    FROM (
      SELECT o156.*
      FROM organiser o156
      WHERE json_array_length(?12) > 0 AND o156.void_reason IS NULL AND o156.county_id = ?11 AND (o156.id IN (
          SELECT rowid
          FROM gx_organiser_search
          WHERE gx_organiser_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(o156.search, word.value) = 0))
      ORDER BY o156.id
      LIMIT 5) o156 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"PrivateProject"}')
    FROM (
      SELECT p158.*
      FROM private_project p158
      WHERE json_array_length(?12) > 0 AND p158.void_reason IS NULL AND p158.county_id = ?11 AND (p158.id IN (
          SELECT rowid
          FROM gx_private_project_search
          WHERE gx_private_project_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(p158.search, word.value) = 0))
      ORDER BY p158.id
      LIMIT 5) p158 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Licence"}')
    FROM (
      SELECT l160.*
      FROM licence l160
      WHERE json_array_length(?12) > 0 AND l160.void_reason IS NULL AND l160.county_id = ?3 AND (l160.id IN (
          SELECT rowid
          FROM gx_licence_search
          WHERE gx_licence_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(l160.search, word.value) = 0))
      ORDER BY l160.id
      LIMIT 5) l160 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Termination"}')
    FROM (
      SELECT t162.*
      FROM termination t162
      WHERE json_array_length(?12) > 0 AND t162.void_reason IS NULL AND t162.county_id = ?3 AND (t162.id IN (
          SELECT rowid
          FROM gx_termination_search
          WHERE gx_termination_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(t162.search, word.value) = 0))
      ORDER BY t162.id
      LIMIT 5) t162 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"PublicLicence"}')
    FROM (
      SELECT p164.*
      FROM public_licence p164
      WHERE json_array_length(?12) > 0 AND p164.void_reason IS NULL AND (p164.id IN (
          SELECT rowid
          FROM gx_public_licence_search
          WHERE gx_public_licence_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(p164.search, word.value) = 0))
      ORDER BY p164.id
      LIMIT 5) p164 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"PrivateSchoolCase"}')
    FROM (
      SELECT p166.id, p166.version, p166.position, p166.void_reason, p166.number, p166.kind, p166.procedure, p166.procedure_version, p166.form_title, p166.basis, p166.outcome, p166.subject, p166.subject_name, p166.student_id, p166.unit_id, p166.unit_name, p166.state, p166.step, p166.step_english, p166.step_chinese, p166.sequence, p166.due, p166.opener_id, p166.opened_by, p166.opened_for, p166.opened_at, p166.ended_at, p166.end_reason, p166.remedy_english, p166.remedy_chinese, p166.file_count, p166.verification, p166.county_id, p166.search
      FROM procedure_case p166
      WHERE json_array_length(?12) > 0 AND p166.void_reason IS NULL AND p166.kind IN ('private_school_case') AND EXISTS (
        SELECT 1
        FROM case_party p166p
        WHERE p166p.case_id = p166.id AND p166p.void_reason IS NULL AND p166p.county_id = ?3) AND (p166.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(p166.search, word.value) = 0))
      ORDER BY p166.id
      LIMIT 5) p166 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"MajorCase"}')
    FROM (
      SELECT p168.id, p168.version, p168.position, p168.void_reason, p168.number, p168.kind, p168.procedure, p168.procedure_version, p168.form_title, p168.basis, p168.outcome, p168.subject, p168.subject_name, p168.student_id, p168.unit_id, p168.unit_name, p168.state, p168.step, p168.step_english, p168.step_chinese, p168.sequence, p168.due, p168.opener_id, p168.opened_by, p168.opened_for, p168.opened_at, p168.ended_at, p168.end_reason, p168.remedy_english, p168.remedy_chinese, p168.file_count, p168.verification, p168.county_id, p168.search
      FROM procedure_case p168
      WHERE json_array_length(?12) > 0 AND p168.void_reason IS NULL AND p168.kind IN ('major_case') AND EXISTS (
        SELECT 1
        FROM case_party p168p
        WHERE p168p.case_id = p168.id AND p168p.void_reason IS NULL AND p168p.county_id = ?3) AND (p168.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(p168.search, word.value) = 0))
      ORDER BY p168.id
      LIMIT 5) p168 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Enterprise"}')
    FROM (
      SELECT e170.*
      FROM enterprise e170
      WHERE json_array_length(?12) > 0 AND e170.void_reason IS NULL AND (e170.id IN (
          SELECT rowid
          FROM gx_enterprise_search
          WHERE gx_enterprise_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(e170.search, word.value) = 0))
      ORDER BY e170.id
      LIMIT 5) e170 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"ZonePlan"}')
    FROM (
      SELECT z172.*
      FROM zone_plan z172
      WHERE json_array_length(?12) > 0 AND z172.void_reason IS NULL AND z172.county_id = ?3 AND (z172.id IN (
          SELECT rowid
          FROM gx_zone_plan_search_unit_search
          WHERE gx_zone_plan_search_unit_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(z172.search, word.value) = 0 AND instr(z172.unit_search, word.value) = 0))
      ORDER BY z172.id
      LIMIT 5) z172 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"SchoolZone"}')
    FROM (
      SELECT s174.*
      FROM school_zone s174
      WHERE json_array_length(?12) > 0 AND s174.void_reason IS NULL AND s174.county_id = ?3 AND (s174.id IN (
          SELECT rowid
          FROM gx_school_zone_search
          WHERE gx_school_zone_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(s174.search, word.value) = 0))
      ORDER BY s174.id
      LIMIT 5) s174 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"ZoneAddress"}')
    FROM (
      SELECT z176.*
      FROM zone_address z176
      WHERE json_array_length(?12) > 0 AND z176.void_reason IS NULL AND z176.county_id = ?3 AND (z176.id IN (
          SELECT rowid
          FROM gx_zone_address_search
          WHERE gx_zone_address_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(z176.search, word.value) = 0))
      ORDER BY z176.id
      LIMIT 5) z176 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"KnownAddress"}')
    FROM (
      SELECT k178.*
      FROM known_address k178
      WHERE json_array_length(?12) > 0 AND k178.void_reason IS NULL AND k178.county_id = ?3 AND (k178.id IN (
          SELECT rowid
          FROM gx_known_address_search
          WHERE gx_known_address_search MATCH ?13) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?12) word
          WHERE instr(k178.search, word.value) = 0))
      ORDER BY k178.id
      LIMIT 5) k178 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '[]', '['||substr(''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||''||'', 2)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
