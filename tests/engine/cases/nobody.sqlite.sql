SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM unit u2
    WHERE 1 = 0)||',"nodes":['||group_concat('{"name":'||json_quote(u0.name)||'}')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE 1 = 0
    ORDER BY u0.id
    LIMIT 50) u0 HAVING count(*) > 0 UNION ALL SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM unit u2
    WHERE 1 = 0)||',"nodes":[]}'
  LIMIT 1), (
  SELECT '{"nodes":['||group_concat('{"code":"'||d3.code||'","name":'||json_quote(d3.name)||',"level":"'||d3.level||'","units":'||'{"totalCount":'||(
      SELECT count(*)
      FROM unit u8
      WHERE 1 = 0)||'}'||'}')||']}'
  FROM (
    SELECT d3.*
    FROM division d3
    WHERE d3.void_reason IS NULL AND d3.parent_id IS NOT NULL AND EXISTS (
      SELECT 1
      FROM division d4
      WHERE d4.id = d3.parent_id AND d4.code = ?1)
    ORDER BY d3.code, d3.id
    LIMIT 2) d3 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
