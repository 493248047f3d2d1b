SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM student s6
    WHERE s6.void_reason IS NULL AND EXISTS (
      SELECT 1
      FROM unit u7
      WHERE u7.id = s6.school_id AND u7.category IN ('SCHOOL') AND u7.superior_id IS NOT NULL AND EXISTS (
        SELECT 1
        FROM unit u8
        WHERE u8.id = u7.superior_id AND u8.code = ?1)) AND (s6.grade IN (
        SELECT value
        FROM json_each(?2)) OR EXISTS (
        SELECT 1
        FROM person p9
        WHERE p9.id = s6.person_id AND p9.name LIKE ?3 ESCAPE '\')) AND (s6.person_sex = ?4) IS NOT TRUE)||',"nodes":['||group_concat('{"person":'||(
      SELECT '{"name":'||json_quote(p11.name)||',"sex":'||CASE WHEN p11.sex IS NOT NULL THEN '{"code":'||coalesce('"'||p11.sex||'"', 'null')||'}' ELSE 'null' END||'}'
      FROM person p11
      WHERE p11.id = s0.person_id UNION ALL SELECT 'null'
      LIMIT 1)||',"grade":{"code":"'||s0.grade||'"}}')||']}'
  FROM (
    SELECT s0.id, s0.version, s0.position, s0.void_reason, s0.merged_into_id, s0.number, s0.person_id, s0.national_number_mask, s0.school_id, s0.grade, s0.school_class_id, s0.seat_number, s0.category, s0.status, s0.boarding, s0.entered_on, s0.county_id, s0.person_name_sort, s0.person_sex, s0.person_birth_date, s0.search, s0.person_search
    FROM student s0
    WHERE s0.void_reason IS NULL AND EXISTS (
      SELECT 1
      FROM unit u1
      WHERE u1.id = s0.school_id AND u1.category IN ('SCHOOL') AND u1.superior_id IS NOT NULL AND EXISTS (
        SELECT 1
        FROM unit u2
        WHERE u2.id = u1.superior_id AND u2.code = ?1)) AND (s0.grade IN (
        SELECT value
        FROM json_each(?2)) OR EXISTS (
        SELECT 1
        FROM person p3
        WHERE p3.id = s0.person_id AND p3.name LIKE ?3 ESCAPE '\')) AND (s0.person_sex = ?4) IS NOT TRUE
    ORDER BY s0.person_name_sort, s0.id
    LIMIT 50) s0 HAVING count(*) > 0 UNION ALL SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM student s6
    WHERE s6.void_reason IS NULL AND EXISTS (
      SELECT 1
      FROM unit u7
      WHERE u7.id = s6.school_id AND u7.category IN ('SCHOOL') AND u7.superior_id IS NOT NULL AND EXISTS (
        SELECT 1
        FROM unit u8
        WHERE u8.id = u7.superior_id AND u8.code = ?1)) AND (s6.grade IN (
        SELECT value
        FROM json_each(?2)) OR EXISTS (
        SELECT 1
        FROM person p9
        WHERE p9.id = s6.person_id AND p9.name LIKE ?3 ESCAPE '\')) AND (s6.person_sex = ?4) IS NOT TRUE)||',"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
