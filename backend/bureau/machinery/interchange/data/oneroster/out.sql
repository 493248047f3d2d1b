-- shape: who there is, under the id of the person, whatever parts they play
CREATE INDEX person_id ON person (id);
CREATE INDEX school_id ON school (id);
CREATE INDEX school_code ON school (code);
CREATE INDEX student_number ON student (number);
CREATE INDEX student_person ON student ("person.id");
CREATE INDEX teacher_number ON teacher (number);
CREATE INDEX teacher_person ON teacher ("person.id");
CREATE INDEX class_id ON school_class (id);
CREATE INDEX post_teacher ON post (teacher);
CREATE INDEX enrolment_student ON enrolment (student);

CREATE TABLE place AS SELECT code, id, name FROM office UNION ALL SELECT code, id, name FROM school;
CREATE INDEX place_code ON place (code);

CREATE TABLE tie AS
SELECT s."person.id" AS pupil, g."guardian.id" AS guardian, s.school, CAST(g.contactOrder AS INTEGER) AS place,
    CASE WHEN g.relation BETWEEN '50' AND '59' THEN 'parent' WHEN g.relation = '99' THEN 'guardian' ELSE 'relative' END AS role
FROM guardianship AS g JOIN student AS s ON s.number = g.student;
CREATE INDEX tie_pupil ON tie (pupil, place);

CREATE TABLE level (ours TEXT PRIMARY KEY, theirs TEXT);
INSERT INTO level VALUES ('K1', 'PR'), ('K2', 'PK'), ('K3', 'KG'),
    ('P1', '01'), ('P2', '02'), ('P3', '03'), ('P4', '04'), ('P5', '05'), ('P6', '06'),
    ('J1', '07'), ('J2', '08'), ('J3', '09'), ('S1', '10'), ('S2', '11'), ('S3', '12');

CREATE VIEW present_year AS
SELECT id FROM school_year
WHERE "period.from" = coalesce(
    (SELECT max("period.from") FROM school_year, _today WHERE "period.from" <= day),
    (SELECT min("period.from") FROM school_year))

-- file academicSessions
SELECT y.id AS sourcedId, '' AS status, '' AS dateLastModified, y.name AS title, 'schoolYear' AS type,
    y."period.from" AS startDate, y."period.until" AS endDate, '' AS parentSourcedId, substr(y.name, 6) AS schoolYear
FROM school_year AS y
UNION ALL
SELECT t.id, '', '', y.name || ' ' || t.season, 'term', t."period.from", t."period.until", y.id, substr(y.name, 6)
FROM term AS t JOIN school_year AS y ON y.name = t.schoolYear

-- file orgs
SELECT o.id AS sourcedId, '' AS status, '' AS dateLastModified, o.name,
    CASE o.category WHEN 'BUREAU' THEN 'local' WHEN 'COUNTY_BUREAU' THEN 'district' ELSE 'department' END AS type,
    o.code AS identifier, (SELECT id FROM place AS p WHERE p.code = o.superior) AS parentSourcedId,
    o.category AS "metadata.bureau.category", o.shortName AS "metadata.bureau.shortName",
    '' AS "metadata.bureau.type", o.division AS "metadata.bureau.division"
FROM office AS o
UNION ALL
SELECT s.id, '', '', s.name, 'school', s.code, (SELECT id FROM place AS p WHERE p.code = s.superior),
    s.category, s.shortName, s.type, s.division
FROM school AS s

-- file courses
SELECT DISTINCT 'course:' || c.grade AS sourcedId, '' AS status, '' AS dateLastModified,
    (SELECT id FROM present_year) AS schoolYearSourcedId, c.grade AS title, c.grade AS courseCode,
    coalesce((SELECT theirs FROM level WHERE ours = c.grade), 'Other') AS grades,
    (SELECT id FROM office WHERE category = 'BUREAU') AS orgSourcedId, '' AS subjects, '' AS subjectCodes
FROM school_class AS c

-- file classes
SELECT c.id AS sourcedId, '' AS status, '' AS dateLastModified, c.name AS title,
    coalesce((SELECT theirs FROM level WHERE ours = c.grade), 'Other') AS grades,
    'course:' || c.grade AS courseSourcedId, c.code AS classCode, 'homeroom' AS classType, '' AS location,
    (SELECT id FROM school AS s WHERE s.code = c.school) AS schoolSourcedId,
    (SELECT id FROM present_year) AS termSourcedIds, '' AS subjects, '' AS subjectCodes, '' AS periods,
    c.grade AS "metadata.bureau.grade", c.entryYear AS "metadata.bureau.entryYear",
    c.number AS "metadata.bureau.number", c.type AS "metadata.bureau.type"
FROM school_class AS c
WHERE c.endedOn = ''

-- file users
SELECT p.id AS sourcedId, '' AS status, '' AS dateLastModified, 'true' AS enabledUser, '' AS username,
    trim(CASE WHEN s.number IS NULL THEN '' ELSE '{bureau.student:' || s.number || '}' END || ','
        || CASE WHEN t.number IS NULL THEN '' ELSE '{bureau.teacher:' || t.number || '}' END, ',') AS userIds,
    given_name(p.name) AS givenName, family_name(p.name) AS familyName, '' AS middleName, '' AS identifier,
    '' AS email, '' AS sms, '' AS phone,
    (SELECT group_concat(guardian) FROM (SELECT guardian FROM tie WHERE tie.pupil = p.id ORDER BY place, guardian))
        AS agentSourcedIds,
    CASE WHEN s.grade IS NULL THEN '' ELSE coalesce((SELECT theirs FROM level WHERE ours = s.grade), 'Other') END AS grades,
    '' AS password, '' AS userMasterIdentifier, '' AS resourceSourcedIds, '' AS preferredGivenName,
    '' AS preferredMiddleName, '' AS preferredFamilyName,
    (SELECT id FROM place WHERE code = coalesce(s.school, t.unit)) AS primaryOrgSourcedId, '' AS pronouns,
    p.name AS "metadata.bureau.name", s.grade AS "metadata.bureau.grade", s.status AS "metadata.bureau.studentStatus",
    s.enteredOn AS "metadata.bureau.enteredOn", t.status AS "metadata.bureau.teacherStatus",
    t.staffing AS "metadata.bureau.staffing"
FROM person AS p LEFT JOIN student AS s ON s."person.id" = p.id LEFT JOIN teacher AS t ON t."person.id" = p.id
WHERE s.number IS NOT NULL OR t.number IS NOT NULL OR p.id IN (SELECT guardian FROM tie)

-- file roles
SELECT t.id AS sourcedId, '' AS status, '' AS dateLastModified, t."person.id" AS userSourcedId, 'primary' AS roleType,
    CASE coalesce((SELECT min(category) FROM post WHERE teacher = t.number), '4')
        WHEN '1' THEN 'teacher' WHEN '2' THEN 'siteAdministrator' ELSE 'aide' END AS role,
    '' AS beginDate, '' AS endDate, (SELECT id FROM place WHERE code = t.unit) AS orgSourcedId,
    '' AS userProfileSourcedId, 'employment' AS "metadata.bureau.of", '' AS "metadata.bureau.entryGrade",
    '' AS "metadata.bureau.entryWay", '' AS "metadata.bureau.endedBy", '' AS "metadata.bureau.category",
    '' AS "metadata.bureau.isMain"
FROM teacher AS t
UNION ALL
SELECT p.id, '', '', t."person.id", CASE p.isMain WHEN 'true' THEN 'primary' ELSE 'secondary' END,
    CASE p.category WHEN '1' THEN 'teacher' WHEN '2' THEN 'siteAdministrator' ELSE 'aide' END,
    p."period.from", p."period.until", (SELECT id FROM place WHERE code = p.unit), '', 'post', '', '', '', p.category,
    p.isMain
FROM post AS p JOIN teacher AS t ON t.number = p.teacher
UNION ALL
SELECT e.id, '', '', s."person.id", CASE WHEN e.school = s.school AND e."period.until" = '' THEN 'primary' ELSE 'secondary' END,
    'student', e."period.from", e."period.until", (SELECT id FROM school WHERE code = e.school), '', 'stay',
    e.entryGrade, e.entryWay, e.endedBy, '', ''
FROM enrolment AS e JOIN student AS s ON s.number = e.student
UNION ALL
SELECT s.id, '', '', s."person.id", 'primary', 'student', '', '', (SELECT id FROM school WHERE code = s.school), '',
    'employment', '', '', '', '', ''
FROM student AS s
WHERE NOT EXISTS (
    SELECT 1 FROM enrolment AS e WHERE e.student = s.number AND e.school = s.school AND e."period.until" = '')
UNION ALL
SELECT DISTINCT 'role:' || g.guardian || ':' || g.school, '', '', g.guardian, 'secondary', min(g.role), '', '',
    (SELECT id FROM school WHERE code = g.school), '', 'guardian', '', '', '', '', ''
FROM tie AS g GROUP BY g.guardian, g.school

-- file enrollments
SELECT 'member:' || s.id AS sourcedId, '' AS status, '' AS dateLastModified, s."schoolClass.id" AS classSourcedId,
    (SELECT id FROM school WHERE code = s.school) AS schoolSourcedId, s."person.id" AS userSourcedId,
    'student' AS role, 'false' AS "primary", '' AS beginDate, '' AS endDate
FROM student AS s JOIN school_class AS c ON c.id = s."schoolClass.id" AND c.endedOn = ''
UNION ALL
SELECT 'head:' || c.id, '', '', c.id, (SELECT id FROM school WHERE code = c.school), t."person.id", 'teacher', 'true', '', ''
FROM school_class AS c JOIN teacher AS t ON t.number = c.headTeacher
WHERE c.endedOn = ''

-- file demographics
SELECT p.id AS sourcedId, '' AS status, '' AS dateLastModified, p.birthDate,
    CASE p.sex WHEN '1' THEN 'male' WHEN '2' THEN 'female' WHEN '0' THEN 'unspecified' WHEN '9' THEN 'other' ELSE '' END AS sex,
    '' AS americanIndianOrAlaskaNative, '' AS asian, '' AS blackOrAfricanAmerican,
    '' AS nativeHawaiianOrOtherPacificIslander, '' AS white, '' AS demographicRaceTwoOrMoreRaces,
    '' AS hispanicOrLatinoEthnicity, '' AS countryOfBirthCode, '' AS stateOfBirthAbbreviation, '' AS cityOfBirth,
    '' AS publicSchoolResidenceStatus
FROM person AS p
WHERE p.sex || p.birthDate <> '' AND (p.id IN (SELECT "person.id" FROM student) OR p.id IN (SELECT "person.id" FROM teacher)
    OR p.id IN (SELECT guardian FROM tie))
