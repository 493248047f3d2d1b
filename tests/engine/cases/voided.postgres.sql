SELECT '{"totalCount":'||(
  SELECT count(*)::text
  FROM student s2
  WHERE s2.void_reason IS NOT NULL)||'}', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
