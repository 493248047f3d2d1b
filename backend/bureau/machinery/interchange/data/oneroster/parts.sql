-- shape: who plays which part where; files of 1.1, which have no roles, say it of each user
CREATE VIEW part_of AS
SELECT _line, sourcedId, userSourcedId AS user, role, roleType, beginDate, endDate, orgSourcedId AS org,
    "metadata.bureau.of" AS of, "metadata.bureau.entryGrade" AS entry_grade, "metadata.bureau.entryWay" AS entry_way,
    "metadata.bureau.endedBy" AS ended_by, "metadata.bureau.category" AS category, "metadata.bureau.isMain" AS is_main
FROM roles WHERE status <> 'tobedeleted'
UNION ALL
SELECT _line, sourcedId || ':' || role, sourcedId, role, 'primary', '', '',
    CASE WHEN instr(orgSourcedIds, ',') THEN substr(orgSourcedIds, 1, instr(orgSourcedIds, ',') - 1) ELSE orgSourcedIds END,
    '', '', '', '', '', ''
FROM users WHERE role <> '';

CREATE TABLE role_of AS SELECT * FROM part_of;
CREATE INDEX role_of_user ON role_of (user);

CREATE TABLE level (theirs TEXT PRIMARY KEY, ours TEXT);
INSERT INTO level VALUES ('IT', 'K1'), ('PR', 'K1'), ('PK', 'K2'), ('TK', 'K3'), ('KG', 'K3'),
    ('01', 'P1'), ('02', 'P2'), ('03', 'P3'), ('04', 'P4'), ('05', 'P5'), ('06', 'P6'),
    ('07', 'J1'), ('08', 'J2'), ('09', 'J3'), ('10', 'S1'), ('11', 'S2'), ('12', 'S3');

CREATE TABLE homeroom AS
SELECT c._line, c.sourcedId, c.title, c.schoolSourcedId AS school, c.classCode,
    coalesce(nullif(c."metadata.bureau.grade", ''),
        (SELECT ours FROM level WHERE theirs = trim(substr(c.grades || ',', 1, instr(c.grades || ',', ',') - 1))),
        c.grades) AS grade,
    c."metadata.bureau.entryYear" AS entry_year, c."metadata.bureau.number" AS number, c."metadata.bureau.type" AS type,
    (SELECT max(CAST(coalesce(nullif(a.schoolYear, ''), substr(a.endDate, 1, 4)) AS INTEGER)) FROM academicSessions AS a
        WHERE instr(',' || c.termSourcedIds || ',', ',' || a.sourcedId || ',') > 0) AS school_year
FROM classes AS c
WHERE lower(c.classType) = 'homeroom' AND c.status <> 'tobedeleted';
CREATE INDEX homeroom_id ON homeroom (sourcedId);

CREATE TABLE member AS
SELECT e.userSourcedId AS user, e.classSourcedId AS class, e.role, e."primary" = 'true' AS is_primary, e.beginDate
FROM enrollments AS e JOIN homeroom AS h ON h.sourcedId = e.classSourcedId
WHERE e.status <> 'tobedeleted' AND e.endDate = '';
CREATE INDEX member_user ON member (user, role);
CREATE INDEX member_class ON member (class, role);
CREATE INDEX demographics_id ON demographics (sourcedId);
CREATE INDEX users_id ON users (sourcedId);

CREATE VIEW human AS
SELECT u.*,
    coalesce(nullif(u."metadata.bureau.name", ''),
        trim(replace(u.givenName || ' ' || u.middleName || ' ' || u.familyName, '  ', ' '))) AS name,
    CASE lower(d.sex) WHEN 'male' THEN '1' WHEN 'female' THEN '2' WHEN 'unspecified' THEN '0' WHEN 'other' THEN '9'
        ELSE d.sex END AS sex,
    d.birthDate AS birth_date,
    CASE WHEN u.phone <> '' THEN u.phone ELSE u.sms END AS telephone
FROM users AS u LEFT JOIN demographics AS d ON d.sourcedId = u.sourcedId
WHERE u.status <> 'tobedeleted';

CREATE TABLE present AS
SELECT r.* FROM role_of AS r
WHERE r.rowid = (
    SELECT o.rowid FROM role_of AS o
    WHERE o.user = r.user AND (o.role = 'student') = (r.role = 'student')
        AND o.role NOT IN ('parent', 'guardian', 'relative')
    ORDER BY o.of = 'employment' DESC, o.endDate = '' DESC, o.roleType = 'primary' DESC, o.beginDate DESC LIMIT 1);
CREATE INDEX present_user ON present (user);

CREATE TABLE agent AS
WITH RECURSIVE split (user, line, agent, rest, place) AS (
    SELECT sourcedId, _line, '', agentSourcedIds || ',', 0 FROM users WHERE agentSourcedIds <> '' AND status <> 'tobedeleted'
    UNION ALL
    SELECT user, line, trim(substr(rest, 1, instr(rest, ',') - 1)), substr(rest, instr(rest, ',') + 1), place + 1
    FROM split WHERE rest <> ''
)
SELECT user, line, agent, place FROM split WHERE place > 0 AND agent <> ''

-- part office
SELECT
    o._line, o.sourcedId AS _key,
    CASE o."metadata.bureau.category" WHEN 'BUREAU' THEN 0 WHEN 'SECTION' THEN 2 ELSE lower(o.type) = 'department' END AS _wave,
    coalesce(nullif(o.identifier, ''), o.sourcedId) AS code, o.name, o."metadata.bureau.shortName" AS short_name,
    coalesce(nullif(o."metadata.bureau.category", ''),
        CASE lower(o.type) WHEN 'district' THEN 'COUNTY_BUREAU' WHEN 'department' THEN 'SECTION' ELSE 'DIRECT_UNIT' END
    ) AS category,
    CASE
        WHEN o."metadata.bureau.category" = 'BUREAU' THEN ''
        WHEN lower(o.type) = 'department' AND o.parentSourcedId <> '' THEN o.parentSourcedId
        ELSE (SELECT code FROM _bureau)
    END AS superior,
    o."metadata.bureau.division" AS division
FROM orgs AS o
WHERE lower(o.type) <> 'school' AND o.status <> 'tobedeleted'
ORDER BY _wave, CAST(o._line AS INTEGER)

-- part school
SELECT
    o._line, o.sourcedId AS _key,
    coalesce(nullif(o.identifier, ''), o.sourcedId) AS code, o.name, o."metadata.bureau.shortName" AS short_name,
    o.parentSourcedId AS superior, o."metadata.bureau.type" AS type, o."metadata.bureau.division" AS division
FROM orgs AS o
WHERE lower(o.type) = 'school' AND o.status <> 'tobedeleted'
ORDER BY CAST(o._line AS INTEGER)

-- part school_year
SELECT
    a._line, a.sourcedId AS _key,
    substr(a.startDate, 1, 4) || '-' || (CAST(substr(a.startDate, 1, 4) AS INTEGER) + 1) AS name,
    a.startDate AS "period.from", a.endDate AS "period.until"
FROM academicSessions AS a
WHERE a.type = 'schoolYear' AND a.status <> 'tobedeleted'
ORDER BY CAST(a._line AS INTEGER)

-- part term
SELECT
    a._line, a.sourcedId AS _key, a.parentSourcedId AS school_year,
    CASE WHEN substr(a.startDate, 6, 2) IN ('05', '06', '07') THEN '3' WHEN substr(a.startDate, 6, 2) < '05' THEN '2'
        ELSE '1' END AS season,
    a.startDate AS "period.from", a.endDate AS "period.until", 'OPEN' AS "status?"
FROM academicSessions AS a
WHERE a.type IN ('term', 'semester') AND a.status <> 'tobedeleted'
ORDER BY CAST(a._line AS INTEGER)

-- part teacher: whoever works for an organisation, in whatever role
SELECT
    h._line, h.sourcedId AS _key,
    CASE WHEN instr(h.userIds, '{bureau.teacher:') THEN substr(h.userIds, instr(h.userIds, '{bureau.teacher:') + 16, 10)
        ELSE '' END AS number,
    h.name AS "person.name", h.sex AS "person.sex", h.birth_date AS "person.birth_date",
    h.telephone AS "person.phone",
    p.org AS unit,
    coalesce(nullif(h."metadata.bureau.teacherStatus", ''), 'IN_POST') AS "status?",
    h."metadata.bureau.staffing" AS staffing
FROM human AS h JOIN present AS p ON p.user = h.sourcedId
WHERE p.role NOT IN ('student', 'parent', 'guardian', 'relative')
ORDER BY CAST(h._line AS INTEGER)

-- part post
SELECT
    r._line, r.sourcedId AS _key, r.user AS teacher, r.org AS unit,
    coalesce(nullif(r.category, ''), CASE r.role WHEN 'teacher' THEN '1' WHEN 'aide' THEN '3' WHEN 'counselor' THEN '3'
        WHEN 'proctor' THEN '3' ELSE '2' END) AS category,
    coalesce(nullif(r.is_main, ''), CASE r.roleType WHEN 'primary' THEN 'true' ELSE 'false' END) AS is_main,
    r.beginDate AS "period.from", r.endDate AS "period.until"
FROM role_of AS r
WHERE r.role NOT IN ('student', 'parent', 'guardian', 'relative') AND r.beginDate <> '' AND r.of <> 'employment'
ORDER BY CAST(r._line AS INTEGER)

-- part school_class: homerooms, numbered by their own order among those that entered a grade together
SELECT
    h._line, h.sourcedId AS _key, h.school, substr(h.grade, 1, 1) AS stage,
    coalesce(nullif(h.entry_year, ''), h.school_year - CAST(substr(h.grade, 2) AS INTEGER)) AS entry_year,
    coalesce(nullif(h.number, ''), row_number() OVER (PARTITION BY h.school, h.grade ORDER BY h.sourcedId)) AS "number?",
    h.title AS name, h.grade, h.type,
    (SELECT m.user FROM member AS m WHERE m.class = h.sourcedId AND m.role = 'teacher'
        ORDER BY m.is_primary DESC, m.beginDate LIMIT 1) AS head_teacher
FROM homeroom AS h
ORDER BY CAST(h._line AS INTEGER)

-- part student
SELECT
    h._line, h.sourcedId AS _key,
    CASE WHEN instr(h.userIds, '{bureau.student:') THEN substr(h.userIds, instr(h.userIds, '{bureau.student:') + 16, 10)
        ELSE '' END AS number,
    h.name AS "person.name", h.sex AS "person.sex", h.birth_date AS "person.birth_date",
    h.telephone AS "person.phone",
    p.org AS school,
    coalesce(nullif(h."metadata.bureau.grade", ''),
        (SELECT ours FROM level WHERE theirs = trim(substr(h.grades || ',', 1, instr(h.grades || ',', ',') - 1))),
        nullif(h.grades, ''), c.grade) AS grade,
    c.sourcedId AS school_class,
    coalesce(nullif(h."metadata.bureau.studentStatus", ''), 'ENROLLED') AS "status?",
    h."metadata.bureau.enteredOn" AS entered_on
FROM human AS h
JOIN present AS p ON p.user = h.sourcedId AND p.role = 'student'
LEFT JOIN homeroom AS c ON c.sourcedId = (
    SELECT m.class FROM member AS m WHERE m.user = h.sourcedId AND m.role = 'student'
    ORDER BY m.is_primary DESC, m.beginDate DESC LIMIT 1)
ORDER BY CAST(h._line AS INTEGER)

-- part enrolment
SELECT
    r._line, r.sourcedId AS _key, r.user AS student, r.org AS school,
    r.beginDate AS "period.from", r.endDate AS "period.until",
    coalesce(nullif(r.entry_grade, ''), nullif(u."metadata.bureau.grade", ''),
        (SELECT ours FROM level WHERE theirs = trim(substr(u.grades || ',', 1, instr(u.grades || ',', ',') - 1))),
        u.grades) AS entry_grade,
    r.entry_way, r.ended_by
FROM role_of AS r JOIN users AS u ON u.sourcedId = r.user
WHERE r.role = 'student' AND r.beginDate <> ''
ORDER BY CAST(r._line AS INTEGER)

-- part person: those who stand by a pupil
SELECT DISTINCT
    h._line, h.sourcedId AS _key, h.name, h.sex, h.birth_date, h.telephone AS phone
FROM human AS h JOIN role_of AS r ON r.user = h.sourcedId
WHERE r.role IN ('parent', 'guardian', 'relative')
ORDER BY CAST(h._line AS INTEGER)

-- part guardianship: no right is given by what does not say it
SELECT
    a.line AS _line, a.user || ':' || a.agent AS _key, a.user AS student, a.agent AS guardian,
    CASE (SELECT r.role FROM role_of AS r WHERE r.user = a.agent AND r.role IN ('parent', 'guardian', 'relative') LIMIT 1)
        WHEN 'parent' THEN '50' WHEN 'guardian' THEN '99' WHEN 'relative' THEN '97' ELSE '' END AS "relation?",
    'false' AS "is_legal_guardian?", 'false' AS "may_decide?", 'false' AS "may_see?", 'false' AS "may_collect?",
    min(a.place, 9) AS contact_order
FROM agent AS a JOIN present AS p ON p.user = a.user AND p.role = 'student'
ORDER BY CAST(a.line AS INTEGER), a.place

-- left users: no role says what they are. | 没有角色信息。
SELECT u._line FROM users AS u WHERE u.status <> 'tobedeleted' AND u.sourcedId NOT IN (SELECT user FROM role_of)

-- left classes: scheduled ones, which are teaching classes; we hold those in which pupils live. | 非行政班：仅登记行政班。
SELECT _line FROM classes WHERE lower(classType) <> 'homeroom' AND status <> 'tobedeleted'

-- left enrollments: in classes that are not carried, or ended. | 所属班级未导入，或已结束。
SELECT _line FROM enrollments
WHERE status <> 'tobedeleted' AND (endDate <> '' OR classSourcedId NOT IN (SELECT sourcedId FROM homeroom))

-- left academicSessions: grading periods; we hold years and terms. | 评分周期：仅登记学年、学期。
SELECT _line FROM academicSessions WHERE type NOT IN ('schoolYear', 'term', 'semester')

-- left roles: to be deleted: nothing is ever deleted by a file. | 标记为删除：导入不会删除记录。
SELECT _line FROM roles WHERE status = 'tobedeleted'

-- left users: to be deleted: nothing is ever deleted by a file. | 标记为删除：导入不会删除记录。
SELECT _line FROM users WHERE status = 'tobedeleted'

-- left orgs: to be deleted: nothing is ever deleted by a file. | 标记为删除：导入不会删除记录。
SELECT _line FROM orgs WHERE status = 'tobedeleted'

-- left demographics: of nobody in the delivery. | 交付中没有对应人员。
SELECT _line FROM demographics WHERE sourcedId NOT IN (SELECT sourcedId FROM users)
