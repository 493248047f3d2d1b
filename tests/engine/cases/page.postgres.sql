SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)::text
    FROM unit u2
    WHERE u2.void_reason IS NULL AND u2.category IN ('SCHOOL'))||',"edges":['||coalesce(string_agg('{"cursor":"521e007c-'||u0.id::text||'","node":{"name":'||to_json(u0.name)::text||'}}', ',') FILTER (WHERE rn <= 2), '')||'],"pageInfo":{"hasNextPage":'||(coalesce(max(rc), 0) > 2)::text||',"hasPreviousPage":false,"startCursor":'||coalesce('"521e007c-'||max(u0.id) FILTER (WHERE rn = 1 AND rn <= 2)::text||'"', 'null')||',"endCursor":'||coalesce('"521e007c-'||max(u0.id) FILTER (WHERE rn = CASE WHEN rc < 2 THEN rc ELSE 2 END AND rn <= 2)::text||'"', 'null')||'}}'
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
    ORDER BY rn) u0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
