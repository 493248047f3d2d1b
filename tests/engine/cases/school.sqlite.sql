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
      SELECT '{"name":'||json_quote(p4.name)||',"address":'||coalesce(json_quote(p4.address), 'null')||',"documentNumber":{"held":'||CASE WHEN p4.document_number_mask IS NOT NULL THEN 'true' ELSE 'false' END||',"mask":'||coalesce('"'||p4.document_number_mask||'"', 'null')||',"canReveal":false}}'
      FROM person p4
      WHERE p4.id = s2.person_id UNION ALL SELECT 'null'
      LIMIT 1)||',"nationalNumber":{"mask":'||coalesce('"'||s2.national_number_mask||'"', 'null')||'}}')||']}'
  FROM (
    SELECT s2.*
    FROM student s2
    WHERE s2.void_reason IS NULL AND s2.school_id = ?2
    ORDER BY s2.id
    LIMIT 50) s2 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
