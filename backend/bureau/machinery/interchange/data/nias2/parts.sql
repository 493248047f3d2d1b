-- shape: schools are those that pupils name
CREATE INDEX students_school ON students (ASLSchoolId)

-- part school: the file says nothing of them but the number
SELECT min(CAST(_line AS INTEGER)) AS _line, ASLSchoolId AS _key, ASLSchoolId AS code, ASLSchoolId AS "name?"
FROM students
WHERE ASLSchoolId <> ''
GROUP BY ASLSchoolId
ORDER BY 1

-- part student
SELECT
    _line,
    LocalId AS _key,
    trim(replace(GivenName || ' ' || MiddleName || ' ' || FamilyName, '  ', ' ')) AS "person.name",
    CASE WHEN Sex IN ('', '1', '2') THEN Sex ELSE '9' END AS "person.sex",
    BirthDate AS "person.birth_date",
    trim(
        AddressLine1
        || CASE WHEN AddressLine2 <> '' THEN ', ' || AddressLine2 ELSE '' END
        || CASE WHEN Locality <> '' THEN ', ' || Locality ELSE '' END
        || CASE WHEN StateTerritory || Postcode <> '' THEN ', ' || trim(StateTerritory || ' ' || Postcode) ELSE '' END,
        ', '
    ) AS "person.address",
    ASLSchoolId AS school,
    CASE
        WHEN CAST(YearLevel AS INTEGER) BETWEEN 1 AND 6 THEN 'P' || CAST(YearLevel AS INTEGER)
        WHEN CAST(YearLevel AS INTEGER) BETWEEN 7 AND 9 THEN 'J' || (CAST(YearLevel AS INTEGER) - 6)
        WHEN CAST(YearLevel AS INTEGER) BETWEEN 10 AND 12 THEN 'S' || (CAST(YearLevel AS INTEGER) - 9)
        ELSE YearLevel
    END AS grade,
    'ENROLLED' AS "status?"
FROM students
ORDER BY CAST(_line AS INTEGER)

