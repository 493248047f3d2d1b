SELECT '{"totalCount":'||(
  SELECT count(*)
  FROM student s2
  WHERE s2.void_reason IS NOT NULL)||'}', coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
