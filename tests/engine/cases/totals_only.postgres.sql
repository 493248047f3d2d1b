SELECT '{"totalCount":'||(
  SELECT count(*)::text
  FROM student s2
  WHERE s2.void_reason IS NULL AND s2.status = $1::text)||'}', (
  SELECT '{"totalCount":'||(
    SELECT count(*)::text
    FROM unit u5
    WHERE u5.void_reason IS NULL AND u5.category IN ('SCHOOL'))||',"nodes":['||coalesce(string_agg('{"students":'||'{"totalCount":'||(
        SELECT count(*)::text
        FROM student s8
        WHERE s8.school_id = u3.id AND s8.void_reason IS NULL)||'}'||'}', ','), '')||']}'
  FROM (
    SELECT u3.*
    FROM unit u3
    WHERE u3.void_reason IS NULL AND u3.category IN ('SCHOOL')
    ORDER BY u3.id
    LIMIT 50) u3), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
