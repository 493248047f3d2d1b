SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"name":'||to_json(u0.name)::text||'}', ','), '')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE (u0.county_id, u0.id) >= ($1::bigint, 0) AND (u0.county_id, u0.id) < ($1::bigint + 1, 0) AND u0.void_reason IS NULL AND u0.category IN ('SCHOOL') AND EXISTS (
      SELECT 1
      FROM student s1
      WHERE s1.school_id = u0.id AND s1.void_reason IS NULL AND s1.county_id = $2::bigint AND s1.grade = $3::text)
    ORDER BY u0.county_id, u0.id
    LIMIT 50) u0), (
  SELECT '{"totalCount":'||(
    SELECT count(*)::text
    FROM unit u7
    WHERE u7.void_reason IS NULL AND u7.category IN ('SCHOOL') AND u7.county_id = $1::bigint AND NOT EXISTS (
      SELECT 1
      FROM student s8
      WHERE s8.school_id = u7.id AND s8.void_reason IS NULL AND s8.county_id = $2::bigint AND s8.grade = $3::text) AND EXISTS (
      SELECT 1
      FROM student s9
      WHERE s9.school_id = u7.id AND s9.void_reason IS NULL AND s9.county_id = $2::bigint))||',"nodes":['||coalesce(string_agg('{"name":'||to_json(u3.name)::text||'}', ','), '')||']}'
  FROM (
    SELECT u3.*
    FROM unit u3
    WHERE (u3.county_id, u3.id) >= ($1::bigint, 0) AND (u3.county_id, u3.id) < ($1::bigint + 1, 0) AND u3.void_reason IS NULL AND u3.category IN ('SCHOOL') AND NOT EXISTS (
      SELECT 1
      FROM student s4
      WHERE s4.school_id = u3.id AND s4.void_reason IS NULL AND s4.county_id = $2::bigint AND s4.grade = $3::text) AND EXISTS (
      SELECT 1
      FROM student s5
      WHERE s5.school_id = u3.id AND s5.void_reason IS NULL AND s5.county_id = $2::bigint)
    ORDER BY u3.county_id, u3.id
    LIMIT 50) u3), (
  SELECT '{"nodes":['||coalesce(string_agg('{"code":'||to_json(u10.code)::text||'}', ','), '')||']}'
  FROM (
    SELECT u10.*
    FROM unit u10
    WHERE (u10.county_id, u10.id) >= ($1::bigint, 0) AND (u10.county_id, u10.id) < ($1::bigint + 1, 0) AND u10.void_reason IS NULL AND u10.category IN ('SCHOOL') AND (EXISTS (
        SELECT 1
        FROM student s11
        WHERE s11.school_id = u10.id AND s11.void_reason IS NULL AND s11.county_id = $2::bigint AND NOT EXISTS (
          SELECT 1
          FROM enrolment e12
          WHERE e12.student_id = s11.id AND e12.void_reason IS NULL AND e12.county_id = $4::bigint AND (e12.entry_way = $5::text) IS NOT TRUE)) OR NOT EXISTS (
        SELECT 1
        FROM unit u13
        WHERE u13.superior_id = u10.id AND u13.void_reason IS NULL AND (u13.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u13.category IN ('SCHOOL') AND u13.county_id = $1::bigint))))
    ORDER BY u10.county_id, u10.id
    LIMIT 50) u10), '{"totalCount":'||(
  SELECT count(*)::text
  FROM student s20
  WHERE s20.void_reason IS NULL AND s20.county_id = $2::bigint AND EXISTS (
    SELECT 1
    FROM unit u21
    WHERE u21.id = s20.school_id AND u21.category IN ('SCHOOL') AND u21.county_id = $1::bigint AND u21.superior_id IS NOT NULL AND EXISTS (
      SELECT 1
      FROM unit u22
      WHERE u22.id = u21.superior_id AND (u22.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u22.category IN ('SCHOOL') AND u22.county_id = $1::bigint)) AND EXISTS (
        SELECT 1
        FROM unit u23
        WHERE u23.superior_id = u22.id AND u23.void_reason IS NULL AND (u23.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u23.category IN ('SCHOOL') AND u23.county_id = $1::bigint)) AND u23.code COLLATE "C" ILIKE $6::text))))||'}', '{"totalCount":'||(
  SELECT count(*)::text
  FROM unit u28
  WHERE u28.void_reason IS NULL AND u28.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') AND EXISTS (
    SELECT 1
    FROM unit u29
    WHERE u29.superior_id = u28.id AND u29.void_reason IS NOT NULL AND (u29.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u29.category IN ('SCHOOL') AND u29.county_id = $1::bigint))) AND NOT EXISTS (
    SELECT 1
    FROM unit u30
    WHERE u30.superior_id = u28.id AND u30.void_reason IS NULL AND (u30.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u30.category IN ('SCHOOL') AND u30.county_id = $1::bigint)) AND u30.name COLLATE "C" ILIKE $7::text))||'}', (
  SELECT '{"nodes":['||coalesce(string_agg('{"name":'||to_json(d31.name)::text||'}', ','), '')||']}'
  FROM (
    SELECT d31.*
    FROM division d31
    WHERE d31.void_reason IS NULL AND EXISTS (
      SELECT 1
      FROM unit u32
      WHERE u32.division_id = d31.id AND u32.void_reason IS NULL AND (u32.category IN ('BUREAU', 'COUNTY_BUREAU', 'DIRECT_UNIT', 'SECTION') OR (u32.category IN ('SCHOOL') AND u32.county_id = $1::bigint)) AND (u32.id = $8::bigint) IS NOT TRUE) AND EXISTS (
      SELECT 1
      FROM division d33
      WHERE d33.parent_id = d31.id AND d33.void_reason IS NULL)
    ORDER BY d31.id
    LIMIT 50) d31), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
