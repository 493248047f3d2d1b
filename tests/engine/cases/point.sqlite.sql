SELECT (
  SELECT '{"id":"Student:'||s0.id||'","number":"'||s0.number||'","person":'||(
    SELECT '{"name":'||json_quote(p2.name)||'}'
    FROM person p2
    WHERE p2.id = s0.person_id UNION ALL SELECT 'null'
    LIMIT 1)||'}'
  FROM student s0
  WHERE s0.id = coalesce((
      SELECT s1.merged_into_id
      FROM student s1
      WHERE s1.id = ?1), ?1) UNION ALL SELECT 'null'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
