SELECT coalesce((
    SELECT '{"id":"Student:'||s0.id||'","number":"'||s0.number||'","person":'||coalesce((
        SELECT '{"name":'||to_json(p1.name)::text||'}'
        FROM person p1
        WHERE p1.id = s0.person_id), 'null')||'}'
    FROM student s0
    WHERE s0.id = $1::bigint), 'null'), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
