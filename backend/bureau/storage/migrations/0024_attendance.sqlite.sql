CREATE TABLE roll_call (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    grade TEXT NOT NULL,
    day TEXT NOT NULL,
    session TEXT NOT NULL,
    expected INTEGER NOT NULL,
    present INTEGER NOT NULL,
    is_doubtful INTEGER NOT NULL,
    checked_by TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    county_id INTEGER,
    CHECK (grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (session NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_roll_call_school_class_id_id_void_reason ON roll_call (school_class_id, id, void_reason);

CREATE INDEX ix_roll_call_school_id_id_void_reason ON roll_call (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_roll_call_school_class_id_day_session ON roll_call (school_class_id, day, session) WHERE void_reason IS NULL;

CREATE INDEX ix_roll_call_county_id_id_void_reason ON roll_call (county_id, id, void_reason);

CREATE INDEX ix_roll_call_day_id ON roll_call (day, id);

CREATE INDEX ix_roll_call_county_id_day_id ON roll_call (county_id, day, id);

CREATE INDEX ix_roll_call_school_id_day_id ON roll_call (school_id, day, id);

CREATE INDEX ix_roll_call_is_doubtful ON roll_call (is_doubtful);

CREATE TABLE roll_call_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_class_id INTEGER,
    school_id INTEGER,
    grade TEXT,
    day TEXT,
    session TEXT,
    expected INTEGER,
    present INTEGER,
    is_doubtful INTEGER,
    checked_by TEXT,
    checked_at TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_roll_call_history_id_position ON roll_call_history (id, position);

CREATE INDEX ix_roll_call_history_school_class_id_id_void_reason ON roll_call_history (school_class_id, id, void_reason);

CREATE INDEX ix_roll_call_history_school_id_id_void_reason ON roll_call_history (school_id, id, void_reason);

CREATE INDEX ix_roll_call_history_school_class_id_day_session ON roll_call_history (school_class_id, day, session) WHERE void_reason IS NULL;

CREATE INDEX ix_roll_call_history_county_id_id_void_reason ON roll_call_history (county_id, id, void_reason);

CREATE INDEX ix_roll_call_history_day_id ON roll_call_history (day, id);

CREATE INDEX ix_roll_call_history_county_id_day_id ON roll_call_history (county_id, day, id);

CREATE INDEX ix_roll_call_history_school_id_day_id ON roll_call_history (school_id, day, id);

CREATE INDEX ix_roll_call_history_is_doubtful ON roll_call_history (is_doubtful);

DROP TRIGGER IF EXISTS keep_roll_call_history;

CREATE TRIGGER keep_roll_call_history AFTER UPDATE ON roll_call
WHEN new.position <> old.position BEGIN
    INSERT INTO roll_call_history (id, version, position, void_reason, school_class_id, school_id, grade, day, session, expected, present, is_doubtful, checked_by, checked_at, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_class_id, old.school_id, old.grade, old.day, old.session, old.expected, old.present, old.is_doubtful, old.checked_by, old.checked_at, old.county_id, new.position);
END;

CREATE TABLE symptom_cluster (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    symptom TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    pupils INTEGER NOT NULL,
    state TEXT NOT NULL,
    measures TEXT,
    closed_on TEXT,
    county_id INTEGER,
    CHECK (symptom NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_symptom_cluster_school_class_id_id_void_reason ON symptom_cluster (school_class_id, id, void_reason);

CREATE INDEX ix_symptom_cluster_school_id_id_void_reason ON symptom_cluster (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_symptom_cluster_school_class_id_symptom_first_day ON symptom_cluster (school_class_id, symptom, first_day) WHERE void_reason IS NULL;

CREATE INDEX ix_symptom_cluster_county_id_id_void_reason ON symptom_cluster (county_id, id, void_reason);

CREATE INDEX ix_symptom_cluster_last_day_id ON symptom_cluster (last_day, id);

CREATE INDEX ix_symptom_cluster_county_id_last_day_id ON symptom_cluster (county_id, last_day, id);

CREATE INDEX ix_symptom_cluster_school_id_last_day_id ON symptom_cluster (school_id, last_day, id);

CREATE INDEX ix_symptom_cluster_state ON symptom_cluster (state);

CREATE INDEX ix_symptom_cluster_symptom ON symptom_cluster (symptom);

CREATE TABLE symptom_cluster_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_class_id INTEGER,
    school_id INTEGER,
    symptom TEXT,
    first_day TEXT,
    last_day TEXT,
    pupils INTEGER,
    state TEXT,
    measures TEXT,
    closed_on TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_symptom_cluster_history_id_position ON symptom_cluster_history (id, position);

CREATE INDEX ix_symptom_cluster_history_school_class_id_id_void_reason ON symptom_cluster_history (school_class_id, id, void_reason);

CREATE INDEX ix_symptom_cluster_history_school_id_id_void_reason ON symptom_cluster_history (school_id, id, void_reason);

CREATE INDEX ix_symptom_cluster_history_school_class_id_symptom_first_day ON symptom_cluster_history (school_class_id, symptom, first_day) WHERE void_reason IS NULL;

CREATE INDEX ix_symptom_cluster_history_county_id_id_void_reason ON symptom_cluster_history (county_id, id, void_reason);

CREATE INDEX ix_symptom_cluster_history_last_day_id ON symptom_cluster_history (last_day, id);

CREATE INDEX ix_symptom_cluster_history_county_id_last_day_id ON symptom_cluster_history (county_id, last_day, id);

CREATE INDEX ix_symptom_cluster_history_school_id_last_day_id ON symptom_cluster_history (school_id, last_day, id);

CREATE INDEX ix_symptom_cluster_history_state ON symptom_cluster_history (state);

CREATE INDEX ix_symptom_cluster_history_symptom ON symptom_cluster_history (symptom);

DROP TRIGGER IF EXISTS keep_symptom_cluster_history;

CREATE TRIGGER keep_symptom_cluster_history AFTER UPDATE ON symptom_cluster
WHEN new.position <> old.position BEGIN
    INSERT INTO symptom_cluster_history (id, version, position, void_reason, school_class_id, school_id, symptom, first_day, last_day, pupils, state, measures, closed_on, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_class_id, old.school_id, old.symptom, old.first_day, old.last_day, old.pupils, old.state, old.measures, old.closed_on, old.county_id, new.position);
END;

CREATE TABLE leave_request (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    code TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    certificate TEXT,
    document_id INTEGER REFERENCES file (id),
    asker_id INTEGER REFERENCES account (id),
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    state TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    answer TEXT,
    county_id INTEGER,
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_leave_request_student_id_id_void_reason ON leave_request (student_id, id, void_reason);

CREATE INDEX ix_leave_request_school_id_id_void_reason ON leave_request (school_id, id, void_reason);

CREATE INDEX ix_leave_request_school_class_id_id_void_reason ON leave_request (school_class_id, id, void_reason);

CREATE INDEX ix_leave_request_document_id_id_void_reason ON leave_request (document_id, id, void_reason);

CREATE INDEX ix_leave_request_asker_id_id_void_reason ON leave_request (asker_id, id, void_reason);

CREATE INDEX ix_leave_request_county_id_id_void_reason ON leave_request (county_id, id, void_reason);

CREATE INDEX ix_leave_request_first_day_id ON leave_request (first_day, id);

CREATE INDEX ix_leave_request_county_id_first_day_id ON leave_request (county_id, first_day, id);

CREATE INDEX ix_leave_request_school_id_first_day_id ON leave_request (school_id, first_day, id);

CREATE INDEX ix_leave_request_asked_at_id ON leave_request (asked_at, id);

CREATE INDEX ix_leave_request_county_id_asked_at_id ON leave_request (county_id, asked_at, id);

CREATE INDEX ix_leave_request_school_id_asked_at_id ON leave_request (school_id, asked_at, id);

CREATE INDEX ix_leave_request_state ON leave_request (state);

CREATE INDEX ix_leave_request_last_day ON leave_request (last_day);

CREATE INDEX ix_leave_request_code ON leave_request (code);

CREATE TABLE leave_request_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    school_id INTEGER,
    school_class_id INTEGER,
    code TEXT,
    first_day TEXT,
    last_day TEXT,
    reason TEXT,
    certificate TEXT,
    document_id INTEGER,
    asker_id INTEGER,
    asked_by TEXT,
    asked_at TEXT,
    state TEXT,
    decided_by TEXT,
    decided_at TEXT,
    answer TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_leave_request_history_id_position ON leave_request_history (id, position);

CREATE INDEX ix_leave_request_history_student_id_id_void_reason ON leave_request_history (student_id, id, void_reason);

CREATE INDEX ix_leave_request_history_school_id_id_void_reason ON leave_request_history (school_id, id, void_reason);

CREATE INDEX ix_leave_request_history_school_class_id_id_void_reason ON leave_request_history (school_class_id, id, void_reason);

CREATE INDEX ix_leave_request_history_document_id_id_void_reason ON leave_request_history (document_id, id, void_reason);

CREATE INDEX ix_leave_request_history_asker_id_id_void_reason ON leave_request_history (asker_id, id, void_reason);

CREATE INDEX ix_leave_request_history_county_id_id_void_reason ON leave_request_history (county_id, id, void_reason);

CREATE INDEX ix_leave_request_history_first_day_id ON leave_request_history (first_day, id);

CREATE INDEX ix_leave_request_history_county_id_first_day_id ON leave_request_history (county_id, first_day, id);

CREATE INDEX ix_leave_request_history_school_id_first_day_id ON leave_request_history (school_id, first_day, id);

CREATE INDEX ix_leave_request_history_asked_at_id ON leave_request_history (asked_at, id);

CREATE INDEX ix_leave_request_history_county_id_asked_at_id ON leave_request_history (county_id, asked_at, id);

CREATE INDEX ix_leave_request_history_school_id_asked_at_id ON leave_request_history (school_id, asked_at, id);

CREATE INDEX ix_leave_request_history_state ON leave_request_history (state);

CREATE INDEX ix_leave_request_history_last_day ON leave_request_history (last_day);

CREATE INDEX ix_leave_request_history_code ON leave_request_history (code);

DROP TRIGGER IF EXISTS keep_leave_request_history;

CREATE TRIGGER keep_leave_request_history AFTER UPDATE ON leave_request
WHEN new.position <> old.position BEGIN
    INSERT INTO leave_request_history (id, version, position, void_reason, student_id, school_id, school_class_id, code, first_day, last_day, reason, certificate, document_id, asker_id, asked_by, asked_at, state, decided_by, decided_at, answer, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.school_id, old.school_class_id, old.code, old.first_day, old.last_day, old.reason, old.certificate, old.document_id, old.asker_id, old.asked_by, old.asked_at, old.state, old.decided_by, old.decided_at, old.answer, old.county_id, new.position);
END;

CREATE TABLE absence_alert (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    rule TEXT NOT NULL,
    rung TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    days INTEGER NOT NULL,
    state TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    contacted_on TEXT,
    contact TEXT,
    visited_on TEXT,
    visit TEXT,
    companions TEXT,
    reported_on TEXT,
    report TEXT,
    outcome TEXT,
    closed_on TEXT,
    closed_note TEXT,
    county_id INTEGER,
    CHECK (rule NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (rung NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (outcome NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_absence_alert_student_id_id_void_reason ON absence_alert (student_id, id, void_reason);

CREATE INDEX ix_absence_alert_school_id_id_void_reason ON absence_alert (school_id, id, void_reason);

CREATE INDEX ix_absence_alert_school_class_id_id_void_reason ON absence_alert (school_class_id, id, void_reason);

CREATE INDEX ix_absence_alert_county_id_id_void_reason ON absence_alert (county_id, id, void_reason);

CREATE INDEX ix_absence_alert_last_day_id ON absence_alert (last_day, id);

CREATE INDEX ix_absence_alert_county_id_last_day_id ON absence_alert (county_id, last_day, id);

CREATE INDEX ix_absence_alert_school_id_last_day_id ON absence_alert (school_id, last_day, id);

CREATE INDEX ix_absence_alert_days_id ON absence_alert (days, id);

CREATE INDEX ix_absence_alert_county_id_days_id ON absence_alert (county_id, days, id);

CREATE INDEX ix_absence_alert_school_id_days_id ON absence_alert (school_id, days, id);

CREATE INDEX ix_absence_alert_county_id_state_void_reason ON absence_alert (county_id, state, void_reason);

CREATE INDEX ix_absence_alert_school_id_state_void_reason ON absence_alert (school_id, state, void_reason);

CREATE INDEX ix_absence_alert_state ON absence_alert (state);

CREATE INDEX ix_absence_alert_rule ON absence_alert (rule);

CREATE INDEX ix_absence_alert_rung ON absence_alert (rung);

CREATE TABLE absence_alert_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    school_id INTEGER,
    school_class_id INTEGER,
    rule TEXT,
    rung TEXT,
    first_day TEXT,
    last_day TEXT,
    days INTEGER,
    state TEXT,
    opened_on TEXT,
    contacted_on TEXT,
    contact TEXT,
    visited_on TEXT,
    visit TEXT,
    companions TEXT,
    reported_on TEXT,
    report TEXT,
    outcome TEXT,
    closed_on TEXT,
    closed_note TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_absence_alert_history_id_position ON absence_alert_history (id, position);

CREATE INDEX ix_absence_alert_history_student_id_id_void_reason ON absence_alert_history (student_id, id, void_reason);

CREATE INDEX ix_absence_alert_history_school_id_id_void_reason ON absence_alert_history (school_id, id, void_reason);

CREATE INDEX ix_absence_alert_history_school_class_id_id_void_reason ON absence_alert_history (school_class_id, id, void_reason);

CREATE INDEX ix_absence_alert_history_county_id_id_void_reason ON absence_alert_history (county_id, id, void_reason);

CREATE INDEX ix_absence_alert_history_last_day_id ON absence_alert_history (last_day, id);

CREATE INDEX ix_absence_alert_history_county_id_last_day_id ON absence_alert_history (county_id, last_day, id);

CREATE INDEX ix_absence_alert_history_school_id_last_day_id ON absence_alert_history (school_id, last_day, id);

CREATE INDEX ix_absence_alert_history_days_id ON absence_alert_history (days, id);

CREATE INDEX ix_absence_alert_history_county_id_days_id ON absence_alert_history (county_id, days, id);

CREATE INDEX ix_absence_alert_history_school_id_days_id ON absence_alert_history (school_id, days, id);

CREATE INDEX ix_absence_alert_history_county_id_state_void_reason ON absence_alert_history (county_id, state, void_reason);

CREATE INDEX ix_absence_alert_history_school_id_state_void_reason ON absence_alert_history (school_id, state, void_reason);

CREATE INDEX ix_absence_alert_history_state ON absence_alert_history (state);

CREATE INDEX ix_absence_alert_history_rule ON absence_alert_history (rule);

CREATE INDEX ix_absence_alert_history_rung ON absence_alert_history (rung);

DROP TRIGGER IF EXISTS keep_absence_alert_history;

CREATE TRIGGER keep_absence_alert_history AFTER UPDATE ON absence_alert
WHEN new.position <> old.position BEGIN
    INSERT INTO absence_alert_history (id, version, position, void_reason, student_id, school_id, school_class_id, rule, rung, first_day, last_day, days, state, opened_on, contacted_on, contact, visited_on, visit, companions, reported_on, report, outcome, closed_on, closed_note, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.school_id, old.school_class_id, old.rule, old.rung, old.first_day, old.last_day, old.days, old.state, old.opened_on, old.contacted_on, old.contact, old.visited_on, old.visit, old.companions, old.reported_on, old.report, old.outcome, old.closed_on, old.closed_note, old.county_id, new.position);
END;

CREATE TABLE symptom_report (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    day TEXT NOT NULL,
    symptom TEXT NOT NULL,
    reported_by TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    county_id INTEGER,
    CHECK (symptom NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_symptom_report_student_id_id_void_reason ON symptom_report (student_id, id, void_reason);

CREATE INDEX ix_symptom_report_school_class_id_id_void_reason ON symptom_report (school_class_id, id, void_reason);

CREATE INDEX ix_symptom_report_school_id_id_void_reason ON symptom_report (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_symptom_report_student_id_day_symptom ON symptom_report (student_id, day, symptom) WHERE void_reason IS NULL;

CREATE INDEX ix_symptom_report_county_id_id_void_reason ON symptom_report (county_id, id, void_reason);

CREATE INDEX ix_symptom_report_day_id ON symptom_report (day, id);

CREATE INDEX ix_symptom_report_county_id_day_id ON symptom_report (county_id, day, id);

CREATE INDEX ix_symptom_report_school_id_day_id ON symptom_report (school_id, day, id);

CREATE INDEX ix_symptom_report_symptom ON symptom_report (symptom);

CREATE TABLE symptom_report_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    school_class_id INTEGER,
    school_id INTEGER,
    day TEXT,
    symptom TEXT,
    reported_by TEXT,
    reported_at TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_symptom_report_history_id_position ON symptom_report_history (id, position);

CREATE INDEX ix_symptom_report_history_student_id_id_void_reason ON symptom_report_history (student_id, id, void_reason);

CREATE INDEX ix_symptom_report_history_school_class_id_id_void_reason ON symptom_report_history (school_class_id, id, void_reason);

CREATE INDEX ix_symptom_report_history_school_id_id_void_reason ON symptom_report_history (school_id, id, void_reason);

CREATE INDEX ix_symptom_report_history_student_id_day_symptom ON symptom_report_history (student_id, day, symptom) WHERE void_reason IS NULL;

CREATE INDEX ix_symptom_report_history_county_id_id_void_reason ON symptom_report_history (county_id, id, void_reason);

CREATE INDEX ix_symptom_report_history_day_id ON symptom_report_history (day, id);

CREATE INDEX ix_symptom_report_history_county_id_day_id ON symptom_report_history (county_id, day, id);

CREATE INDEX ix_symptom_report_history_school_id_day_id ON symptom_report_history (school_id, day, id);

CREATE INDEX ix_symptom_report_history_symptom ON symptom_report_history (symptom);

DROP TRIGGER IF EXISTS keep_symptom_report_history;

CREATE TRIGGER keep_symptom_report_history AFTER UPDATE ON symptom_report
WHEN new.position <> old.position BEGIN
    INSERT INTO symptom_report_history (id, version, position, void_reason, student_id, school_class_id, school_id, day, symptom, reported_by, reported_at, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.school_class_id, old.school_id, old.day, old.symptom, old.reported_by, old.reported_at, old.county_id, new.position);
END;

CREATE TABLE attendance_mark (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    roll_call_id INTEGER NOT NULL REFERENCES roll_call (id),
    day TEXT NOT NULL,
    session TEXT NOT NULL,
    code TEXT NOT NULL,
    note TEXT,
    marked_by TEXT NOT NULL,
    marked_at TEXT NOT NULL,
    county_id INTEGER,
    CHECK (session NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_attendance_mark_student_id_id_void_reason ON attendance_mark (student_id, id, void_reason);

CREATE INDEX ix_attendance_mark_school_class_id_id_void_reason ON attendance_mark (school_class_id, id, void_reason);

CREATE INDEX ix_attendance_mark_school_id_id_void_reason ON attendance_mark (school_id, id, void_reason);

CREATE INDEX ix_attendance_mark_roll_call_id_id_void_reason ON attendance_mark (roll_call_id, id, void_reason);

CREATE UNIQUE INDEX uq_attendance_mark_student_id_day_session ON attendance_mark (student_id, day, session) WHERE void_reason IS NULL;

CREATE INDEX ix_attendance_mark_county_id_id_void_reason ON attendance_mark (county_id, id, void_reason);

CREATE INDEX ix_attendance_mark_day_id ON attendance_mark (day, id);

CREATE INDEX ix_attendance_mark_county_id_day_id ON attendance_mark (county_id, day, id);

CREATE INDEX ix_attendance_mark_school_id_day_id ON attendance_mark (school_id, day, id);

CREATE INDEX ix_attendance_mark_code ON attendance_mark (code);

CREATE TABLE attendance_mark_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    school_class_id INTEGER,
    school_id INTEGER,
    roll_call_id INTEGER,
    day TEXT,
    session TEXT,
    code TEXT,
    note TEXT,
    marked_by TEXT,
    marked_at TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_attendance_mark_history_id_position ON attendance_mark_history (id, position);

CREATE INDEX ix_attendance_mark_history_student_id_id_void_reason ON attendance_mark_history (student_id, id, void_reason);

CREATE INDEX ix_attendance_mark_history_school_class_id_id_void_reason ON attendance_mark_history (school_class_id, id, void_reason);

CREATE INDEX ix_attendance_mark_history_school_id_id_void_reason ON attendance_mark_history (school_id, id, void_reason);

CREATE INDEX ix_attendance_mark_history_roll_call_id_id_void_reason ON attendance_mark_history (roll_call_id, id, void_reason);

CREATE INDEX ix_attendance_mark_history_student_id_day_session ON attendance_mark_history (student_id, day, session) WHERE void_reason IS NULL;

CREATE INDEX ix_attendance_mark_history_county_id_id_void_reason ON attendance_mark_history (county_id, id, void_reason);

CREATE INDEX ix_attendance_mark_history_day_id ON attendance_mark_history (day, id);

CREATE INDEX ix_attendance_mark_history_county_id_day_id ON attendance_mark_history (county_id, day, id);

CREATE INDEX ix_attendance_mark_history_school_id_day_id ON attendance_mark_history (school_id, day, id);

CREATE INDEX ix_attendance_mark_history_code ON attendance_mark_history (code);

DROP TRIGGER IF EXISTS keep_attendance_mark_history;

CREATE TRIGGER keep_attendance_mark_history AFTER UPDATE ON attendance_mark
WHEN new.position <> old.position BEGIN
    INSERT INTO attendance_mark_history (id, version, position, void_reason, student_id, school_class_id, school_id, roll_call_id, day, session, code, note, marked_by, marked_at, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.school_class_id, old.school_id, old.roll_call_id, old.day, old.session, old.code, old.note, old.marked_by, old.marked_at, old.county_id, new.position);
END;

