SELECT (
  SELECT '{"nodes":['||group_concat('{"name":'||json_quote(u0.name)||',"superior":'||(
      SELECT '{"name":'||json_quote(u2.name)||',"superior":'||(
        SELECT '{"name":'||json_quote(u3.name)||'}'
        FROM unit u3
        WHERE u3.id = u2.superior_id UNION ALL SELECT 'null'
        LIMIT 1)||'}'
      FROM unit u2
      WHERE u2.id = u0.superior_id UNION ALL SELECT 'null'
      LIMIT 1)||',"principal":'||(
      SELECT '{"name":'||json_quote(p4.name)||',"sex":'||CASE WHEN p4.sex IS NOT NULL THEN '{"label":'||coalesce((
          SELECT json_quote(english)
          FROM code_entry
          WHERE code_table = 'sex' AND code = p4.sex AND void_reason IS NULL), 'null')||'}' ELSE 'null' END||'}'
      FROM person p4
      WHERE p4.id = u0.principal_id UNION ALL SELECT 'null'
      LIMIT 1)||',"students":'||(
      SELECT '{"nodes":['||group_concat('{"person":'||(
          SELECT '{"name":'||json_quote(p7.name)||'}'
          FROM person p7
          WHERE p7.id = s5.person_id UNION ALL SELECT 'null'
          LIMIT 1)||',"grade":{"code":"'||s5.grade||'"}}')||']}'
      FROM (
        SELECT s5.id, s5.version, s5.position, s5.void_reason, s5.merged_into_id, s5.number, s5.person_id, s5.national_number_mask, s5.school_id, s5.grade, s5.school_class_id, s5.seat_number, s5.category, s5.status, s5.boarding, s5.entered_on, s5.county_id, s5.person_name_sort, s5.person_sex, s5.person_birth_date, s5.search, s5.person_search
        FROM student s5
        WHERE s5.school_id = u0.id AND s5.void_reason IS NULL
        ORDER BY s5.person_name_sort, s5.id
        LIMIT 2) s5 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
      LIMIT 1)||',"studentsSummary":'||(
      SELECT '{"nodes":['||group_concat('{"key":{"grade":'||CASE WHEN s8.grade IS NOT NULL THEN '{"code":'||coalesce('"'||s8.grade||'"', 'null')||'}' ELSE 'null' END||',"personSex":'||CASE WHEN s8.person_sex IS NOT NULL THEN '{"code":'||coalesce('"'||s8.person_sex||'"', 'null')||'}' ELSE 'null' END||',"status":null},"count":'||s8.n||'}')||']}'
      FROM (
        SELECT s8.grade, s8.person_sex, count(*) AS n
        FROM student s8
        WHERE s8.school_id = u0.id AND s8.void_reason IS NULL
        GROUP BY s8.grade, s8.person_sex
        ORDER BY s8.grade NULLS LAST, s8.person_sex NULLS LAST
        LIMIT 1000) s8 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
      LIMIT 1)||'}')||']}'
  FROM (
    SELECT u0.*
    FROM unit u0
    WHERE u0.void_reason IS NULL AND u0.category IN ('SCHOOL')
    ORDER BY u0.code_sort, u0.id
    LIMIT 3) u0 HAVING count(*) > 0 UNION ALL SELECT '{"nodes":[]}'
  LIMIT 1), coalesce((
    SELECT value
    FROM counter
    WHERE name = 'position'), 0)
