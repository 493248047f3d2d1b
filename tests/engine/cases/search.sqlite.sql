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
      SELECT u6.*
      FROM unit u6
      WHERE json_array_length(?1) > 0 AND u6.void_reason IS NULL AND u6.category IN ('SCHOOL') AND u6.county_id = ?3 AND (u6.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(u6.search, word.value) = 0))
      ORDER BY u6.id
      LIMIT 1) u6 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"grade":{"code":"'||s8.grade||'"}}')
    FROM (
      SELECT s8.*
      FROM student s8
      WHERE json_array_length(?1) > 0 AND s8.void_reason IS NULL AND s8.county_id = ?3 AND (s8.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?2) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?1) word
          WHERE instr(s8.search, word.value) = 0 AND instr(s8.person_search, word.value) = 0))
      ORDER BY s8.id
      LIMIT 1) s8 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '['||substr((
    SELECT ','||group_concat('{"__typename":"Division"}')
    FROM (
      SELECT d10.*
      FROM division d10
      WHERE json_array_length(?4) > 0 AND d10.void_reason IS NULL AND (d10.id IN (
          SELECT rowid
          FROM gx_division_search
          WHERE gx_division_search MATCH ?5) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?4) word
          WHERE instr(d10.search, word.value) = 0))
      ORDER BY d10.id
      LIMIT 5) d10 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Office"}')
    FROM (
      SELECT u12.*
      FROM unit u12
      WHERE json_array_length(?4) > 0 AND u12.void_reason IS NULL AND u12.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND (u12.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?5) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?4) word
          WHERE instr(u12.search, word.value) = 0))
      ORDER BY u12.id
      LIMIT 5) u12 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"School"}')
    FROM (
      SELECT u16.*
      FROM unit u16
      WHERE json_array_length(?4) > 0 AND u16.void_reason IS NULL AND u16.category IN ('SCHOOL') AND u16.county_id = ?3 AND (u16.id IN (
          SELECT rowid
          FROM gx_unit_search
          WHERE gx_unit_search MATCH ?5) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?4) word
          WHERE instr(u16.search, word.value) = 0))
      ORDER BY u16.id
      LIMIT 5) u16 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1)||(
    SELECT ','||group_concat('{"__typename":"Student"}')
    FROM (
      SELECT s18.*
      FROM student s18
      WHERE json_array_length(?4) > 0 AND s18.void_reason IS NULL AND s18.county_id = ?3 AND (s18.id IN (
          SELECT rowid
          FROM gx_student_search_person_search
          WHERE gx_student_search_person_search MATCH ?5) AND NOT EXISTS (
          SELECT 1
          FROM json_each(?4) word
          WHERE instr(s18.search, word.value) = 0 AND instr(s18.person_search, word.value) = 0))
      ORDER BY s18.id
      LIMIT 5) s18 HAVING count(*) > 0 UNION ALL SELECT ''
    LIMIT 1), 2)||']', '[]', '['||substr(''||''||''||'', 2)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
