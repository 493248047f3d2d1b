SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)::text
    FROM unit u2
    WHERE 1 = 0)||',"nodes":['||coalesce(string_agg('{"name":'||to_json(u0.name)::text||'}', ','), '')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE 1 = 0
    ORDER BY u0.id
    LIMIT 50) u0), (
  SELECT '{"nodes":['||coalesce(string_agg('{"code":"'||d3.code||'","name":'||to_json(d3.name)::text||',"level":"'||d3.level||'","units":'||'{"totalCount":'||(
        SELECT count(*)::text
        FROM unit u8
        WHERE 1 = 0)||'}'||'}', ','), '')||']}'
  FROM (
    SELECT d3.*
    FROM division d3
    WHERE d3.void_reason IS NULL AND d3.parent_id IS NOT NULL AND EXISTS (
      SELECT 1
      FROM division d4
      WHERE d4.id = d3.parent_id AND d4.code = $1::text)
    ORDER BY d3.code, d3.id
    LIMIT 2) d3), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
