SELECT '{"totalCount":'||(
  SELECT count(*)::text
  FROM student s2
  WHERE s2.void_reason IS NOT NULL)||'}'
