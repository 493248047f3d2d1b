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
      SELECT p32.id, p32.version, p32.position, p32.void_reason, p32.number, p32.kind, p32.procedure, p32.procedure_version, p32.form_title, p32.basis, p32.outcome, p32.subject, p32.subject_name, p32.student_id, p32.unit_id, p32.unit_name, p32.state, p32.step, p32.step_english, p32.step_chinese, p32.sequence, p32.due, p32.opener_id, p32.opened_by, p32.opened_for, p32.opened_at, p32.ended_at, p32.end_reason, p32.verification, p32.county_id, p32.search
      FROM procedure_case p32
      WHERE json_array_length(?1) > 0 AND p32.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM case_party p32p
        WHERE p32p.case_id = p32.id AND p32p.void_reason IS NULL AND p32p.county_id = ?7) AND (p32.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(p32.search, word.value) = 0))
      ORDER BY p32.id
      LIMIT 1) p32 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '['||substr((
    SELECT ','||group_concat('{"__typename":"Division"}')
    FROM (
      SELECT d34.*
      FROM division d34
      WHERE json_array_length(?8) > 0 AND d34.void_reason IS NULL AND (d34.id IN (
          SELECT rowid
          FROM gx_division_search
          WHERE gx_division_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(d34.search, word.value) = 0))
      ORDER BY d34.id
      LIMIT 5) d34 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Office"}')
    FROM (
      SELECT u36.*
      FROM unit u36
      WHERE json_array_length(?8) > 0 AND u36.void_reason IS NULL AND u36.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (u36.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(u36.search, word.value) = 0))
      ORDER BY u36.id
      LIMIT 5) u36 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"FormerName"}')
    FROM (
      SELECT f38.*
      FROM former_name f38
      WHERE json_array_length(?8) > 0 AND f38.void_reason IS NULL AND f38.county_id = ?3 AND (f38.id IN (
          SELECT rowid
          FROM gx_former_name_search
          WHERE gx_former_name_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(f38.search, word.value) = 0))
      ORDER BY f38.id
      LIMIT 5) f38 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"School"}')
    FROM (
      SELECT u42.*
      FROM unit u42
      WHERE json_array_length(?8) > 0 AND u42.void_reason IS NULL AND u42.category IN ('SCHOOL') AND u42.county_id = ?4 AND (u42.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(u42.search, word.value) = 0))
      ORDER BY u42.id
      LIMIT 5) u42 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Teacher"}')
    FROM (
      SELECT t44.*
      FROM teacher t44
      WHERE json_array_length(?8) > 0 AND t44.void_reason IS NULL AND t44.county_id = ?5 AND (t44.id IN (
          SELECT rowid
          FROM gx_teacher_search_person_search
          WHERE gx_teacher_search_person_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(t44.search, word.value) = 0 AND instr(t44.person_search, word.value) = 0))
      ORDER BY t44.id
      LIMIT 5) t44 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Student"}')
    FROM (
      SELECT s46.id, s46.version, s46.position, s46.void_reason, s46.merged_into_id, s46.number, s46.person_id, s46.national_number_mask, s46.school_id, s46.grade, s46.school_class_id, s46.seat_number, s46.category, s46.status, s46.boarding, s46.entered_on, s46.county_id, s46.person_name_sort, s46.person_sex, s46.person_birth_date, s46.search, s46.person_search
      FROM student s46
      WHERE json_array_length(?8) > 0 AND s46.void_reason IS NULL AND s46.county_id = ?6 AND (s46.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(s46.search, word.value) = 0 AND instr(s46.person_search, word.value) = 0))
      ORDER BY s46.id
      LIMIT 5) s46 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Role"}')
    FROM (
      SELECT r48.*
      FROM role r48
      WHERE json_array_length(?8) > 0 AND r48.void_reason IS NULL AND (r48.id IN (
          SELECT rowid
          FROM gx_role_search
          WHERE gx_role_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(r48.search, word.value) = 0))
      ORDER BY r48.id
      LIMIT 5) r48 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"StudentCase"}')
    FROM (
      SELECT p66.id, p66.version, p66.position, p66.void_reason, p66.number, p66.kind, p66.procedure, p66.procedure_version, p66.form_title, p66.basis, p66.outcome, p66.subject, p66.subject_name, p66.student_id, p66.unit_id, p66.unit_name, p66.state, p66.step, p66.step_english, p66.step_chinese, p66.sequence, p66.due, p66.opener_id, p66.opened_by, p66.opened_for, p66.opened_at, p66.ended_at, p66.end_reason, p66.verification, p66.county_id, p66.search
      FROM procedure_case p66
      WHERE json_array_length(?8) > 0 AND p66.void_reason IS NULL AND EXISTS (
        SELECT 1
        FROM case_party p66p
        WHERE p66p.case_id = p66.id AND p66p.void_reason IS NULL AND p66p.county_id = ?7) AND (p66.id IN (
          SELECT rowid
          FROM gx_procedure_case_search
          WHERE gx_procedure_case_search MATCH ?9) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?8) word
          WHERE instr(p66.search, word.value) = 0))
      ORDER BY p66.id
      LIMIT 5) p66 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '[]', '['||substr(''||''||''||''||''||''||''||'', 2)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
