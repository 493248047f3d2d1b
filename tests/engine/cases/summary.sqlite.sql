SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM student s1
    WHERE s1.void_reason IS NULL)||',"nodes":['||group_concat('{"key":{"school":'||(
      SELECT '{"name":'||json_quote(u2.name)||'}'
      FROM unit u2
      WHERE u2.id = s0.school_id AND u2.category IN ('SCHOOL') UNION ALL SELECT 'null'
      LIMIT 1)||',"status":'||coalesce('"'||s0.status||'"', 'null')||',"grade":null},"count":'||s0.n||'}')||']}'
  FROM (
    SELECT s0.school_id, s0.status, count(*) AS n
    FROM student s0
    WHERE s0.void_reason IS NULL
    GROUP BY s0.school_id, s0.status
    ORDER BY s0.school_id NULLS LAST, s0.status NULLS LAST
    LIMIT 1000) s0 HAVING count(*) > 0 UNION ALL SELECT '{"totalCount":'||(
    SELECT count(*)
    FROM student s1
    WHERE s1.void_reason IS NULL)||',"nodes":[]}'
  LIMIT 1), (
  SELECT '{"nodes":['||group_concat('{"count":'||u3.n||'}')||']}'
  FROM (
    SELECT count(*) AS n
    FROM unit u3
    WHERE u3.void_reason IS NULL AND u3.category IN ('SCHOOL')) u3 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), (
  SELECT '{"nodes":['||group_concat('{"key":{"category":'||coalesce('"'||u4.category||'"', 'null')||'},"count":'||u4.n||'}')||']}'
  FROM (
    SELECT u4.category, count(*) AS n
    FROM unit u4
    WHERE u4.void_reason IS NULL AND u4.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION')
    GROUP BY u4.category
    ORDER BY u4.category NULLS LAST
    LIMIT 1000) u4 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
