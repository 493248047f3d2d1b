SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"number":"'||s0.number||'","school":{"id":"School:'||s0.school_id||'","__typename":"School"},"person":{"id":"Person:'||s0.person_id||'"}}', ','), '')||']}'
  FROM (
    SELECT s0.id, s0.version, s0.position, s0.void_reason, s0.merged_into_id, s0.number, s0.person_id, s0.national_number_mask, s0.school_id, s0.grade, s0.school_class_id, s0.seat_number, s0.category, s0.status, s0.boarding, s0.entered_on, s0.county_id, s0.person_name_sort, s0.person_sex, s0.person_birth_date, s0.search, s0.person_search
    FROM student s0
    WHERE s0.void_reason IS NULL
    ORDER BY s0.id
    LIMIT 2) s0), (
  SELECT '{"nodes":['||coalesce(string_agg('{"principal":'||CASE WHEN u4.principal_id IS NOT NULL THEN '{"id":"Person:'||u4.principal_id||'"}' ELSE 'null' END||',"superior":'||coalesce((
          SELECT '{"id":'||CASE WHEN u7.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') THEN '"Office:'||u7.id||'"' WHEN u7.category IN ('SCHOOL') THEN '"School:'||u7.id||'"' ELSE 'null' END||',"__typename":'||CASE WHEN u7.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') THEN '"Office"' WHEN u7.category IN ('SCHOOL') THEN '"School"' ELSE 'null' END||'}'
          FROM unit u7
          WHERE u7.id = u4.superior_id), 'null')||'}', ','), '')||']}'
  FROM (
    SELECT u4.*
    FROM unit u4
    WHERE u4.void_reason IS NULL AND u4.category IN ('SCHOOL')
    ORDER BY u4.code_sort, u4.id
    LIMIT 2) u4), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
