SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)::text
    FROM student s1
    WHERE s1.void_reason IS NULL)||',"nodes":['||coalesce(string_agg('{"key":{"school":'||coalesce((
          SELECT '{"name":'||to_json(u2.name)::text||'}'
          FROM unit u2
          WHERE u2.id = s0.school_id AND u2.category IN ('SCHOOL')), 'null')||',"status":'||coalesce('"'||s0.status||'"', 'null')||'},"count":'||s0.n::text||'}', ',') FILTER (WHERE rn <= 2), '')||'],"pageInfo":{"hasNextPage":'||(coalesce(max(rc), 0) > 2)::text||',"hasPreviousPage":true,"startCursor":'||coalesce('"3293f04b-'||max(s0.id) FILTER (WHERE rn = 1 AND rn <= 2)::text||'"', 'null')||',"endCursor":'||coalesce('"3293f04b-'||max(s0.id) FILTER (WHERE rn = CASE WHEN rc < 2 THEN rc ELSE 2 END AND rn <= 2)::text||'"', 'null')||'}}'
  FROM (
    SELECT *, $1::bigint + rn AS id
    FROM (
      SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
      FROM (
        SELECT s0.school_id, s0.status, count(*) AS n
        FROM student s0
        WHERE s0.void_reason IS NULL
        GROUP BY s0.school_id, s0.status
        ORDER BY s0.school_id NULLS LAST, s0.status NULLS LAST
        LIMIT 3 OFFSET abs($1::bigint)) c) o
    ORDER BY rn) s0), (
  SELECT '{"nodes":['||coalesce(string_agg('{"key":{"grade":'||CASE WHEN s3.grade IS NOT NULL THEN '{"code":'||coalesce('"'||s3.grade||'"', 'null')||'}' ELSE 'null' END||'},"count":'||s3.n::text||'}', ',') FILTER (WHERE rn <= 1), '')||'],"pageInfo":{"endCursor":'||coalesce('"e54a6cee-'||max(s3.id) FILTER (WHERE rn = CASE WHEN rc < 1 THEN rc ELSE 1 END AND rn <= 1)::text||'"', 'null')||',"hasNextPage":'||(coalesce(max(rc), 0) > 1)::text||'}}'
  FROM (
    SELECT *, rn AS id
    FROM (
      SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
      FROM (
        SELECT s3.grade, count(*) AS n
        FROM student s3
        WHERE s3.void_reason IS NULL AND (s3.grade = $2::text) IS NOT TRUE
        GROUP BY s3.grade
        ORDER BY s3.grade NULLS LAST
        LIMIT 2) c) o
    ORDER BY rn) s3), (
  SELECT '{"nodes":['||coalesce(string_agg('{"count":'||s4.n::text||'}', ','), '')||']}'
  FROM (
    SELECT s4.school_id, s4.status, count(*) AS n
    FROM student s4
    WHERE s4.void_reason IS NULL
    GROUP BY s4.school_id, s4.status
    ORDER BY s4.school_id NULLS LAST, s4.status NULLS LAST
    LIMIT 1000 OFFSET abs($1::bigint)) s4), (
  SELECT '{"nodes":[],"pageInfo":{"hasNextPage":'||(coalesce(max(rc), 0) > 0)::text||',"endCursor":null}}'
  FROM (
    SELECT *, rn AS id
    FROM (
      SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
      FROM (
        SELECT s5.grade, count(*) AS n
        FROM student s5
        WHERE s5.void_reason IS NULL
        GROUP BY s5.grade
        ORDER BY s5.grade NULLS LAST
        LIMIT 1) c) o
    ORDER BY rn) s5), (
  SELECT '{"nodes":['||coalesce(string_agg('{"count":'||s6.n::text||'}', ',') FILTER (WHERE rn <= 1), '')||'],"pageInfo":{"hasNextPage":'||(coalesce(max(rc), 0) > 1)::text||',"endCursor":'||coalesce('"e3a0be97-'||max(s6.id) FILTER (WHERE rn = CASE WHEN rc < 1 THEN rc ELSE 1 END AND rn <= 1)::text||'"', 'null')||'}}'
  FROM (
    SELECT *, rn AS id
    FROM (
      SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
      FROM (
        SELECT count(*) AS n
        FROM student s6
        WHERE s6.void_reason IS NULL) c) o
    ORDER BY rn) s6), (
  SELECT '{"nodes":['||coalesce(string_agg('{"studentsSummary":'||(
        SELECT '{"nodes":['||coalesce(string_agg('{"count":'||s9.n::text||'}', ',') FILTER (WHERE rn <= 1), '')||'],"pageInfo":{"endCursor":'||coalesce('"e54a6cee-'||max(s9.id) FILTER (WHERE rn = CASE WHEN rc < 1 THEN rc ELSE 1 END AND rn <= 1)::text||'"', 'null')||'}}'
        FROM (
          SELECT *, rn AS id
          FROM (
            SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
            FROM (
              SELECT s9.grade, count(*) AS n
              FROM student s9
              WHERE s9.school_id = u7.id AND s9.void_reason IS NULL
              GROUP BY s9.grade
              ORDER BY s9.grade NULLS LAST
              LIMIT 2) c) o
          ORDER BY rn) s9)||'}', ','), '')||']}'
  FROM (
    SELECT u7.*
    FROM unit u7
    WHERE u7.void_reason IS NULL AND u7.category IN ('SCHOOL')
    ORDER BY u7.code_sort DESC, u7.id DESC
    LIMIT 1) u7), CASE WHEN $1::bigint >= 0 THEN 1 END, CASE WHEN $1::bigint >= 0 THEN 1 END, pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
