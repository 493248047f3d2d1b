SELECT (
  SELECT '{"nodes":['||group_concat('{"__typename":'||CASE WHEN u0.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') THEN '"Office"' WHEN u0.category IN ('SCHOOL') THEN '"School"' ELSE 'null' END||',"name":'||json_quote(u0.name)||'}')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE u0.void_reason IS NULL AND (u0.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u0.category IN ('SCHOOL') AND u0.id = ?1))
    ORDER BY u0.id
    LIMIT 50) u0 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), (
  SELECT '{"nodes":['||group_concat('{"person":'||(
      SELECT '{"name":'||json_quote(p4.name)||',"address":'||coalesce(json_quote(p4.address), 'null')||',"documentNumber":{"held":'||CASE WHEN p4.document_number_mask IS NOT NULL THEN 'true' ELSE 'false' END||',"mask":'||coalesce('"'||p4.document_number_mask||'"', 'null')||',"canReveal":'||CASE WHEN (p4.document_number_mask IS NOT NULL AND s2.school_id = ?3 AND p4.void_reason IS NULL AND s2.void_reason IS NULL) IS TRUE THEN 'true' ELSE 'false' END||'}}'
      FROM person p4
      WHERE p4.id = s2.person_id UNION ALL SELECT 'null'
      LIMIT 1)||',"nationalNumber":{"mask":'||coalesce('"'||s2.national_number_mask||'"', 'null')||'}}')||']}'
  FROM (
    SELECT s2.id, s2.version, s2.position, s2.void_reason, s2.merged_into_id, s2.number, s2.person_id, s2.national_number_mask, s2.school_id, s2.grade, s2.school_class_id, s2.seat_number, s2.category, s2.status, s2.boarding, s2.entered_on, s2.county_id, s2.person_name_sort, s2.person_sex, s2.person_birth_date, s2.search, s2.person_search
    FROM student s2
    WHERE s2.void_reason IS NULL AND s2.school_id = ?2
    ORDER BY s2.id
    LIMIT 50) s2 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
