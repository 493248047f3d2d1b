SELECT (
  SELECT '{"totalCount":'||(
    SELECT count(*)::text
    FROM student s2
    WHERE s2.void_reason IS NULL AND s2.county_id = $1::bigint)||',"nodes":['||coalesce(string_agg('{"person":'||coalesce((
          SELECT '{"name":'||to_json(p3.name)::text||',"studies":'||(
            SELECT '{"nodes":['||coalesce(string_agg('{"school":'||coalesce((
                    SELECT '{"name":'||to_json(u6.name)::text||'}'
                    FROM unit u6
                    WHERE u6.id = s4.school_id AND u6.category IN ('SCHOOL') AND u6.county_id = $2::bigint), 'null')||'}', ','), '')||']}'
            FROM (
              SELECT s4.id, s4.version, s4.position, s4.void_reason, s4.merged_into_id, s4.number, s4.person_id, s4.national_number_mask, s4.school_id, s4.grade, s4.school_class_id, s4.seat_number, s4.category, s4.status, s4.boarding, s4.entered_on, s4.county_id, s4.person_name_sort, s4.person_sex, s4.person_birth_date, s4.search, s4.person_search
              FROM student s4
              WHERE (s4.county_id, s4.id) >= ($1::bigint, 0) AND (s4.county_id, s4.id) < ($1::bigint + 1, 0) AND s4.person_id = p3.id AND s4.void_reason IS NULL
              ORDER BY s4.county_id, s4.id
              LIMIT 50) s4)||'}'
          FROM person p3
          WHERE p3.id = s0.person_id), 'null')||',"school":'||coalesce((
          SELECT '{"name":'||to_json(u7.name)::text||',"superior":'||coalesce((
              SELECT '{"name":'||to_json(u8.name)::text||'}'
              FROM unit u8
              WHERE u8.id = u7.superior_id AND (u8.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u8.category IN ('SCHOOL') AND u8.county_id = $2::bigint))), 'null')||'}'
          FROM unit u7
          WHERE u7.id = s0.school_id AND u7.category IN ('SCHOOL') AND u7.county_id = $2::bigint), 'null')||'}', ','), '')||']}'
  FROM (
    SELECT s0.id, s0.version, s0.position, s0.void_reason, s0.merged_into_id, s0.number, s0.person_id, s0.national_number_mask, s0.school_id, s0.grade, s0.school_class_id, s0.seat_number, s0.category, s0.status, s0.boarding, s0.entered_on, s0.county_id, s0.person_name_sort, s0.person_sex, s0.person_birth_date, s0.search, s0.person_search
    FROM student s0
    WHERE s0.void_reason IS NULL AND s0.county_id = $1::bigint
    ORDER BY s0.person_name_sort, s0.id
    LIMIT 2) s0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
