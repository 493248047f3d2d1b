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
      WHERE json_array_length(?1) > 0 AND s12.void_reason IS NULL AND s12.county_id = ?5 AND (s12.id IN (
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
      SELECT d30.*
      FROM division d30
      WHERE json_array_length(?6) > 0 AND d30.void_reason IS NULL AND (d30.id IN (
          SELECT rowid
          FROM gx_division_search
          WHERE gx_division_search MATCH ?7) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?6) word
          WHERE instr(d30.search, word.value) = 0))
      ORDER BY d30.id
      LIMIT 5) d30 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Office"}')
    FROM (
      SELECT u32.*
      FROM unit u32
      WHERE json_array_length(?6) > 0 AND u32.void_reason IS NULL AND u32.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (u32.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?7) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?6) word
          WHERE instr(u32.search, word.value) = 0))
      ORDER BY u32.id
      LIMIT 5) u32 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"FormerName"}')
    FROM (
      SELECT f34.*
      FROM former_name f34
      WHERE json_array_length(?6) > 0 AND f34.void_reason IS NULL AND f34.county_id = ?3 AND (f34.id IN (
          SELECT rowid
          FROM gx_former_name_search
          WHERE gx_former_name_search MATCH ?7) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?6) word
          WHERE instr(f34.search, word.value) = 0))
      ORDER BY f34.id
      LIMIT 5) f34 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"School"}')
    FROM (
      SELECT u38.*
      FROM unit u38
      WHERE json_array_length(?6) > 0 AND u38.void_reason IS NULL AND u38.category IN ('SCHOOL') AND u38.county_id = ?4 AND (u38.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?7) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?6) word
          WHERE instr(u38.search, word.value) = 0))
      ORDER BY u38.id
      LIMIT 5) u38 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Teacher"}')
    FROM (
      SELECT t40.*
      FROM teacher t40
      WHERE json_array_length(?6) > 0 AND t40.void_reason IS NULL AND t40.county_id = ?3 AND (t40.id IN (
          SELECT rowid
          FROM gx_teacher_search_person_search
          WHERE gx_teacher_search_person_search MATCH ?7) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?6) word
          WHERE instr(t40.search, word.value) = 0 AND instr(t40.person_search, word.value) = 0))
      ORDER BY t40.id
      LIMIT 5) t40 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Student"}')
    FROM (
      SELECT s42.*
      FROM student s42
      WHERE json_array_length(?6) > 0 AND s42.void_reason IS NULL AND s42.county_id = ?5 AND (s42.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?7) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?6) word
          WHERE instr(s42.search, word.value) = 0 AND instr(s42.person_search, word.value) = 0))
      ORDER BY s42.id
      LIMIT 5) s42 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '[]', '['||substr(''||''||''||''||''||'', 2)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
