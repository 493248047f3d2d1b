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
      WHERE json_array_length(?1) > 0 AND u8.void_reason IS NULL AND u8.category IN ('SCHOOL') AND u8.county_id = ?3 AND (u8.id IN (
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
      WHERE json_array_length(?1) > 0 AND t10.void_reason IS NULL AND t10.county_id = ?3 AND (t10.id IN (
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
      SELECT s12.*
      FROM student s12
      WHERE json_array_length(?1) > 0 AND s12.void_reason IS NULL AND s12.county_id = ?4 AND (s12.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(s12.search, word.value) = 0 AND instr(s12.person_search, word.value) = 0))
      ORDER BY s12.id
      LIMIT 1) s12 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '['||substr((
    SELECT ','||group_concat('{"__typename":"Division"}')
    FROM (
      SELECT d14.*
      FROM division d14
      WHERE json_array_length(?5) > 0 AND d14.void_reason IS NULL AND (d14.id IN (
          SELECT rowid
          FROM gx_division_search
          WHERE gx_division_search MATCH ?6) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?5) word
          WHERE instr(d14.search, word.value) = 0))
      ORDER BY d14.id
      LIMIT 5) d14 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Office"}')
    FROM (
      SELECT u16.*
      FROM unit u16
      WHERE json_array_length(?5) > 0 AND u16.void_reason IS NULL AND u16.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (u16.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?6) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?5) word
          WHERE instr(u16.search, word.value) = 0))
      ORDER BY u16.id
      LIMIT 5) u16 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"FormerName"}')
    FROM (
      SELECT f18.*
      FROM former_name f18
      WHERE json_array_length(?5) > 0 AND f18.void_reason IS NULL AND f18.county_id = ?3 AND (f18.id IN (
          SELECT rowid
          FROM gx_former_name_search
          WHERE gx_former_name_search MATCH ?6) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?5) word
          WHERE instr(f18.search, word.value) = 0))
      ORDER BY f18.id
      LIMIT 5) f18 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"School"}')
    FROM (
      SELECT u22.*
      FROM unit u22
      WHERE json_array_length(?5) > 0 AND u22.void_reason IS NULL AND u22.category IN ('SCHOOL') AND u22.county_id = ?3 AND (u22.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?6) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?5) word
          WHERE instr(u22.search, word.value) = 0))
      ORDER BY u22.id
      LIMIT 5) u22 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Teacher"}')
    FROM (
      SELECT t24.*
      FROM teacher t24
      WHERE json_array_length(?5) > 0 AND t24.void_reason IS NULL AND t24.county_id = ?3 AND (t24.id IN (
          SELECT rowid
          FROM gx_teacher_search_person_search
          WHERE gx_teacher_search_person_search MATCH ?6) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?5) word
          WHERE instr(t24.search, word.value) = 0 AND instr(t24.person_search, word.value) = 0))
      ORDER BY t24.id
      LIMIT 5) t24 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Student"}')
    FROM (
      SELECT s26.*
      FROM student s26
      WHERE json_array_length(?5) > 0 AND s26.void_reason IS NULL AND s26.county_id = ?4 AND (s26.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?6) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?5) word
          WHERE instr(s26.search, word.value) = 0 AND instr(s26.person_search, word.value) = 0))
      ORDER BY s26.id
      LIMIT 5) s26 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '[]', '['||substr(''||''||''||''||''||'', 2)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
