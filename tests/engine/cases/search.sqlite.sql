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
    LIMIT 1), 2)||']', '['||substr((
    SELECT ','||group_concat('{"__typename":"Division"}')
    FROM (
      SELECT d32.*
      FROM division d32
      WHERE json_array_length(?7) > 0 AND d32.void_reason IS NULL AND (d32.id IN (
          SELECT rowid
          FROM gx_division_search
          WHERE gx_division_search MATCH ?8) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?7) word
          WHERE instr(d32.search, word.value) = 0))
      ORDER BY d32.id
      LIMIT 5) d32 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Office"}')
    FROM (
      SELECT u34.*
      FROM unit u34
      WHERE json_array_length(?7) > 0 AND u34.void_reason IS NULL AND u34.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (u34.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?8) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?7) word
          WHERE instr(u34.search, word.value) = 0))
      ORDER BY u34.id
      LIMIT 5) u34 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"FormerName"}')
    FROM (
      SELECT f36.*
      FROM former_name f36
      WHERE json_array_length(?7) > 0 AND f36.void_reason IS NULL AND f36.county_id = ?3 AND (f36.id IN (
          SELECT rowid
          FROM gx_former_name_search
          WHERE gx_former_name_search MATCH ?8) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?7) word
          WHERE instr(f36.search, word.value) = 0))
      ORDER BY f36.id
      LIMIT 5) f36 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"School"}')
    FROM (
      SELECT u40.*
      FROM unit u40
      WHERE json_array_length(?7) > 0 AND u40.void_reason IS NULL AND u40.category IN ('SCHOOL') AND u40.county_id = ?4 AND (u40.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?8) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?7) word
          WHERE instr(u40.search, word.value) = 0))
      ORDER BY u40.id
      LIMIT 5) u40 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Teacher"}')
    FROM (
      SELECT t42.*
      FROM teacher t42
      WHERE json_array_length(?7) > 0 AND t42.void_reason IS NULL AND t42.county_id = ?5 AND (t42.id IN (
          SELECT rowid
          FROM gx_teacher_search_person_search
          WHERE gx_teacher_search_person_search MATCH ?8) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?7) word
          WHERE instr(t42.search, word.value) = 0 AND instr(t42.person_search, word.value) = 0))
      ORDER BY t42.id
      LIMIT 5) t42 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Student"}')
    FROM (
      SELECT s44.id, s44.version, s44.position, s44.void_reason, s44.merged_into_id, s44.number, s44.person_id, s44.national_number_mask, s44.school_id, s44.grade, s44.school_class_id, s44.seat_number, s44.category, s44.status, s44.boarding, s44.entered_on, s44.county_id, s44.person_name_sort, s44.person_sex, s44.person_birth_date, s44.search, s44.person_search
      FROM student s44
      WHERE json_array_length(?7) > 0 AND s44.void_reason IS NULL AND s44.county_id = ?6 AND (s44.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?8) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?7) word
          WHERE instr(s44.search, word.value) = 0 AND instr(s44.person_search, word.value) = 0))
      ORDER BY s44.id
      LIMIT 5) s44 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Role"}')
    FROM (
      SELECT r46.*
      FROM role r46
      WHERE json_array_length(?7) > 0 AND r46.void_reason IS NULL AND (r46.id IN (
          SELECT rowid
          FROM gx_role_search
          WHERE gx_role_search MATCH ?8) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?7) word
          WHERE instr(r46.search, word.value) = 0))
      ORDER BY r46.id
      LIMIT 5) r46 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '[]', '['||substr(''||''||''||''||''||''||'', 2)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
