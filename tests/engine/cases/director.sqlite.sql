SELECT (
  SELECT '{"nodes":['||group_concat('{"person":'||(
      SELECT '{"name":'||json_quote(p2.name)||',"address":null}'
      FROM person p2
      WHERE p2.id = s0.person_id UNION ALL SELECT 'null'
      LIMIT 1)||'}')||']}'
  FROM (
    SELECT s0.*
    FROM student s0
    WHERE s0.void_reason IS NULL
    ORDER BY s0.id
    LIMIT 2) s0 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), '{"totalCount":'||(
  SELECT count(*)
  FROM person p5
  WHERE 1 = 0)||'}', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
