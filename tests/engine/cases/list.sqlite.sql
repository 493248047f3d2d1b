SELECT (
  SELECT '{"nodes":['||group_concat('{"id":"School:'||u0.id||'","code":'||json_quote(u0.code)||',"name":'||json_quote(u0.name)||',"type":'||CASE WHEN u0.type IS NOT NULL THEN '{"code":'||coalesce('"'||u0.type||'"', 'null')||'}' ELSE 'null' END||',"category":"'||u0.category||'","version":'||u0.version||',"voidReason":'||coalesce(json_quote(u0.void_reason), 'null')||'}')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE u0.void_reason IS NULL AND u0.category IN ('SCHOOL')
    ORDER BY u0.id
    LIMIT 50) u0 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
