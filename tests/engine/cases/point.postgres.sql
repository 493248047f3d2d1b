SELECT coalesce((
    SELECT '{"id":"Student:'||s0.id||'","number":"'||s0.number||'","person":'||coalesce((
        SELECT '{"name":'||to_json(p2.name)::text||'}'
        FROM person p2
        WHERE p2.id = s0.person_id), 'null')||'}'
    FROM student s0
    WHERE s0.id = coalesce((
        SELECT s1.merged_into_id
        FROM public.student s1
        WHERE s1.id = $1::bigint), $1::bigint)), 'null'), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
