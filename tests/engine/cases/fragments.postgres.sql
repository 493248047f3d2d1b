SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"name":'||to_json(u0.name)::text||',"id":"School:'||u0.id||'","type":'||CASE WHEN u0.type IS NOT NULL THEN '{"code":'||coalesce('"'||u0.type||'"', 'null')||',"label":'||coalesce(((
            SELECT jsonb_object_agg(code, chinese)
            FROM code_entry
            WHERE code_table = 'school_type' AND void_reason IS NULL) -> u0.type)::text, 'null')||'}' ELSE 'null' END||',"zh":'||CASE WHEN u0.type IS NOT NULL THEN '{"label":'||coalesce(((
            SELECT jsonb_object_agg(code, chinese)
            FROM code_entry
            WHERE code_table = 'school_type' AND void_reason IS NULL) -> u0.type)::text, 'null')||'}' ELSE 'null' END||',"en":'||CASE WHEN u0.type IS NOT NULL THEN '{"label":'||coalesce(((
            SELECT jsonb_object_agg(code, english)
            FROM code_entry
            WHERE code_table = 'school_type' AND void_reason IS NULL) -> u0.type)::text, 'null')||'}' ELSE 'null' END||'}', ','), '')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE u0.void_reason IS NULL AND u0.category IN ('SCHOOL')
    ORDER BY u0.code_sort, u0.id
    LIMIT 1) u0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
