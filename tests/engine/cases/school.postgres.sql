SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"__typename":'||CASE WHEN u0.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') THEN '"Office"' WHEN u0.category IN ('SCHOOL') THEN '"School"' ELSE 'null' END||',"name":'||to_json(u0.name)::text||'}', ','), '')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE u0.void_reason IS NULL AND (u0.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u0.category IN ('SCHOOL') AND u0.id = $1::bigint))
    ORDER BY u0.id
    LIMIT 50) u0), (
  SELECT '{"nodes":['||coalesce(string_agg('{"person":'||coalesce((
          SELECT '{"name":'||to_json(p4.name)::text||',"address":'||coalesce(to_json(p4.address)::text, 'null')||',"documentNumber":{"held":'||(p4.document_number_mask IS NOT NULL)::text||',"mask":'||coalesce('"'||p4.document_number_mask||'"', 'null')||',"canReveal":'||((p4.document_number_mask IS NOT NULL AND s2.school_id = $3::bigint AND p4.void_reason IS NULL AND s2.void_reason IS NULL) IS TRUE)::text||'}}'
          FROM person p4
          WHERE p4.id = s2.person_id), 'null')||',"nationalNumber":{"mask":'||coalesce('"'||s2.national_number_mask||'"', 'null')||'}}', ','), '')||']}'
  FROM (
    SELECT s2.id, s2.version, s2.position, s2.void_reason, s2.merged_into_id, s2.number, s2.person_id, s2.national_number_mask, s2.school_id, s2.grade, s2.school_class_id, s2.seat_number, s2.category, s2.status, s2.boarding, s2.entered_on, s2.county_id, s2.person_name_sort, s2.person_sex, s2.person_birth_date, s2.search, s2.person_search
    FROM student s2
    WHERE (s2.school_id, s2.id) >= ($2::bigint, 0) AND (s2.school_id, s2.id) < ($2::bigint + 1, 0) AND s2.void_reason IS NULL
    ORDER BY s2.school_id, s2.id
    LIMIT 50) s2), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
