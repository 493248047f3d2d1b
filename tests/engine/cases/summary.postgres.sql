SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)::text
    FROM student s1
    WHERE s1.void_reason IS NULL)||',"nodes":['||coalesce(string_agg('{"key":{"school":'||coalesce((
          SELECT '{"name":'||to_json(u2.name)::text||'}'
          FROM unit u2
          WHERE u2.id = s0.school_id AND u2.category IN ('SCHOOL')), 'null')||',"status":'||coalesce('"'||s0.status||'"', 'null')||',"grade":null},"count":'||s0.n::text||'}', ','), '')||']}'
  FROM (
    SELECT s0.school_id, s0.status, count(*) AS n
    FROM student s0
    WHERE s0.void_reason IS NULL
    GROUP BY s0.school_id, s0.status
    ORDER BY s0.school_id NULLS LAST, s0.status NULLS LAST
    LIMIT 1000) s0), (
  SELECT '{"nodes":['||coalesce(string_agg('{"count":'||u3.n::text||'}', ','), '')||']}'
  FROM (
    SELECT count(*) AS n
    FROM unit u3
    WHERE u3.void_reason IS NULL AND u3.category IN ('SCHOOL')) u3), (
  SELECT '{"nodes":['||coalesce(string_agg('{"key":{"category":'||coalesce('"'||u4.category||'"', 'null')||'},"count":'||u4.n::text||'}', ','), '')||']}'
  FROM (
    SELECT u4.category, count(*) AS n
    FROM unit u4
    WHERE u4.void_reason IS NULL AND u4.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION')
    GROUP BY u4.category
    ORDER BY u4.category NULLS LAST
    LIMIT 1000) u4), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
