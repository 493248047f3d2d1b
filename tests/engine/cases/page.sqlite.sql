SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM unit u2
    WHERE u2.void_reason IS NULL AND u2.category IN ('SCHOOL'))||',"edges":['||group_concat('{"cursor":"521e007c-'||u0.id||'","node":{"name":'||json_quote(u0.name)||'}}') FILTER (WHERE rn <= 2)||'],"pageInfo":{"hasNextPage":'||CASE WHEN coalesce(max(rc), 0) > 2 THEN 'true' ELSE 'false' END||',"hasPreviousPage":false,"startCursor":'||coalesce('"521e007c-'||max(u0.id) FILTER (WHERE rn = 1 AND rn <= 2)||'"', 'null')||',"endCursor":'||coalesce('"521e007c-'||max(u0.id) FILTER (WHERE rn = CASE WHEN rc < 2 THEN rc ELSE 2 END AND rn <= 2)||'"', 'null')||'}}'
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
    ORDER BY rn) u0 HAVING count(*) > 0 UNION ALL SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM unit u2
    WHERE u2.void_reason IS NULL AND u2.category IN ('SCHOOL'))||',"edges":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
