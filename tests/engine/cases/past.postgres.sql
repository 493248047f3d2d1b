SELECT (
  SELECT '{"nodes":['||coalesce(string_agg('{"person":'||coalesce((
          SELECT '{"name":'||to_json(p4.name)::text||'}'
          FROM (
            SELECT p4.id, p4.version, p4.position, p4.void_reason, p4.merged_into_id, p4.name, p4.sex, p4.birth_date, p4.ethnicity, p4.nationality, p4.overseas_status, p4.political_status, p4.marital_status, p4.health, p4.household_type, p4.document_type, p4.document_number_mask, p4.phone_mask, p4.address, p4.household_id, p4.residence_id, p4.name_sort, p4.search
            FROM person p4
            WHERE p4.position <= $1::bigint AND p4.id = s0.person_id UNION ALL SELECT p4.id, p4.version, p4.position, p4.void_reason, p4.merged_into_id, p4.name, p4.sex, p4.birth_date, p4.ethnicity, p4.nationality, p4.overseas_status, p4.political_status, p4.marital_status, p4.health, p4.household_type, p4.document_type, p4.document_number_mask, p4.phone_mask, p4.address, p4.household_id, p4.residence_id, p4.name_sort, p4.search
            FROM person_history p4
            WHERE p4.position <= $1::bigint AND p4.until_position > $1::bigint AND p4.id = s0.person_id) p4), 'null')||',"school":'||coalesce((
          SELECT '{"name":'||to_json(u6.name)::text||'}'
          FROM (
            SELECT u6.id, u6.version, u6.position, u6.void_reason, u6.code, u6.name, u6.short_name, u6.english_name, u6.category, u6.superior_id, u6.division_id, u6.operation_from, u6.operation_until, u6.county_id, u6.name_sort, u6.code_sort, u6.search, u6.type, u6.credit_code, u6.organiser, u6.setting, u6.principal_id, u6.legal_representative_id, u6.host_id, u6.founded_on, u6.address, u6.village_code, u6.phone, u6.schooling, u6.language, u6.has_boarding, u6.is_inclusive
            FROM unit u6
            WHERE u6.position <= $1::bigint AND u6.id = s0.school_id AND u6.category IN ('SCHOOL') AND u6.county_id = $5::bigint UNION ALL SELECT u6.id, u6.version, u6.position, u6.void_reason, u6.code, u6.name, u6.short_name, u6.english_name, u6.category, u6.superior_id, u6.division_id, u6.operation_from, u6.operation_until, u6.county_id, u6.name_sort, u6.code_sort, u6.search, u6.type, u6.credit_code, u6.organiser, u6.setting, u6.principal_id, u6.legal_representative_id, u6.host_id, u6.founded_on, u6.address, u6.village_code, u6.phone, u6.schooling, u6.language, u6.has_boarding, u6.is_inclusive
            FROM unit_history u6
            WHERE u6.position <= $1::bigint AND u6.until_position > $1::bigint AND (
              SELECT true
              FROM unit u7
              WHERE u7.id = u6.id AND u7.category IN ('SCHOOL') AND u7.county_id = $5::bigint) AND u6.id = s0.school_id AND u6.category IN ('SCHOOL') AND u6.county_id = $5::bigint) u6), 'null')||'}', ',') FILTER (WHERE rn <= 2), '')||'],"pageInfo":{"hasNextPage":'||(coalesce(max(rc), 0) > 2)::text||'}}'
  FROM (
    SELECT *
    FROM (
      SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc
      FROM (
        SELECT *
        FROM (
          SELECT *
          FROM (
            SELECT s0.id, s0.version, s0.position, s0.void_reason, s0.merged_into_id, s0.number, s0.person_id, s0.national_number_mask, s0.school_id, s0.grade, s0.school_class_id, s0.seat_number, s0.category, s0.status, s0.boarding, s0.entered_on, s0.county_id, s0.person_name_sort, s0.person_sex, s0.person_birth_date, s0.search, s0.person_search
            FROM student s0
            WHERE (s0.county_id, s0.id) >= ($2::bigint, 0) AND (s0.county_id, s0.id) < ($2::bigint + 1, 0) AND s0.position <= $1::bigint AND s0.void_reason IS NULL AND (grams(coalesce(s0.search, '')||' '||coalesce(s0.person_search, '')) @> $4::text[] AND (($3::text[])[1] IS NULL OR strpos(s0.search, ($3::text[])[1]) > 0 OR strpos(s0.person_search, ($3::text[])[1]) > 0) AND NOT EXISTS (
                SELECT 1
                FROM unnest($3::text[]) word
                WHERE strpos(s0.search, word) = 0 AND strpos(s0.person_search, word) = 0))
            ORDER BY s0.county_id, s0.id
            LIMIT 3) b UNION ALL SELECT *
          FROM (
            SELECT s0.id, s0.version, s0.position, s0.void_reason, s0.merged_into_id, s0.number, s0.person_id, s0.national_number_mask, s0.school_id, s0.grade, s0.school_class_id, s0.seat_number, s0.category, s0.status, s0.boarding, s0.entered_on, s0.county_id, s0.person_name_sort, s0.person_sex, s0.person_birth_date, s0.search, s0.person_search
            FROM student_history s0
            WHERE (s0.county_id, s0.id) >= ($2::bigint, 0) AND (s0.county_id, s0.id) < ($2::bigint + 1, 0) AND s0.position <= $1::bigint AND s0.until_position > $1::bigint AND (
              SELECT true
              FROM student s1
              WHERE s1.id = s0.id AND s1.county_id = $2::bigint) AND s0.void_reason IS NULL AND ((($3::text[])[1] IS NULL OR strpos(s0.search, ($3::text[])[1]) > 0 OR strpos(s0.person_search, ($3::text[])[1]) > 0) AND NOT EXISTS (
                SELECT 1
                FROM unnest($3::text[]) word
                WHERE strpos(s0.search, word) = 0 AND strpos(s0.person_search, word) = 0))
            ORDER BY s0.county_id, s0.id
            LIMIT 3) b) s0
        ORDER BY s0.id
        LIMIT 3) c) o
    ORDER BY rn) s0), (
  SELECT '{"nodes":['||coalesce(string_agg('{"entryGrade":{"code":"'||e8.entry_grade||'"}}', ','), '')||']}'
  FROM (
    SELECT e8.*
    FROM enrolment e8
    WHERE (e8.county_id, e8.id) >= ($6::bigint, 0) AND (e8.county_id, e8.id) < ($6::bigint + 1, 0) AND e8.void_reason IS NULL AND (e8.period_from IS NULL OR e8.period_from <= $7::date) AND (e8.period_until IS NULL OR e8.period_until > $7::date)
    ORDER BY e8.county_id, e8.id
    LIMIT 2) e8), pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
