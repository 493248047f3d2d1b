SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"person":'||coalesce((
          SELECT '{"name":'||to_json(p3.name)::text||'}'
          FROM person p3
          WHERE p3.id = s0.person_id), 'null')||'}', ','), '')||']}'
  FROM (
    SELECT s0.*
    FROM student s0
    WHERE s0.void_reason IS NULL AND s0.person_sex = $1::text AND s0.person_birth_date < $2::date
    ORDER BY s0.id
    LIMIT 50) s0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
