SELECT (
  SELECT '{"__typename":"School","id":"School:'||u0.id||'","name":'||json_quote(u0.name)||'}'
  FROM unit u0
  WHERE u0.id = ?1 AND u0.category IN ('SCHOOL') UNION ALL SELECT 'null'
  LIMIT 1), '['||(
  SELECT '{"id":"Student:'||s1.id||'","person":'||(
    SELECT '{"name":'||json_quote(p3.name)||'}'
    FROM person p3
    WHERE p3.id = s1.person_id UNION ALL SELECT 'null'
    LIMIT 1)||'}'
  FROM student s1
  WHERE s1.id = coalesce((
      SELECT s2.merged_into_id
      FROM student s2
      WHERE s2.id = ?2), ?2) UNION ALL SELECT 'null'
  LIMIT 1)||','||(
  SELECT '{"id":"School:'||u4.id||'","code":'||json_quote(u4.code)||'}'
  FROM unit u4
  WHERE u4.id = ?3 AND u4.category IN ('SCHOOL') UNION ALL SELECT 'null'
  LIMIT 1)||',null,'||(
  SELECT '{"id":"Office:'||u5.id||'","code":'||json_quote(u5.code)||'}'
  FROM unit u5
  WHERE u5.id = ?4 AND u5.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') UNION ALL SELECT 'null'
  LIMIT 1)||']', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
