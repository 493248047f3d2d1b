SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"number":"'||s0.number||'"}', ','), '')||']}'
  FROM (
    SELECT s0.*
    FROM student s0
    WHERE s0.void_reason IS NULL AND s0.school_id = $1::bigint AND EXISTS (
      SELECT 1
      FROM unit u1
      WHERE u1.id = s0.school_id AND u1.category IN ('SCHOOL') AND u1.id = $1::bigint)
    ORDER BY s0.id
    LIMIT 50) s0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
