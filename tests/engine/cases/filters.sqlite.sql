SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM student s5
    WHERE s5.void_reason IS NULL AND EXISTS (
      SELECT 1
      FROM unit u6
      WHERE u6.id = s5.school_id AND u6.category IN ('SCHOOL') AND EXISTS (
        SELECT 1
        FROM unit u7
        WHERE u7.id = u6.superior_id AND (u7.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR u7.category IN ('SCHOOL')) AND u7.code = ?1)) AND (s5.grade IN (
        SELECT value
        FROM json_each(?2)) OR EXISTS (
        SELECT 1
        FROM person p8
        WHERE p8.id = s5.person_id AND p8.name LIKE ?3 ESCAPE '\')) AND (s5.person_sex = ?4) IS NOT TRUE)||',"nodes":['||group_concat('{"person":'||(
      SELECT '{"name":'||json_quote(p9.name)||',"sex":'||CASE WHEN p9.sex IS NOT NULL THEN '{"code":'||coalesce('"'||p9.sex||'"', 'null')||'}' ELSE 'null' END||'}'
      FROM person p9
      WHERE p9.id = s0.person_id UNION ALL SELECT 'null'
      LIMIT 1)||',"grade":{"code":"'||s0.grade||'"}}')||']}'
  FROM (
    SELECT s0.*
    FROM student s0
    WHERE s0.void_reason IS NULL AND EXISTS (
      SELECT 1
      FROM unit u1
      WHERE u1.id = s0.school_id AND u1.category IN ('SCHOOL') AND EXISTS (
        SELECT 1
        FROM unit u2
        WHERE u2.id = u1.superior_id AND (u2.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR u2.category IN ('SCHOOL')) AND u2.code = ?1)) AND (s0.grade IN (
        SELECT value
        FROM json_each(?2)) OR EXISTS (
        SELECT 1
        FROM person p3
        WHERE p3.id = s0.person_id AND p3.name LIKE ?3 ESCAPE '\')) AND (s0.person_sex = ?4) IS NOT TRUE
    ORDER BY s0.person_name_sort, s0.id
    LIMIT 50) s0 HAVING count(*) > 0 UNION ALL SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM student s5
    WHERE s5.void_reason IS NULL AND EXISTS (
      SELECT 1
      FROM unit u6
      WHERE u6.id = s5.school_id AND u6.category IN ('SCHOOL') AND EXISTS (
        SELECT 1
        FROM unit u7
        WHERE u7.id = u6.superior_id AND (u7.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR u7.category IN ('SCHOOL')) AND u7.code = ?1)) AND (s5.grade IN (
        SELECT value
        FROM json_each(?2)) OR EXISTS (
        SELECT 1
        FROM person p8
        WHERE p8.id = s5.person_id AND p8.name LIKE ?3 ESCAPE '\')) AND (s5.person_sex = ?4) IS NOT TRUE)||',"nodes":[]}'
  LIMIT 1)
