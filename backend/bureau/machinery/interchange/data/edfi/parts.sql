-- shape: one view for each element that has a home; references lead by identity, or by @ref to an element's @id
CREATE VIEW word AS
SELECT element, row, line, path, place, CASE WHEN instr(text, '#') > 0 AND text LIKE 'uri:%'
    THEN substr(text, instr(text, '#') + 1) ELSE text END AS text
FROM node;

CREATE VIEW reference AS
SELECT row, text AS id FROM node WHERE path = '@id';

CREATE VIEW org AS
SELECT
    element, row, min(line) AS line,
    max(CASE WHEN path IN ('SchoolId', 'LocalEducationAgencyId', 'EducationServiceCenterId', 'OrganizationDepartmentId')
        THEN text END) AS id,
    max(CASE WHEN path = '@id' THEN text END) AS ref,
    max(CASE WHEN path = 'NameOfInstitution' THEN text END) AS name,
    max(CASE WHEN path = 'ShortNameOfInstitution' THEN text END) AS short_name,
    max(CASE WHEN path IN (
        'LocalEducationAgencyReference/LocalEducationAgencyIdentity/LocalEducationAgencyId',
        'ParentEducationOrganizationReference/EducationOrganizationIdentity/EducationOrganizationId'
    ) THEN text END) AS parent,
    max(CASE WHEN path IN ('LocalEducationAgencyReference@ref', 'ParentEducationOrganizationReference@ref')
        THEN text END) AS parent_ref
FROM word
WHERE element IN ('School', 'LocalEducationAgency', 'EducationServiceCenter', 'OrganizationDepartment')
GROUP BY element, row;

CREATE VIEW address AS
SELECT
    row,
    max(CASE WHEN path = 'Address/AddressType' THEN text END) AS type,
    max(CASE WHEN path = 'Address/StreetNumberName' THEN text ELSE '' END) AS street,
    max(CASE WHEN path = 'Address/City' THEN text ELSE '' END) AS city,
    max(CASE WHEN path = 'Address/StateAbbreviation' THEN text ELSE '' END) AS state,
    max(CASE WHEN path = 'Address/PostalCode' THEN text ELSE '' END) AS code
FROM word WHERE path LIKE 'Address/%' GROUP BY row, place;

CREATE VIEW telephone AS
SELECT
    row,
    max(CASE WHEN path = 'InstitutionTelephone/InstitutionTelephoneNumberType' THEN text END) AS type,
    max(CASE WHEN path = 'InstitutionTelephone/TelephoneNumber' THEN text END) AS number
FROM word WHERE path LIKE 'InstitutionTelephone/%' GROUP BY row, place;

CREATE VIEW named AS
SELECT
    element, row, min(line) AS line,
    max(CASE WHEN path IN ('StudentUniqueId', 'StaffUniqueId') THEN text END) AS id,
    max(CASE WHEN path = 'Name/FirstName' THEN text ELSE '' END) AS first,
    max(CASE WHEN path = 'Name/MiddleName' THEN text ELSE '' END) AS middle,
    max(CASE WHEN path = 'Name/LastSurname' THEN text ELSE '' END) AS last,
    max(CASE WHEN path = 'Name/GenerationCodeSuffix' THEN text ELSE '' END) AS suffix,
    max(CASE WHEN path IN ('Sex', 'BirthData/BirthSex') THEN text END) AS sex,
    max(CASE WHEN path IN ('BirthDate', 'BirthData/BirthDate') THEN text END) AS birth_date,
    max(CASE WHEN path = 'HighestCompletedLevelOfEducation' THEN text END) AS education
FROM word WHERE element IN ('Student', 'Staff') GROUP BY element, row;

CREATE VIEW employment AS
SELECT
    row, min(line) AS line,
    max(CASE WHEN path = 'StaffReference/StaffIdentity/StaffUniqueId' THEN text END) AS staff,
    max(CASE WHEN path = 'EducationOrganizationReference/EducationOrganizationIdentity/EducationOrganizationId'
        THEN text END) AS org,
    max(CASE WHEN path = 'EmploymentPeriod/HireDate' THEN text END) AS hired,
    max(CASE WHEN path = 'EmploymentPeriod/EndDate' THEN text END) AS ended
FROM word WHERE element = 'StaffEducationOrganizationEmploymentAssociation' GROUP BY row;

CREATE VIEW assignment AS
SELECT
    row, min(line) AS line,
    max(CASE WHEN path = 'StaffReference/StaffIdentity/StaffUniqueId' THEN text END) AS staff,
    max(CASE WHEN path = 'EducationOrganizationReference/EducationOrganizationIdentity/EducationOrganizationId'
        THEN text END) AS org,
    max(CASE WHEN path = 'StaffClassification' THEN text END) AS class,
    max(CASE WHEN path = 'BeginDate' THEN text END) AS began,
    max(CASE WHEN path = 'EndDate' THEN text END) AS ended
FROM word WHERE element = 'StaffEducationOrganizationAssignmentAssociation' GROUP BY row;

CREATE VIEW level AS
SELECT column1 AS words, column2 AS grade FROM (VALUES
    ('Preschool/Prekindergarten', 'K2'), ('Kindergarten', 'K3'), ('First grade', 'P1'), ('Second grade', 'P2'),
    ('Third grade', 'P3'), ('Fourth grade', 'P4'), ('Fifth grade', 'P5'), ('Sixth grade', 'P6'),
    ('Seventh grade', 'J1'), ('Eighth grade', 'J2'), ('Ninth grade', 'J3'), ('Tenth grade', 'S1'),
    ('Eleventh grade', 'S2'), ('Twelfth grade', 'S3'));

CREATE VIEW stay AS
SELECT
    row, min(line) AS line,
    max(CASE WHEN path = 'StudentReference/StudentIdentity/StudentUniqueId' THEN text END) AS student,
    max(CASE WHEN path = 'SchoolReference/SchoolIdentity/SchoolId' THEN text END) AS school,
    max(CASE WHEN path = 'EntryDate' THEN text END) AS entered,
    max(CASE WHEN path = 'ExitWithdrawDate' THEN text END) AS ended,
    max(CASE WHEN path = 'EntryGradeLevel' THEN coalesce((SELECT grade FROM level WHERE words = text), text) END) AS grade
FROM word WHERE element = 'StudentSchoolAssociation' GROUP BY row

-- part office: agencies stand below the bureau itself, as county bureaus do; departments below theirs
SELECT
    o.line AS _line, o.id AS _key, CASE o.element WHEN 'OrganizationDepartment' THEN 1 ELSE 0 END AS _wave,
    o.id AS code, o.name, o.short_name,
    CASE o.element
        WHEN 'LocalEducationAgency' THEN 'COUNTY_BUREAU' WHEN 'OrganizationDepartment' THEN 'SECTION' ELSE 'DIRECT_UNIT'
    END AS category,
    CASE o.element WHEN 'OrganizationDepartment' THEN coalesce(o.parent, p.id) ELSE b.code END AS superior
FROM org AS o LEFT JOIN org AS p ON p.ref = o.parent_ref CROSS JOIN _bureau AS b
WHERE o.element <> 'School'
ORDER BY _wave, o.row

-- part school
SELECT
    o.line AS _line, o.id AS _key,
    o.id AS code, o.name, o.short_name,
    coalesce(o.parent, p.id) AS superior,
    (SELECT a.street || ', ' || a.city || ', ' || trim(a.state || ' ' || a.code) FROM address AS a
        WHERE a.row = o.row ORDER BY a.type <> 'Physical' LIMIT 1) AS address,
    (SELECT replace(replace(replace(t.number, '(', ''), ') ', '-'), ')', '-') FROM telephone AS t
        WHERE t.row = o.row ORDER BY t.type <> 'Main' LIMIT 1) AS phone
FROM org AS o LEFT JOIN org AS p ON p.ref = o.parent_ref
WHERE o.element = 'School'
ORDER BY o.row

-- part teacher: whoever an organisation employs
SELECT
    s.line AS _line, 'staff:' || s.id AS _key,
    trim(replace(s.first || ' ' || s.middle || ' ' || s.last || ' ' || s.suffix, '  ', ' ')) AS "person.name",
    CASE coalesce(s.sex, '') WHEN 'Male' THEN '1' WHEN 'Female' THEN '2' WHEN '' THEN '' ELSE '9' END AS "person.sex",
    s.birth_date AS "person.birth_date",
    e.org AS unit,
    CASE WHEN coalesce(e.ended, '') = '' THEN 'IN_POST' ELSE 'LEFT' END AS "status?",
    CASE s.education
        WHEN 'Doctorate' THEN '11' WHEN 'Master''s' THEN '14' WHEN 'Bachelor''s' THEN '21' WHEN 'Associate''s' THEN '31'
        WHEN 'High School Diploma' THEN '61' WHEN 'Some College No Degree' THEN '90' ELSE s.education
    END AS education,
    e.hired AS entered_on
FROM named AS s LEFT JOIN (SELECT * FROM employment GROUP BY staff HAVING row = max(row)) AS e ON e.staff = s.id
WHERE s.element = 'Staff'
ORDER BY s.row

-- part post: the first one that is told of somebody is the main one
SELECT
    a.line AS _line, a.staff || ':' || a.org || ':' || a.began || ':' || a.class AS _key,
    'staff:' || a.staff AS teacher, a.org AS unit,
    CASE
        WHEN a.class IN ('Teacher', 'Substitute Teacher') THEN '1'
        WHEN a.class LIKE '%Principal%' OR a.class LIKE '%Administrator%' OR a.class LIKE '%Superintendent%' THEN '2'
        ELSE '3'
    END AS category,
    CASE WHEN row_number() OVER (PARTITION BY a.staff ORDER BY a.row) = 1 THEN 'true' ELSE 'false' END AS is_main,
    a.began AS "period.from", a.ended AS "period.until"
FROM assignment AS a
ORDER BY a.row

-- part person: pupils, of whom this interchange tells no more
SELECT
    s.line AS _line, 'student:' || s.id AS _key,
    trim(replace(s.first || ' ' || s.middle || ' ' || s.last || ' ' || s.suffix, '  ', ' ')) AS name,
    CASE coalesce(s.sex, '') WHEN 'Male' THEN '1' WHEN 'Female' THEN '2' WHEN '' THEN '' ELSE '9' END AS sex,
    s.birth_date
FROM named AS s
WHERE s.element = 'Student'
ORDER BY s.row

-- part student: pupils whose school the delivery tells
SELECT
    e.line AS _line, 'student:' || e.student AS _key, 'student:' || e.student AS person,
    e.school, e.grade, CASE WHEN coalesce(e.ended, '') = '' THEN 'ENROLLED' ELSE 'TRANSFERRED_OUT' END AS status,
    e.entered AS entered_on
FROM stay AS e
WHERE e.row = (SELECT f.row FROM stay AS f WHERE f.student = e.student ORDER BY f.entered DESC LIMIT 1)
ORDER BY e.row

-- part enrolment
SELECT
    e.line AS _line, e.student || ':' || e.school || ':' || e.entered AS _key, 'student:' || e.student AS student,
    e.school, e.entered AS "period.from", e.ended AS "period.until", e.grade AS entry_grade
FROM stay AS e
ORDER BY e.row

-- left School: further addresses: we hold one, the physical one. | 其他地址：仅登记实际所在地址。
SELECT o.line AS _line FROM org AS o JOIN address AS a ON a.row = o.row AND a.type <> 'Physical'
WHERE o.element = 'School'

-- left School: further telephones: we hold one, the main one. | 其他电话：仅登记主要电话。
SELECT o.line AS _line FROM org AS o JOIN telephone AS t ON t.row = o.row AND t.type <> 'Main'
WHERE o.element = 'School'

-- left Student: entered as persons and not as pupils: no StudentSchoolAssociation says their school and grade. | 已登记为人员而非学生：未提供 StudentSchoolAssociation，无法确定学校与年级。
SELECT s.line AS _line FROM named AS s
WHERE s.element = 'Student' AND s.id NOT IN (SELECT student FROM stay)

-- left Staff: no employment says their unit. | 未提供聘用关系，无法确定所属单位。
SELECT s.line AS _line FROM named AS s
WHERE s.element = 'Staff' AND s.id NOT IN (SELECT staff FROM employment)
