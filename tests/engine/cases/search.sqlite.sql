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
      SELECT p38.id, p38.version, p38.position, p38.void_reason, p38.number, p38.kind, p38.procedure, p38.procedure_version, p38.form_title, p38.basis, p38.outcome, p38.subject, p38.subject_name, p38.student_id, p38.unit_id, p38.unit_name, p38.state, p38.step, p38.step_english, p38.step_chinese, p38.sequence, p38.due, p38.opener_id, p38.opened_by, p38.opened_for, p38.opened_at, p38.ended_at, p38.end_reason, p38.file_count, p38.verification, p38.county_id, p38.search
      FROM procedure_case p38
      WHERE json_array_length(?1) > 0 AND p38.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM case_party p38p
        WHERE p38p.case_id = p38.id AND p38p.void_reason IS NULL AND p38p.county_id = ?7) AND (p38.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p38.search, word.value) = 0))
      ORDER BY p38.id
      LIMIT 1) p38 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '['||substr((
    SELECT ','||group_concat('{"__typename":"Division"}')
    FROM (
      SELECT d40.*
      FROM division d40
      WHERE json_array_length(?8) > 0 AND d40.void_reason IS NULL AND (d40.id IN (
          SELECT rowid
          FROM gx_division_search
          WHERE gx_division_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(d40.search, word.value) = 0))
      ORDER BY d40.id
      LIMIT 5) d40 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Office"}')
    FROM (
      SELECT u42.*
      FROM unit u42
      WHERE json_array_length(?8) > 0 AND u42.void_reason IS NULL AND u42.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (u42.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(u42.search, word.value) = 0))
      ORDER BY u42.id
      LIMIT 5) u42 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"FormerName"}')
    FROM (
      SELECT f44.*
      FROM former_name f44
      WHERE json_array_length(?8) > 0 AND f44.void_reason IS NULL AND f44.county_id = ?3 AND (f44.id IN (
          SELECT rowid
          FROM gx_former_name_search
          WHERE gx_former_name_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(f44.search, word.value) = 0))
      ORDER BY f44.id
      LIMIT 5) f44 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"School"}')
    FROM (
      SELECT u48.*
      FROM unit u48
      WHERE json_array_length(?8) > 0 AND u48.void_reason IS NULL AND u48.category IN ('SCHOOL') AND u48.county_id = ?4 AND (u48.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(u48.search, word.value) = 0))
      ORDER BY u48.id
      LIMIT 5) u48 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Teacher"}')
    FROM (
      SELECT t50.*
      FROM teacher t50
      WHERE json_array_length(?8) > 0 AND t50.void_reason IS NULL AND t50.county_id = ?5 AND (t50.id IN (
          SELECT rowid
          FROM gx_teacher_search_person_search
          WHERE gx_teacher_search_person_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(t50.search, word.value) = 0 AND instr(t50.person_search, word.value) = 0))
      ORDER BY t50.id
      LIMIT 5) t50 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Student"}')
    FROM (
      SELECT s52.id, s52.version, s52.position, s52.void_reason, s52.merged_into_id, s52.number, s52.person_id, s52.national_number_mask, s52.school_id, s52.grade, s52.school_class_id, s52.seat_number, s52.category, s52.status, s52.boarding, s52.entered_on, s52.county_id, s52.person_name_sort, s52.person_sex, s52.person_birth_date, s52.search, s52.person_search
      FROM student s52
      WHERE json_array_length(?8) > 0 AND s52.void_reason IS NULL AND s52.county_id = ?6 AND (s52.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(s52.search, word.value) = 0 AND instr(s52.person_search, word.value) = 0))
      ORDER BY s52.id
      LIMIT 5) s52 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Role"}')
    FROM (
      SELECT r54.*
      FROM role r54
      WHERE json_array_length(?8) > 0 AND r54.void_reason IS NULL AND (r54.id IN (
          SELECT rowid
          FROM gx_role_search
          WHERE gx_role_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(r54.search, word.value) = 0))
      ORDER BY r54.id
      LIMIT 5) r54 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"OrganCode"}')
    FROM (
      SELECT o56.*
      FROM organ_code o56
      WHERE json_array_length(?8) > 0 AND o56.void_reason IS NULL AND o56.county_id = ?3 AND (o56.id IN (
          SELECT rowid
          FROM gx_organ_code_search
          WHERE gx_organ_code_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(o56.search, word.value) = 0))
      ORDER BY o56.id
      LIMIT 5) o56 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"OfficialDocument"}')
    FROM (
      SELECT o58.id, o58.version, o58.position, o58.void_reason, o58.direction, o58.unit_id, o58.number, o58.organ_code, o58.year, o58.serial, o58.sender, o58.title, o58.dated_on, o58.received_on, o58.urgency, o58.secrecy, o58.kept_at, o58.summary, o58.registered_by, o58.registered_at, o58.county_id, o58.search
      FROM official_document o58
      WHERE json_array_length(?8) > 0 AND o58.void_reason IS NULL AND o58.county_id = ?3 AND (o58.id IN (
          SELECT rowid
          FROM gx_official_document_search
          WHERE gx_official_document_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(o58.search, word.value) = 0))
      ORDER BY o58.id
      LIMIT 5) o58 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"AssignedTask"}')
    FROM (
      SELECT a60.*
      FROM assigned_task a60
      WHERE json_array_length(?8) > 0 AND a60.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM task_party a60p
        WHERE a60p.task_id = a60.id AND a60p.void_reason IS NULL AND a60p.county_id = ?3) AND (a60.id IN (
          SELECT rowid
          FROM gx_assigned_task_search
          WHERE gx_assigned_task_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(a60.search, word.value) = 0))
      ORDER BY a60.id
      LIMIT 5) a60 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"StudentCase"}')
    FROM (
      SELECT p78.id, p78.version, p78.position, p78.void_reason, p78.number, p78.kind, p78.procedure, p78.procedure_version, p78.form_title, p78.basis, p78.outcome, p78.subject, p78.subject_name, p78.student_id, p78.unit_id, p78.unit_name, p78.state, p78.step, p78.step_english, p78.step_chinese, p78.sequence, p78.due, p78.opener_id, p78.opened_by, p78.opened_for, p78.opened_at, p78.ended_at, p78.end_reason, p78.file_count, p78.verification, p78.county_id, p78.search
      FROM procedure_case p78
      WHERE json_array_length(?8) > 0 AND p78.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM case_party p78p
        WHERE p78p.case_id = p78.id AND p78p.void_reason IS NULL AND p78p.county_id = ?7) AND (p78.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(p78.search, word.value) = 0))
      ORDER BY p78.id
      LIMIT 5) p78 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '[]', '['||substr(''||''||''||''||''||''||''||''||''||''||'', 2)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
