SELECT coalesce((
    SELECT '{"__typename":"School","id":"School:'||u0.id||'","name":'||to_json(u0.name)::text||'}'
    FROM unit u0
    WHERE u0.id = $1::bigint AND u0.category IN ('SCHOOL')), 'null'), '['||coalesce((
    SELECT '{"id":"Student:'||s1.id||'","person":'||coalesce((
        SELECT '{"name":'||to_json(p3.name)::text||'}'
        FROM person p3
        WHERE p3.id = s1.person_id), 'null')||'}'
    FROM student s1
    WHERE s1.id = coalesce((
        SELECT s2.merged_into_id
        FROM public.student s2
        WHERE s2.id = $2::bigint), $2::bigint)), 'null')||','||coalesce((
    SELECT '{"id":"School:'||u4.id||'","code":'||to_json(u4.code)::text||'}'
    FROM unit u4
    WHERE u4.id = $3::bigint AND u4.category IN ('SCHOOL')), 'null')||',null,'||coalesce((
    SELECT '{"id":"Office:'||u5.id||'","code":'||to_json(u5.code)::text||'}'
    FROM unit u5
    WHERE u5.id = $4::bigint AND u5.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION')), 'null')||']', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
