SELECT (
  SELECT '{"id":"Student:'||s0.id||'","number":"'||s0.number||'","person":'||(
    SELECT '{"name":'||json_quote(p1.name)||'}'
    FROM person p1
    WHERE p1.id = s0.person_id UNION ALL SELECT 'null'
    LIMIT 1)||'}'
  FROM student s0
  WHERE s0.id = ?1 UNION ALL SELECT 'null'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
