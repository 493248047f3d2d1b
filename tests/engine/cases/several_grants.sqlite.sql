SELECT (
  SELECT '{"nodes":['||group_concat('{"person":'||(
      SELECT '{"name":'||json_quote(p2.name)||',"address":'||coalesce(json_quote(p2.address), 'null')||'}'
      FROM person p2
      WHERE p2.id = s0.person_id UNION ALL SELECT 'null'
      LIMIT 1)||',"school":'||(
      SELECT '{"name":'||json_quote(u3.name)||'}'
      FROM unit u3
      WHERE u3.id = s0.school_id AND u3.category IN ('SCHOOL') AND (u3.county_id = ?3 OR u3.id = ?4) UNION ALL SELECT 'null'
      LIMIT 1)||'}')||']}'
  FROM (
    SELECT s0.id, s0.version, s0.position, s0.void_reason, s0.merged_into_id, s0.number, s0.person_id, s0.national_number_mask, s0.school_id, s0.grade, s0.school_class_id, s0.seat_number, s0.category, s0.status, s0.boarding, s0.entered_on, s0.county_id, s0.person_name_sort, s0.person_sex, s0.person_birth_date, s0.search, s0.person_search
    FROM student s0
    WHERE s0.void_reason IS NULL AND (s0.county_id = ?1 OR s0.school_id = ?2)
    ORDER BY s0.person_name_sort, s0.id
    LIMIT 50) s0 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
