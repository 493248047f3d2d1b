SELECT (
  SELECT '{"__typename":"School","id":"School:'||u0.id||'","name":'||json_quote(u0.name)||'}'
  FROM unit u0
  WHERE u0.id = ?1 AND u0.category IN ('SCHOOL') UNION ALL SELECT 'null'
  LIMIT 1), '['||(
  SELECT '{"id":"Student:'||s1.id||'","person":'||(
    SELECT '{"name":'||json_quote(p2.name)||'}'
    FROM person p2
    WHERE p2.id = s1.person_id UNION ALL SELECT 'null'
    LIMIT 1)||'}'
  FROM student s1
  WHERE s1.id = ?2 UNION ALL SELECT 'null'
  LIMIT 1)||','||(
  SELECT '{"id":"School:'||u3.id||'","code":'||json_quote(u3.code)||'}'
  FROM unit u3
  WHERE u3.id = ?3 AND u3.category IN ('SCHOOL') UNION ALL SELECT 'null'
  LIMIT 1)||',null,'||(
  SELECT '{"id":"Office:'||u4.id||'","code":'||json_quote(u4.code)||'}'
  FROM unit u4
  WHERE u4.id = ?4 AND u4.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') UNION ALL SELECT 'null'
  LIMIT 1)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
