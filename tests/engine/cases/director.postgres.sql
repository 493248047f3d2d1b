SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"person":'||coalesce((
          SELECT '{"name":'||to_json(p2.name)::text||',"address":null}'
          FROM person p2
          WHERE p2.id = s0.person_id), 'null')||'}', ','), '')||']}'
  FROM (
    SELECT s0.id, s0.version, s0.position, s0.void_reason, s0.merged_into_id, s0.number, s0.person_id, s0.national_number_mask, s0.school_id, s0.grade, s0.school_class_id, s0.seat_number, s0.category, s0.status, s0.boarding, s0.entered_on, s0.county_id, s0.person_name_sort, s0.person_sex, s0.person_birth_date, s0.search, s0.person_search
    FROM student s0
    WHERE s0.void_reason IS NULL
    ORDER BY s0.id
    LIMIT 2) s0), '{"totalCount":'||(
  SELECT count(*)::text
  FROM person p5
  WHERE 1 = 0)||'}', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
