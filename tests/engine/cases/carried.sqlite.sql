SELECT (
  SELECT '{"nodes":['||group_concat('{"person":'||(
      SELECT '{"name":'||json_quote(p3.name)||'}'
      FROM person p3
      WHERE p3.id = s0.person_id UNION ALL SELECT 'null'
      LIMIT 1)||'}')||']}'
  FROM (
    SELECT s0.*
    FROM student s0
    WHERE s0.void_reason IS NULL AND s0.person_sex = ?1 AND s0.person_birth_date < ?2
    ORDER BY s0.id
    LIMIT 50) s0 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
