SELECT (
  SELECT '{"nodes":['||coalesce(string_agg(CASE WHEN u0.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') THEN '{"__typename":"Office","id":"Office:'||u0.id||'","name":'||to_json(u0.name)::text||',"subordinates":'||(
        SELECT '{"nodes":['||coalesce(string_agg('{"__typename":'||CASE WHEN u2.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') THEN '"Office"' WHEN u2.category IN ('SCHOOL') THEN '"School"' ELSE 'null' END||',"code":'||to_json(u2.code)::text||'}', ','), '')||']}'
        FROM (
          SELECT u2.*
          FROM unit u2
          WHERE u2.superior_id = u0.id AND u2.void_reason IS NULL
          ORDER BY u2.code_sort, u2.id
          LIMIT 1) u2)||'}' WHEN u0.category IN ('SCHOOL') THEN '{"__typename":"School","id":"School:'||u0.id||'","name":'||to_json(u0.name)::text||',"type":'||CASE WHEN u0.type IS NOT NULL THEN '{"code":'||coalesce('"'||u0.type||'"', 'null')||'}' ELSE 'null' END||',"students":'||'{"totalCount":'||(
        SELECT count(*)::text
        FROM student s6
        WHERE s6.school_id = u0.id AND s6.void_reason IS NULL)||'}'||'}' ELSE 'null' END, ','), '')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE u0.void_reason IS NULL
    ORDER BY u0.code_sort, u0.id
    LIMIT 6) u0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
