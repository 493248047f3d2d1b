SELECT (
  SELECT '{"nodes":[],"pageInfo":{"hasNextPage":'||(coalesce(max(rc), 0) > 0)::text||',"endCursor":null}}'
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
    ORDER BY rn) u0), (
  SELECT '{"nodes":['||coalesce(string_agg('{"id":"Student:'||s2.id||'"}', ',') FILTER (WHERE rn <= 50), '')||'],"edges":['||coalesce(string_agg('{"cursor":"7fc39edb-'||s2.id::text||'"}', ',') FILTER (WHERE rn <= 50), '')||'],"pageInfo":{"hasNextPage":'||(coalesce(max(rc), 0) > 50)::text||',"startCursor":'||coalesce('"7fc39edb-'||max(s2.id) FILTER (WHERE rn = 1 AND rn <= 50)::text||'"', 'null')||'}}'
  FROM (
    SELECT *
    FROM (
      SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
      FROM (
        SELECT s2.id, s2.version, s2.position, s2.void_reason, s2.merged_into_id, s2.number, s2.person_id, s2.national_number_mask, s2.school_id, s2.grade, s2.school_class_id, s2.seat_number, s2.category, s2.status, s2.boarding, s2.entered_on, s2.county_id, s2.person_name_sort, s2.person_sex, s2.person_birth_date, s2.search, s2.person_search
        FROM student s2
        WHERE s2.void_reason IS NULL AND s2.number = $1::text
        ORDER BY s2.id
        LIMIT 51) c) o
    ORDER BY rn) s2), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
