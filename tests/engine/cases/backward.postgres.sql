SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"name":'||to_json(u0.name)::text||'}', ',') FILTER (WHERE rn <= 2), '')||'],"pageInfo":{"hasNextPage":false,"hasPreviousPage":'||(coalesce(max(rc), 0) > 2)::text||'}}'
  FROM (
    SELECT *
    FROM (
      SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
      FROM (
        SELECT u0.*
        FROM unit u0
        WHERE u0.void_reason IS NULL AND u0.category IN ('SCHOOL')
        ORDER BY u0.name_sort DESC, u0.id DESC
        LIMIT 3) c) o
    ORDER BY rn DESC) u0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
