SELECT (
  SELECT '{"nodes":['||group_concat('{"name":'||json_quote(u0.name)||'}') FILTER (WHERE rn <= 2)||'],"pageInfo":{"hasNextPage":false,"hasPreviousPage":'||CASE WHEN coalesce(max(rc), 0) > 2 THEN 'true' ELSE 'false' END||'}}'
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
    ORDER BY rn DESC) u0 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false}}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
