SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"person":'||coalesce((
          SELECT '{"name":'||to_json(p2.name)::text||',"address":null}'
          FROM person p2
          WHERE p2.id = s0.person_id), 'null')||'}', ','), '')||']}'
  FROM (
    SELECT s0.*
    FROM student s0
    WHERE s0.void_reason IS NULL
    ORDER BY s0.id
    LIMIT 2) s0), '{"totalCount":'||(
  SELECT count(*)::text
  FROM person p5
  WHERE 1 = 0)||'}', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
