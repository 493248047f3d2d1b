SELECT (
  SELECT '{"nodes":[],"pageInfo":{"hasNextPage":'||CASE WHEN coalesce(max(rc), 0) > 0 THEN 'true' ELSE 'false' END||',"endCursor":null}}'
  FROM (
    SELECT *
    FROM (
      SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
      FROM (
        SELECT u0.*
        FROM unit u0
        WHERE u0.void_reason IS NULL AND u0.category IN ('SCHOOL')
        ORDER BY u0.id
        LIMIT 1) c) o
    ORDER BY rn) u0 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}'
  LIMIT 1), (
  SELECT '{"nodes":['||group_concat('{"id":"Student:'||s2.id||'"}') FILTER (WHERE rn <= 50)||'],"edges":['||group_concat('{"cursor":"7fc39edb-'||s2.id||'"}') FILTER (WHERE rn <= 50)||'],"pageInfo":{"hasNextPage":'||CASE WHEN coalesce(max(rc), 0) > 50 THEN 'true' ELSE 'false' END||',"startCursor":'||coalesce('"7fc39edb-'||max(s2.id) FILTER (WHERE rn = 1 AND rn <= 50)||'"', 'null')||'}}'
  FROM (
    SELECT *
    FROM (
      SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
      FROM (
        SELECT s2.id, s2.version, s2.position, s2.void_reason, s2.merged_into_id, s2.number, s2.person_id, s2.national_number_mask, s2.school_id, s2.grade, s2.school_class_id, s2.seat_number, s2.category, s2.status, s2.boarding, s2.entered_on, s2.county_id, s2.person_name_sort, s2.person_sex, s2.person_birth_date, s2.search, s2.person_search
        FROM student s2
        WHERE s2.void_reason IS NULL AND s2.number = ?1
        ORDER BY s2.id
        LIMIT 51) c) o
    ORDER BY rn) s2 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"startCursor":null}}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
