SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"__typename":'||CASE WHEN u0.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') THEN '"Office"' WHEN u0.category IN ('SCHOOL') THEN '"School"' ELSE 'null' END||',"name":'||to_json(u0.name)::text||'}', ','), '')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE u0.void_reason IS NULL AND (u0.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u0.category IN ('SCHOOL') AND u0.id = $1::bigint))
    ORDER BY u0.id
    LIMIT 50) u0), (
  SELECT '{"nodes":['||coalesce(string_agg('{"person":'||coalesce((
          SELECT '{"name":'||to_json(p4.name)::text||',"address":'||coalesce(to_json(p4.address)::text, 'null')||',"documentNumber":{"held":'||(p4.document_number_mask IS NOT NULL)::text||',"mask":'||coalesce('"'||p4.document_number_mask||'"', 'null')||',"canReveal":false}}'
          FROM person p4
          WHERE p4.id = s2.person_id), 'null')||',"nationalNumber":{"mask":'||coalesce('"'||s2.national_number_mask||'"', 'null')||'}}', ','), '')||']}'
  FROM (
    SELECT s2.*
    FROM student s2
    WHERE (s2.school_id, s2.id) >= ($2::bigint, 0) AND (s2.school_id, s2.id) < ($2::bigint + 1, 0) AND s2.void_reason IS NULL
    ORDER BY s2.school_id, s2.id
    LIMIT 50) s2), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
