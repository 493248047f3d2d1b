SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"id":"School:'||u0.id||'","code":'||to_json(u0.code)::text||',"name":'||to_json(u0.name)::text||',"type":'||CASE WHEN u0.type IS NOT NULL THEN '{"code":'||coalesce('"'||u0.type||'"', 'null')||'}' ELSE 'null' END||',"category":"'||u0.category||'","version":'||u0.version::text||',"voidReason":'||coalesce(to_json(u0.void_reason)::text, 'null')||'}', ','), '')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE u0.void_reason IS NULL AND u0.category IN ('SCHOOL')
    ORDER BY u0.id
    LIMIT 50) u0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
