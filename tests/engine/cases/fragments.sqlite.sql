SELECT (
  SELECT '{"nodes":['||group_concat('{"name":'||json_quote(u0.name)||',"id":"School:'||u0.id||'","type":'||CASE WHEN u0.type IS NOT NULL THEN '{"code":'||coalesce('"'||u0.type||'"', 'null')||',"label":'||coalesce((
        SELECT json_quote(chinese)
        FROM code_entry
        WHERE code_table = 'school_type' AND code = u0.type AND void_reason IS NULL), 'null')||'}' ELSE 'null' END||',"zh":'||CASE WHEN u0.type IS NOT NULL THEN '{"label":'||coalesce((
        SELECT json_quote(chinese)
        FROM code_entry
        WHERE code_table = 'school_type' AND code = u0.type AND void_reason IS NULL), 'null')||'}' ELSE 'null' END||',"en":'||CASE WHEN u0.type IS NOT NULL THEN '{"label":'||coalesce((
        SELECT json_quote(english)
        FROM code_entry
        WHERE code_table = 'school_type' AND code = u0.type AND void_reason IS NULL), 'null')||'}' ELSE 'null' END||'}')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE u0.void_reason IS NULL AND u0.category IN ('SCHOOL')
    ORDER BY u0.code_sort, u0.id
    LIMIT 1) u0 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
