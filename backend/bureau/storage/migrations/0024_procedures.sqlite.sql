CREATE TABLE calendar_day (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    day TEXT NOT NULL,
    is_working INTEGER NOT NULL,
    english_name TEXT NOT NULL,
    chinese_name TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

CREATE INDEX ix_calendar_day_day_id ON calendar_day (day, id);

CREATE INDEX ix_calendar_day_is_working ON calendar_day (is_working);

CREATE TABLE calendar_day_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    day TEXT,
    is_working INTEGER,
    english_name TEXT,
    chinese_name TEXT,
    source TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_calendar_day_history_id_position ON calendar_day_history (id, position);

CREATE INDEX ix_calendar_day_history_day_id ON calendar_day_history (day, id);

CREATE INDEX ix_calendar_day_history_is_working ON calendar_day_history (is_working);

DROP TRIGGER IF EXISTS keep_calendar_day_history;

CREATE TRIGGER keep_calendar_day_history AFTER UPDATE ON calendar_day
WHEN new.position <> old.position BEGIN
    INSERT INTO calendar_day_history (id, version, position, void_reason, day, is_working, english_name, chinese_name, source, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.day, old.is_working, old.english_name, old.chinese_name, old.source, new.position);
END;

CREATE TABLE status_rate (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    school_year_id INTEGER NOT NULL REFERENCES school_year (id),
    measure TEXT NOT NULL,
    numerator INTEGER,
    denominator INTEGER,
    value INTEGER,
    is_hidden INTEGER NOT NULL,
    counted_on TEXT NOT NULL,
    county_id INTEGER,
    unit_name_sort TEXT NOT NULL,
    CHECK (measure NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_status_rate_unit_id_id_void_reason ON status_rate (unit_id, id, void_reason);

CREATE INDEX ix_status_rate_school_year_id_id_void_reason ON status_rate (school_year_id, id, void_reason);

CREATE UNIQUE INDEX uq_status_rate_measure_unit_id_school_year_id ON status_rate (measure, unit_id, school_year_id) WHERE void_reason IS NULL;

CREATE INDEX ix_status_rate_county_id_id_void_reason ON status_rate (county_id, id, void_reason);

CREATE INDEX ix_status_rate_value_id ON status_rate (value, id);

CREATE INDEX ix_status_rate_county_id_value_id ON status_rate (county_id, value, id);

CREATE INDEX ix_status_rate_unit_id_value_id ON status_rate (unit_id, value, id);

CREATE INDEX ix_status_rate_unit_name_sort_id ON status_rate (unit_name_sort, id);

CREATE INDEX ix_status_rate_county_id_unit_name_sort_id ON status_rate (county_id, unit_name_sort, id);

CREATE INDEX ix_status_rate_unit_id_unit_name_sort_id ON status_rate (unit_id, unit_name_sort, id);

CREATE INDEX ix_status_rate_measure ON status_rate (measure);

CREATE INDEX ix_status_rate_is_hidden ON status_rate (is_hidden);

CREATE INDEX ix_status_rate_counted_on ON status_rate (counted_on);

CREATE TABLE status_rate_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    unit_id INTEGER,
    school_year_id INTEGER,
    measure TEXT,
    numerator INTEGER,
    denominator INTEGER,
    value INTEGER,
    is_hidden INTEGER,
    counted_on TEXT,
    county_id INTEGER,
    unit_name_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_status_rate_history_id_position ON status_rate_history (id, position);

CREATE INDEX ix_status_rate_history_unit_id_id_void_reason ON status_rate_history (unit_id, id, void_reason);

CREATE INDEX ix_status_rate_history_school_year_id_id_void_reason ON status_rate_history (school_year_id, id, void_reason);

CREATE INDEX ix_status_rate_history_measure_unit_id_school_year_id ON status_rate_history (measure, unit_id, school_year_id) WHERE void_reason IS NULL;

CREATE INDEX ix_status_rate_history_county_id_id_void_reason ON status_rate_history (county_id, id, void_reason);

CREATE INDEX ix_status_rate_history_value_id ON status_rate_history (value, id);

CREATE INDEX ix_status_rate_history_county_id_value_id ON status_rate_history (county_id, value, id);

CREATE INDEX ix_status_rate_history_unit_id_value_id ON status_rate_history (unit_id, value, id);

CREATE INDEX ix_status_rate_history_unit_name_sort_id ON status_rate_history (unit_name_sort, id);

CREATE INDEX ix_status_rate_history_county_id_unit_name_sort_id ON status_rate_history (county_id, unit_name_sort, id);

CREATE INDEX ix_status_rate_history_unit_id_unit_name_sort_id ON status_rate_history (unit_id, unit_name_sort, id);

CREATE INDEX ix_status_rate_history_measure ON status_rate_history (measure);

CREATE INDEX ix_status_rate_history_is_hidden ON status_rate_history (is_hidden);

CREATE INDEX ix_status_rate_history_counted_on ON status_rate_history (counted_on);

DROP TRIGGER IF EXISTS keep_status_rate_history;

CREATE TRIGGER keep_status_rate_history AFTER UPDATE ON status_rate
WHEN new.position <> old.position BEGIN
    INSERT INTO status_rate_history (id, version, position, void_reason, unit_id, school_year_id, measure, numerator, denominator, value, is_hidden, counted_on, county_id, unit_name_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.school_year_id, old.measure, old.numerator, old.denominator, old.value, old.is_hidden, old.counted_on, old.county_id, old.unit_name_sort, new.position);
END;

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

CREATE TABLE roll_over (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    from_year_id INTEGER NOT NULL REFERENCES school_year (id),
    to_year_id INTEGER NOT NULL REFERENCES school_year (id),
    state TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    job_id INTEGER REFERENCES job (id),
    pupils INTEGER NOT NULL,
    promoted INTEGER NOT NULL,
    graduated INTEGER NOT NULL,
    staying INTEGER NOT NULL,
    blocked INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    entered INTEGER NOT NULL,
    classes_risen INTEGER NOT NULL,
    classes_made INTEGER NOT NULL,
    classes_ended INTEGER NOT NULL,
    committed_at TEXT,
    undone_at TEXT,
    english_reason TEXT,
    chinese_reason TEXT,
    positions TEXT,
    county_id INTEGER,
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (positions NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_roll_over_unit_id_id_void_reason ON roll_over (unit_id, id, void_reason);

CREATE INDEX ix_roll_over_from_year_id_id_void_reason ON roll_over (from_year_id, id, void_reason);

CREATE INDEX ix_roll_over_to_year_id_id_void_reason ON roll_over (to_year_id, id, void_reason);

CREATE INDEX ix_roll_over_job_id_id_void_reason ON roll_over (job_id, id, void_reason);

CREATE INDEX ix_roll_over_county_id_id_void_reason ON roll_over (county_id, id, void_reason);

CREATE INDEX ix_roll_over_asked_at_id ON roll_over (asked_at, id);

CREATE INDEX ix_roll_over_county_id_asked_at_id ON roll_over (county_id, asked_at, id);

CREATE INDEX ix_roll_over_unit_id_asked_at_id ON roll_over (unit_id, asked_at, id);

CREATE INDEX ix_roll_over_state ON roll_over (state);

ALTER TABLE identity_problem ADD COLUMN attends_id INTEGER REFERENCES unit (id);

ALTER TABLE identity_problem_history ADD COLUMN attends_id INTEGER;

ALTER TABLE identity_problem ADD COLUMN way TEXT CHECK (way NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE identity_problem_history ADD COLUMN way TEXT;

DROP TRIGGER IF EXISTS keep_identity_problem_history;

CREATE TRIGGER keep_identity_problem_history AFTER UPDATE ON identity_problem
WHEN new.position <> old.position BEGIN
    INSERT INTO identity_problem_history (id, version, position, void_reason, sort, unit_id, student_id, person_id, attends_id, state, way, reported_by, reported_at, settled_by, settled_at, note, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.sort, old.unit_id, old.student_id, old.person_id, old.attends_id, old.state, old.way, old.reported_by, old.reported_at, old.settled_by, old.settled_at, old.note, old.county_id, new.position);
END;

CREATE INDEX ix_identity_problem_attends_id_id_void_reason ON identity_problem (attends_id, id, void_reason);

CREATE INDEX ix_identity_problem_way ON identity_problem (way);

CREATE INDEX ix_identity_problem_history_attends_id_id_void_reason ON identity_problem_history (attends_id, id, void_reason);

CREATE INDEX ix_identity_problem_history_way ON identity_problem_history (way);

CREATE TABLE procedure_case (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    procedure TEXT NOT NULL,
    procedure_version TEXT NOT NULL,
    form_title TEXT NOT NULL,
    basis TEXT NOT NULL,
    outcome TEXT NOT NULL,
    supplied TEXT,
    subject TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    student_id INTEGER REFERENCES student (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    state TEXT NOT NULL,
    step TEXT NOT NULL,
    step_english TEXT NOT NULL,
    step_chinese TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    due TEXT,
    opener_id INTEGER REFERENCES account (id),
    opened_by TEXT NOT NULL,
    opened_for TEXT,
    opened_at TEXT NOT NULL,
    ended_at TEXT,
    end_reason TEXT,
    verification TEXT NOT NULL,
    county_id INTEGER,
    search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (kind NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (procedure NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (outcome NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (supplied NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (step NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (verification NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_procedure_case_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_procedure_case_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM procedure_case;

CREATE TRIGGER gx_procedure_case_search_new AFTER INSERT ON procedure_case BEGIN
    INSERT INTO gx_procedure_case_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_procedure_case_search_changed AFTER UPDATE OF search ON procedure_case BEGIN
    INSERT INTO gx_procedure_case_search (gx_procedure_case_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_procedure_case_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_procedure_case_number ON procedure_case (number);

CREATE INDEX ix_procedure_case_student_id_id_void_reason ON procedure_case (student_id, id, void_reason);

CREATE INDEX ix_procedure_case_unit_id_id_void_reason ON procedure_case (unit_id, id, void_reason);

CREATE INDEX ix_procedure_case_opener_id_id_void_reason ON procedure_case (opener_id, id, void_reason);

CREATE UNIQUE INDEX uq_procedure_case_verification ON procedure_case (verification);

CREATE INDEX ix_procedure_case_county_id_id_void_reason ON procedure_case (county_id, id, void_reason);

CREATE INDEX ix_procedure_case_due_id ON procedure_case (due, id);

CREATE INDEX ix_procedure_case_county_id_due_id ON procedure_case (county_id, due, id);

CREATE INDEX ix_procedure_case_unit_id_due_id ON procedure_case (unit_id, due, id);

CREATE INDEX ix_procedure_case_opened_at_id ON procedure_case (opened_at, id);

CREATE INDEX ix_procedure_case_county_id_opened_at_id ON procedure_case (county_id, opened_at, id);

CREATE INDEX ix_procedure_case_unit_id_opened_at_id ON procedure_case (unit_id, opened_at, id);

CREATE INDEX ix_procedure_case_county_id_state_void_reason ON procedure_case (county_id, state, void_reason);

CREATE INDEX ix_procedure_case_unit_id_state_void_reason ON procedure_case (unit_id, state, void_reason);

CREATE INDEX ix_procedure_case_procedure ON procedure_case (procedure);

CREATE INDEX ix_procedure_case_state ON procedure_case (state);

CREATE INDEX ix_procedure_case_step ON procedure_case (step);

CREATE INDEX ix_procedure_case_subject ON procedure_case (subject);

CREATE INDEX ix_procedure_case_subject_name ON procedure_case (subject_name);

CREATE TABLE procedure_case_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    number TEXT,
    kind TEXT,
    procedure TEXT,
    procedure_version TEXT,
    form_title TEXT,
    basis TEXT,
    outcome TEXT,
    supplied TEXT,
    subject TEXT,
    subject_name TEXT,
    student_id INTEGER,
    unit_id INTEGER,
    unit_name TEXT,
    state TEXT,
    step TEXT,
    step_english TEXT,
    step_chinese TEXT,
    sequence INTEGER,
    due TEXT,
    opener_id INTEGER,
    opened_by TEXT,
    opened_for TEXT,
    opened_at TEXT,
    ended_at TEXT,
    end_reason TEXT,
    verification TEXT,
    county_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_procedure_case_history_id_position ON procedure_case_history (id, position);

CREATE INDEX ix_procedure_case_history_number ON procedure_case_history (number);

CREATE INDEX ix_procedure_case_history_student_id_id_void_reason ON procedure_case_history (student_id, id, void_reason);

CREATE INDEX ix_procedure_case_history_unit_id_id_void_reason ON procedure_case_history (unit_id, id, void_reason);

CREATE INDEX ix_procedure_case_history_opener_id_id_void_reason ON procedure_case_history (opener_id, id, void_reason);

CREATE INDEX ix_procedure_case_history_verification ON procedure_case_history (verification);

CREATE INDEX ix_procedure_case_history_county_id_id_void_reason ON procedure_case_history (county_id, id, void_reason);

CREATE INDEX ix_procedure_case_history_due_id ON procedure_case_history (due, id);

CREATE INDEX ix_procedure_case_history_county_id_due_id ON procedure_case_history (county_id, due, id);

CREATE INDEX ix_procedure_case_history_unit_id_due_id ON procedure_case_history (unit_id, due, id);

CREATE INDEX ix_procedure_case_history_opened_at_id ON procedure_case_history (opened_at, id);

CREATE INDEX ix_procedure_case_history_county_id_opened_at_id ON procedure_case_history (county_id, opened_at, id);

CREATE INDEX ix_procedure_case_history_unit_id_opened_at_id ON procedure_case_history (unit_id, opened_at, id);

CREATE INDEX ix_procedure_case_history_county_id_state_void_reason ON procedure_case_history (county_id, state, void_reason);

CREATE INDEX ix_procedure_case_history_unit_id_state_void_reason ON procedure_case_history (unit_id, state, void_reason);

CREATE INDEX ix_procedure_case_history_procedure ON procedure_case_history (procedure);

CREATE INDEX ix_procedure_case_history_state ON procedure_case_history (state);

CREATE INDEX ix_procedure_case_history_step ON procedure_case_history (step);

CREATE INDEX ix_procedure_case_history_subject ON procedure_case_history (subject);

CREATE INDEX ix_procedure_case_history_subject_name ON procedure_case_history (subject_name);

DROP TRIGGER IF EXISTS keep_procedure_case_history;

CREATE TRIGGER keep_procedure_case_history AFTER UPDATE ON procedure_case
WHEN new.position <> old.position BEGIN
    INSERT INTO procedure_case_history (id, version, position, void_reason, number, kind, procedure, procedure_version, form_title, basis, outcome, supplied, subject, subject_name, student_id, unit_id, unit_name, state, step, step_english, step_chinese, sequence, due, opener_id, opened_by, opened_for, opened_at, ended_at, end_reason, verification, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.kind, old.procedure, old.procedure_version, old.form_title, old.basis, old.outcome, old.supplied, old.subject, old.subject_name, old.student_id, old.unit_id, old.unit_name, old.state, old.step, old.step_english, old.step_chinese, old.sequence, old.due, old.opener_id, old.opened_by, old.opened_for, old.opened_at, old.ended_at, old.end_reason, old.verification, old.county_id, old.search, new.position);
END;

CREATE TABLE status_change (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    category TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    approved_on TEXT,
    approval_number TEXT,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    from_school_id INTEGER REFERENCES unit (id),
    to_school_id INTEGER REFERENCES unit (id),
    elsewhere TEXT,
    from_grade TEXT NOT NULL,
    to_grade TEXT NOT NULL,
    from_class_id INTEGER REFERENCES school_class (id),
    to_class_id INTEGER REFERENCES school_class (id),
    until TEXT,
    certificate_number TEXT,
    note TEXT,
    corrects_id INTEGER REFERENCES status_change (id),
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (category NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (from_status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (to_status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (from_grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (to_grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (certificate_number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_status_change_student_id_id_void_reason ON status_change (student_id, id, void_reason);

CREATE INDEX ix_status_change_from_school_id_id_void_reason ON status_change (from_school_id, id, void_reason);

CREATE INDEX ix_status_change_to_school_id_id_void_reason ON status_change (to_school_id, id, void_reason);

CREATE INDEX ix_status_change_from_class_id_id_void_reason ON status_change (from_class_id, id, void_reason);

CREATE INDEX ix_status_change_to_class_id_id_void_reason ON status_change (to_class_id, id, void_reason);

CREATE UNIQUE INDEX uq_status_change_certificate_number ON status_change (certificate_number);

CREATE INDEX ix_status_change_corrects_id_id_void_reason ON status_change (corrects_id, id, void_reason);

CREATE INDEX ix_status_change_county_id_id_void_reason ON status_change (county_id, id, void_reason);

CREATE INDEX ix_status_change_unit_id_id_void_reason ON status_change (unit_id, id, void_reason);

CREATE INDEX ix_status_change_effective_on_id ON status_change (effective_on, id);

CREATE INDEX ix_status_change_county_id_effective_on_id ON status_change (county_id, effective_on, id);

CREATE INDEX ix_status_change_unit_id_effective_on_id ON status_change (unit_id, effective_on, id);

CREATE INDEX ix_status_change_category ON status_change (category);

CREATE INDEX ix_status_change_from_status ON status_change (from_status);

CREATE INDEX ix_status_change_to_status ON status_change (to_status);

CREATE INDEX ix_status_change_to_grade ON status_change (to_grade);

CREATE INDEX ix_status_change_approval_number ON status_change (approval_number);

CREATE TABLE status_change_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    category TEXT,
    effective_on TEXT,
    reason TEXT,
    approved_on TEXT,
    approval_number TEXT,
    from_status TEXT,
    to_status TEXT,
    from_school_id INTEGER,
    to_school_id INTEGER,
    elsewhere TEXT,
    from_grade TEXT,
    to_grade TEXT,
    from_class_id INTEGER,
    to_class_id INTEGER,
    until TEXT,
    certificate_number TEXT,
    note TEXT,
    corrects_id INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_status_change_history_id_position ON status_change_history (id, position);

CREATE INDEX ix_status_change_history_student_id_id_void_reason ON status_change_history (student_id, id, void_reason);

CREATE INDEX ix_status_change_history_from_school_id_id_void_reason ON status_change_history (from_school_id, id, void_reason);

CREATE INDEX ix_status_change_history_to_school_id_id_void_reason ON status_change_history (to_school_id, id, void_reason);

CREATE INDEX ix_status_change_history_from_class_id_id_void_reason ON status_change_history (from_class_id, id, void_reason);

CREATE INDEX ix_status_change_history_to_class_id_id_void_reason ON status_change_history (to_class_id, id, void_reason);

CREATE INDEX ix_status_change_history_certificate_number ON status_change_history (certificate_number);

CREATE INDEX ix_status_change_history_corrects_id_id_void_reason ON status_change_history (corrects_id, id, void_reason);

CREATE INDEX ix_status_change_history_county_id_id_void_reason ON status_change_history (county_id, id, void_reason);

CREATE INDEX ix_status_change_history_unit_id_id_void_reason ON status_change_history (unit_id, id, void_reason);

CREATE INDEX ix_status_change_history_effective_on_id ON status_change_history (effective_on, id);

CREATE INDEX ix_status_change_history_county_id_effective_on_id ON status_change_history (county_id, effective_on, id);

CREATE INDEX ix_status_change_history_unit_id_effective_on_id ON status_change_history (unit_id, effective_on, id);

CREATE INDEX ix_status_change_history_category ON status_change_history (category);

CREATE INDEX ix_status_change_history_from_status ON status_change_history (from_status);

CREATE INDEX ix_status_change_history_to_status ON status_change_history (to_status);

CREATE INDEX ix_status_change_history_to_grade ON status_change_history (to_grade);

CREATE INDEX ix_status_change_history_approval_number ON status_change_history (approval_number);

DROP TRIGGER IF EXISTS keep_status_change_history;

CREATE TRIGGER keep_status_change_history AFTER UPDATE ON status_change
WHEN new.position <> old.position BEGIN
    INSERT INTO status_change_history (id, version, position, void_reason, student_id, category, effective_on, reason, approved_on, approval_number, from_status, to_status, from_school_id, to_school_id, elsewhere, from_grade, to_grade, from_class_id, to_class_id, until, certificate_number, note, corrects_id, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.category, old.effective_on, old.reason, old.approved_on, old.approval_number, old.from_status, old.to_status, old.from_school_id, old.to_school_id, old.elsewhere, old.from_grade, old.to_grade, old.from_class_id, old.to_class_id, old.until, old.certificate_number, old.note, old.corrects_id, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE dropout_case (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    absent_since TEXT NOT NULL,
    reason TEXT,
    opened_by TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    verified_by TEXT,
    verified_on TEXT,
    report_number TEXT,
    ended_by TEXT,
    ended_on TEXT,
    outcome TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (source NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_dropout_case_student_id_id_void_reason ON dropout_case (student_id, id, void_reason);

CREATE INDEX ix_dropout_case_county_id_id_void_reason ON dropout_case (county_id, id, void_reason);

CREATE INDEX ix_dropout_case_unit_id_id_void_reason ON dropout_case (unit_id, id, void_reason);

CREATE INDEX ix_dropout_case_absent_since_id ON dropout_case (absent_since, id);

CREATE INDEX ix_dropout_case_county_id_absent_since_id ON dropout_case (county_id, absent_since, id);

CREATE INDEX ix_dropout_case_unit_id_absent_since_id ON dropout_case (unit_id, absent_since, id);

CREATE INDEX ix_dropout_case_county_id_state_void_reason ON dropout_case (county_id, state, void_reason);

CREATE INDEX ix_dropout_case_unit_id_state_void_reason ON dropout_case (unit_id, state, void_reason);

CREATE INDEX ix_dropout_case_state ON dropout_case (state);

CREATE INDEX ix_dropout_case_source ON dropout_case (source);

CREATE INDEX ix_dropout_case_verified_on ON dropout_case (verified_on);

CREATE INDEX ix_dropout_case_ended_on ON dropout_case (ended_on);

CREATE TABLE dropout_case_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    state TEXT,
    source TEXT,
    absent_since TEXT,
    reason TEXT,
    opened_by TEXT,
    opened_at TEXT,
    verified_by TEXT,
    verified_on TEXT,
    report_number TEXT,
    ended_by TEXT,
    ended_on TEXT,
    outcome TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_dropout_case_history_id_position ON dropout_case_history (id, position);

CREATE INDEX ix_dropout_case_history_student_id_id_void_reason ON dropout_case_history (student_id, id, void_reason);

CREATE INDEX ix_dropout_case_history_county_id_id_void_reason ON dropout_case_history (county_id, id, void_reason);

CREATE INDEX ix_dropout_case_history_unit_id_id_void_reason ON dropout_case_history (unit_id, id, void_reason);

CREATE INDEX ix_dropout_case_history_absent_since_id ON dropout_case_history (absent_since, id);

CREATE INDEX ix_dropout_case_history_county_id_absent_since_id ON dropout_case_history (county_id, absent_since, id);

CREATE INDEX ix_dropout_case_history_unit_id_absent_since_id ON dropout_case_history (unit_id, absent_since, id);

CREATE INDEX ix_dropout_case_history_county_id_state_void_reason ON dropout_case_history (county_id, state, void_reason);

CREATE INDEX ix_dropout_case_history_unit_id_state_void_reason ON dropout_case_history (unit_id, state, void_reason);

CREATE INDEX ix_dropout_case_history_state ON dropout_case_history (state);

CREATE INDEX ix_dropout_case_history_source ON dropout_case_history (source);

CREATE INDEX ix_dropout_case_history_verified_on ON dropout_case_history (verified_on);

CREATE INDEX ix_dropout_case_history_ended_on ON dropout_case_history (ended_on);

DROP TRIGGER IF EXISTS keep_dropout_case_history;

CREATE TRIGGER keep_dropout_case_history AFTER UPDATE ON dropout_case
WHEN new.position <> old.position BEGIN
    INSERT INTO dropout_case_history (id, version, position, void_reason, student_id, state, source, absent_since, reason, opened_by, opened_at, verified_by, verified_on, report_number, ended_by, ended_on, outcome, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.state, old.source, old.absent_since, old.reason, old.opened_by, old.opened_at, old.verified_by, old.verified_on, old.report_number, old.ended_by, old.ended_on, old.outcome, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE special_need (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    type TEXT NOT NULL,
    grade TEXT,
    certificate_sealed BLOB,
    certificate_digest BLOB,
    certificate_mask TEXT,
    placement TEXT NOT NULL,
    taught_by_id INTEGER REFERENCES unit (id),
    assessed_on TEXT,
    period_from TEXT NOT NULL,
    period_until TEXT,
    plan TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (certificate_mask NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (placement NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_special_need_student_id_id_void_reason ON special_need (student_id, id, void_reason);

CREATE INDEX ix_special_need_person_id_id_void_reason ON special_need (person_id, id, void_reason);

CREATE UNIQUE INDEX uq_special_need_certificate_digest ON special_need (certificate_digest) WHERE void_reason IS NULL;

CREATE INDEX ix_special_need_taught_by_id_id_void_reason ON special_need (taught_by_id, id, void_reason);

CREATE UNIQUE INDEX uq_special_need_student_id_period_from ON special_need (student_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_special_need_county_id_id_void_reason ON special_need (county_id, id, void_reason);

CREATE INDEX ix_special_need_unit_id_id_void_reason ON special_need (unit_id, id, void_reason);

CREATE INDEX ix_special_need_period_from_id ON special_need (period_from, id);

CREATE INDEX ix_special_need_county_id_period_from_id ON special_need (county_id, period_from, id);

CREATE INDEX ix_special_need_unit_id_period_from_id ON special_need (unit_id, period_from, id);

CREATE INDEX ix_special_need_type ON special_need (type);

CREATE INDEX ix_special_need_grade ON special_need (grade);

CREATE INDEX ix_special_need_placement ON special_need (placement);

CREATE TABLE special_need_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    person_id INTEGER,
    type TEXT,
    grade TEXT,
    certificate_mask TEXT,
    placement TEXT,
    taught_by_id INTEGER,
    assessed_on TEXT,
    period_from TEXT,
    period_until TEXT,
    plan TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_special_need_history_id_position ON special_need_history (id, position);

CREATE INDEX ix_special_need_history_student_id_id_void_reason ON special_need_history (student_id, id, void_reason);

CREATE INDEX ix_special_need_history_person_id_id_void_reason ON special_need_history (person_id, id, void_reason);

CREATE INDEX ix_special_need_history_taught_by_id_id_void_reason ON special_need_history (taught_by_id, id, void_reason);

CREATE INDEX ix_special_need_history_student_id_period_from ON special_need_history (student_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_special_need_history_county_id_id_void_reason ON special_need_history (county_id, id, void_reason);

CREATE INDEX ix_special_need_history_unit_id_id_void_reason ON special_need_history (unit_id, id, void_reason);

CREATE INDEX ix_special_need_history_period_from_id ON special_need_history (period_from, id);

CREATE INDEX ix_special_need_history_county_id_period_from_id ON special_need_history (county_id, period_from, id);

CREATE INDEX ix_special_need_history_unit_id_period_from_id ON special_need_history (unit_id, period_from, id);

CREATE INDEX ix_special_need_history_type ON special_need_history (type);

CREATE INDEX ix_special_need_history_grade ON special_need_history (grade);

CREATE INDEX ix_special_need_history_placement ON special_need_history (placement);

DROP TRIGGER IF EXISTS keep_special_need_history;

CREATE TRIGGER keep_special_need_history AFTER UPDATE ON special_need
WHEN new.position <> old.position BEGIN
    INSERT INTO special_need_history (id, version, position, void_reason, student_id, person_id, type, grade, certificate_mask, placement, taught_by_id, assessed_on, period_from, period_until, plan, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.person_id, old.type, old.grade, old.certificate_mask, old.placement, old.taught_by_id, old.assessed_on, old.period_from, old.period_until, old.plan, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE care_record (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    sort TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT,
    parents_away TEXT,
    care_giver TEXT,
    home_id INTEGER REFERENCES division (id),
    in_public_place INTEGER,
    note TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (parents_away NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (care_giver NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_care_record_student_id_id_void_reason ON care_record (student_id, id, void_reason);

CREATE INDEX ix_care_record_home_id_id_void_reason ON care_record (home_id, id, void_reason);

CREATE UNIQUE INDEX uq_care_record_student_id_period_from ON care_record (student_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_care_record_county_id_id_void_reason ON care_record (county_id, id, void_reason);

CREATE INDEX ix_care_record_unit_id_id_void_reason ON care_record (unit_id, id, void_reason);

CREATE INDEX ix_care_record_period_from_id ON care_record (period_from, id);

CREATE INDEX ix_care_record_county_id_period_from_id ON care_record (county_id, period_from, id);

CREATE INDEX ix_care_record_unit_id_period_from_id ON care_record (unit_id, period_from, id);

CREATE INDEX ix_care_record_sort ON care_record (sort);

CREATE INDEX ix_care_record_parents_away ON care_record (parents_away);

CREATE INDEX ix_care_record_care_giver ON care_record (care_giver);

CREATE INDEX ix_care_record_in_public_place ON care_record (in_public_place);

CREATE TABLE care_record_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    sort TEXT,
    period_from TEXT,
    period_until TEXT,
    parents_away TEXT,
    care_giver TEXT,
    home_id INTEGER,
    in_public_place INTEGER,
    note TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_care_record_history_id_position ON care_record_history (id, position);

CREATE INDEX ix_care_record_history_student_id_id_void_reason ON care_record_history (student_id, id, void_reason);

CREATE INDEX ix_care_record_history_home_id_id_void_reason ON care_record_history (home_id, id, void_reason);

CREATE INDEX ix_care_record_history_student_id_period_from ON care_record_history (student_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_care_record_history_county_id_id_void_reason ON care_record_history (county_id, id, void_reason);

CREATE INDEX ix_care_record_history_unit_id_id_void_reason ON care_record_history (unit_id, id, void_reason);

CREATE INDEX ix_care_record_history_period_from_id ON care_record_history (period_from, id);

CREATE INDEX ix_care_record_history_county_id_period_from_id ON care_record_history (county_id, period_from, id);

CREATE INDEX ix_care_record_history_unit_id_period_from_id ON care_record_history (unit_id, period_from, id);

CREATE INDEX ix_care_record_history_sort ON care_record_history (sort);

CREATE INDEX ix_care_record_history_parents_away ON care_record_history (parents_away);

CREATE INDEX ix_care_record_history_care_giver ON care_record_history (care_giver);

CREATE INDEX ix_care_record_history_in_public_place ON care_record_history (in_public_place);

DROP TRIGGER IF EXISTS keep_care_record_history;

CREATE TRIGGER keep_care_record_history AFTER UPDATE ON care_record
WHEN new.position <> old.position BEGIN
    INSERT INTO care_record_history (id, version, position, void_reason, student_id, sort, period_from, period_until, parents_away, care_giver, home_id, in_public_place, note, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.sort, old.period_from, old.period_until, old.parents_away, old.care_giver, old.home_id, old.in_public_place, old.note, old.county_id, old.unit_id, new.position);
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

CREATE TABLE roll_over_line (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    run_id INTEGER NOT NULL REFERENCES roll_over (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    grade TEXT NOT NULL,
    next_grade TEXT,
    pupils INTEGER NOT NULL,
    promoted INTEGER NOT NULL,
    graduated INTEGER NOT NULL,
    staying INTEGER NOT NULL,
    blocked INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    entered INTEGER NOT NULL,
    county_id INTEGER,
    school_name_sort TEXT NOT NULL,
    CHECK (grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (next_grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_roll_over_line_run_id_id_void_reason ON roll_over_line (run_id, id, void_reason);

CREATE INDEX ix_roll_over_line_school_id_id_void_reason ON roll_over_line (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_roll_over_line_run_id_school_id_grade ON roll_over_line (run_id, school_id, grade) WHERE void_reason IS NULL;

CREATE INDEX ix_roll_over_line_county_id_id_void_reason ON roll_over_line (county_id, id, void_reason);

CREATE INDEX ix_roll_over_line_blocked_id ON roll_over_line (blocked, id);

CREATE INDEX ix_roll_over_line_county_id_blocked_id ON roll_over_line (county_id, blocked, id);

CREATE INDEX ix_roll_over_line_school_id_blocked_id ON roll_over_line (school_id, blocked, id);

CREATE INDEX ix_roll_over_line_school_name_sort_id ON roll_over_line (school_name_sort, id);

CREATE INDEX ix_roll_over_line_county_id_school_name_sort_id ON roll_over_line (county_id, school_name_sort, id);

CREATE INDEX ix_roll_over_line_school_id_school_name_sort_id ON roll_over_line (school_id, school_name_sort, id);

CREATE INDEX ix_roll_over_line_grade ON roll_over_line (grade);

CREATE TABLE roll_over_class (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    run_id INTEGER NOT NULL REFERENCES roll_over (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    fate TEXT NOT NULL,
    grade TEXT NOT NULL,
    next_grade TEXT,
    name TEXT,
    next_name TEXT,
    goes_into_id INTEGER REFERENCES school_class (id),
    pupils INTEGER NOT NULL,
    county_id INTEGER,
    CHECK (fate NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (next_grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_roll_over_class_run_id_id_void_reason ON roll_over_class (run_id, id, void_reason);

CREATE INDEX ix_roll_over_class_school_id_id_void_reason ON roll_over_class (school_id, id, void_reason);

CREATE INDEX ix_roll_over_class_school_class_id_id_void_reason ON roll_over_class (school_class_id, id, void_reason);

CREATE INDEX ix_roll_over_class_goes_into_id_id_void_reason ON roll_over_class (goes_into_id, id, void_reason);

CREATE UNIQUE INDEX uq_roll_over_class_run_id_school_class_id ON roll_over_class (run_id, school_class_id) WHERE void_reason IS NULL;

CREATE INDEX ix_roll_over_class_county_id_id_void_reason ON roll_over_class (county_id, id, void_reason);

CREATE INDEX ix_roll_over_class_grade_id ON roll_over_class (grade, id);

CREATE INDEX ix_roll_over_class_county_id_grade_id ON roll_over_class (county_id, grade, id);

CREATE INDEX ix_roll_over_class_school_id_grade_id ON roll_over_class (school_id, grade, id);

CREATE INDEX ix_roll_over_class_fate ON roll_over_class (fate);

CREATE TABLE roll_over_finding (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    run_id INTEGER NOT NULL REFERENCES roll_over (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    is_blocking INTEGER NOT NULL,
    sort TEXT NOT NULL,
    grade TEXT,
    student_id INTEGER REFERENCES student (id),
    school_class_id INTEGER REFERENCES school_class (id),
    pupils INTEGER NOT NULL,
    record TEXT,
    english_text TEXT,
    chinese_text TEXT,
    settlement TEXT,
    reason TEXT,
    settled_by TEXT,
    settled_at TEXT,
    county_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (record NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (settlement NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_roll_over_finding_run_id_id_void_reason ON roll_over_finding (run_id, id, void_reason);

CREATE INDEX ix_roll_over_finding_unit_id_id_void_reason ON roll_over_finding (unit_id, id, void_reason);

CREATE INDEX ix_roll_over_finding_student_id_id_void_reason ON roll_over_finding (student_id, id, void_reason);

CREATE INDEX ix_roll_over_finding_school_class_id_id_void_reason ON roll_over_finding (school_class_id, id, void_reason);

CREATE INDEX ix_roll_over_finding_county_id_id_void_reason ON roll_over_finding (county_id, id, void_reason);

CREATE INDEX ix_roll_over_finding_is_blocking_id ON roll_over_finding (is_blocking, id);

CREATE INDEX ix_roll_over_finding_county_id_is_blocking_id ON roll_over_finding (county_id, is_blocking, id);

CREATE INDEX ix_roll_over_finding_unit_id_is_blocking_id ON roll_over_finding (unit_id, is_blocking, id);

CREATE INDEX ix_roll_over_finding_sort ON roll_over_finding (sort);

CREATE INDEX ix_roll_over_finding_grade ON roll_over_finding (grade);

CREATE INDEX ix_roll_over_finding_settlement ON roll_over_finding (settlement);

CREATE TABLE case_party (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    county_id INTEGER
) STRICT;

CREATE INDEX ix_case_party_case_id_id_void_reason ON case_party (case_id, id, void_reason);

CREATE INDEX ix_case_party_unit_id_id_void_reason ON case_party (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_case_party_case_id_unit_id ON case_party (case_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_case_party_county_id_id_void_reason ON case_party (county_id, id, void_reason);

CREATE TABLE case_party_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    unit_id INTEGER,
    unit_name TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_party_history_id_position ON case_party_history (id, position);

CREATE INDEX ix_case_party_history_case_id_id_void_reason ON case_party_history (case_id, id, void_reason);

CREATE INDEX ix_case_party_history_unit_id_id_void_reason ON case_party_history (unit_id, id, void_reason);

CREATE INDEX ix_case_party_history_case_id_unit_id ON case_party_history (case_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_case_party_history_county_id_id_void_reason ON case_party_history (county_id, id, void_reason);

DROP TRIGGER IF EXISTS keep_case_party_history;

CREATE TRIGGER keep_case_party_history AFTER UPDATE ON case_party
WHEN new.position <> old.position BEGIN
    INSERT INTO case_party_history (id, version, position, void_reason, case_id, unit_id, unit_name, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.unit_id, old.unit_name, old.county_id, new.position);
END;

CREATE TABLE case_step (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    sequence INTEGER NOT NULL,
    code TEXT NOT NULL,
    english_name TEXT NOT NULL,
    chinese_name TEXT NOT NULL,
    sort TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    roles TEXT NOT NULL,
    need TEXT NOT NULL,
    apart TEXT,
    working_days INTEGER,
    state TEXT NOT NULL,
    came_on TEXT,
    due TEXT,
    calendar INTEGER,
    is_late INTEGER,
    escalated_on TEXT,
    escalated_to_id INTEGER REFERENCES unit (id),
    escalated_name TEXT,
    paused_on TEXT,
    pause_sort TEXT,
    pause_reason TEXT,
    paused_days INTEGER NOT NULL,
    delegate_id INTEGER REFERENCES account (id),
    delegated_to TEXT,
    delegated_because TEXT,
    decision TEXT,
    opinion TEXT,
    decided_by TEXT,
    decided_at TEXT,
    document_number TEXT,
    document_date TEXT,
    public_days INTEGER,
    public_from TEXT,
    public_until TEXT,
    public_english TEXT,
    public_chinese TEXT,
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (roles NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (need NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (apart NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (pause_sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (decision NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_case_step_case_id_id_void_reason ON case_step (case_id, id, void_reason);

CREATE INDEX ix_case_step_unit_id_id_void_reason ON case_step (unit_id, id, void_reason);

CREATE INDEX ix_case_step_escalated_to_id_id_void_reason ON case_step (escalated_to_id, id, void_reason);

CREATE INDEX ix_case_step_delegate_id_id_void_reason ON case_step (delegate_id, id, void_reason);

CREATE UNIQUE INDEX uq_case_step_case_id_sequence ON case_step (case_id, sequence) WHERE void_reason IS NULL;

CREATE INDEX ix_case_step_sequence_id ON case_step (sequence, id);

CREATE INDEX ix_case_step_state ON case_step (state);

CREATE INDEX ix_case_step_due ON case_step (due);

CREATE INDEX ix_case_step_public_until ON case_step (public_until);

CREATE TABLE case_step_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    sequence INTEGER,
    code TEXT,
    english_name TEXT,
    chinese_name TEXT,
    sort TEXT,
    unit_id INTEGER,
    unit_name TEXT,
    roles TEXT,
    need TEXT,
    apart TEXT,
    working_days INTEGER,
    state TEXT,
    came_on TEXT,
    due TEXT,
    calendar INTEGER,
    is_late INTEGER,
    escalated_on TEXT,
    escalated_to_id INTEGER,
    escalated_name TEXT,
    paused_on TEXT,
    pause_sort TEXT,
    pause_reason TEXT,
    paused_days INTEGER,
    delegate_id INTEGER,
    delegated_to TEXT,
    delegated_because TEXT,
    decision TEXT,
    opinion TEXT,
    decided_by TEXT,
    decided_at TEXT,
    document_number TEXT,
    document_date TEXT,
    public_days INTEGER,
    public_from TEXT,
    public_until TEXT,
    public_english TEXT,
    public_chinese TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_step_history_id_position ON case_step_history (id, position);

CREATE INDEX ix_case_step_history_case_id_id_void_reason ON case_step_history (case_id, id, void_reason);

CREATE INDEX ix_case_step_history_unit_id_id_void_reason ON case_step_history (unit_id, id, void_reason);

CREATE INDEX ix_case_step_history_escalated_to_id_id_void_reason ON case_step_history (escalated_to_id, id, void_reason);

CREATE INDEX ix_case_step_history_delegate_id_id_void_reason ON case_step_history (delegate_id, id, void_reason);

CREATE INDEX ix_case_step_history_case_id_sequence ON case_step_history (case_id, sequence) WHERE void_reason IS NULL;

CREATE INDEX ix_case_step_history_sequence_id ON case_step_history (sequence, id);

CREATE INDEX ix_case_step_history_state ON case_step_history (state);

CREATE INDEX ix_case_step_history_due ON case_step_history (due);

CREATE INDEX ix_case_step_history_public_until ON case_step_history (public_until);

DROP TRIGGER IF EXISTS keep_case_step_history;

CREATE TRIGGER keep_case_step_history AFTER UPDATE ON case_step
WHEN new.position <> old.position BEGIN
    INSERT INTO case_step_history (id, version, position, void_reason, case_id, sequence, code, english_name, chinese_name, sort, unit_id, unit_name, roles, need, apart, working_days, state, came_on, due, calendar, is_late, escalated_on, escalated_to_id, escalated_name, paused_on, pause_sort, pause_reason, paused_days, delegate_id, delegated_to, delegated_because, decision, opinion, decided_by, decided_at, document_number, document_date, public_days, public_from, public_until, public_english, public_chinese, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.sequence, old.code, old.english_name, old.chinese_name, old.sort, old.unit_id, old.unit_name, old.roles, old.need, old.apart, old.working_days, old.state, old.came_on, old.due, old.calendar, old.is_late, old.escalated_on, old.escalated_to_id, old.escalated_name, old.paused_on, old.pause_sort, old.pause_reason, old.paused_days, old.delegate_id, old.delegated_to, old.delegated_because, old.decision, old.opinion, old.decided_by, old.decided_at, old.document_number, old.document_date, old.public_days, old.public_from, old.public_until, old.public_english, old.public_chinese, new.position);
END;

CREATE TABLE case_entry (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    place INTEGER NOT NULL,
    argument TEXT NOT NULL,
    english_name TEXT NOT NULL,
    chinese_name TEXT NOT NULL,
    given TEXT NOT NULL,
    english_value TEXT,
    chinese_value TEXT,
    CHECK (argument NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_case_entry_case_id_id_void_reason ON case_entry (case_id, id, void_reason);

CREATE UNIQUE INDEX uq_case_entry_case_id_argument ON case_entry (case_id, argument) WHERE void_reason IS NULL;

CREATE INDEX ix_case_entry_place_id ON case_entry (place, id);

CREATE TABLE case_entry_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    place INTEGER,
    argument TEXT,
    english_name TEXT,
    chinese_name TEXT,
    given TEXT,
    english_value TEXT,
    chinese_value TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_entry_history_id_position ON case_entry_history (id, position);

CREATE INDEX ix_case_entry_history_case_id_id_void_reason ON case_entry_history (case_id, id, void_reason);

CREATE INDEX ix_case_entry_history_case_id_argument ON case_entry_history (case_id, argument) WHERE void_reason IS NULL;

CREATE INDEX ix_case_entry_history_place_id ON case_entry_history (place, id);

DROP TRIGGER IF EXISTS keep_case_entry_history;

CREATE TRIGGER keep_case_entry_history AFTER UPDATE ON case_entry
WHEN new.position <> old.position BEGIN
    INSERT INTO case_entry_history (id, version, position, void_reason, case_id, place, argument, english_name, chinese_name, given, english_value, chinese_value, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.place, old.argument, old.english_name, old.chinese_name, old.given, old.english_value, old.chinese_value, new.position);
END;

CREATE TABLE case_objection (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    account_id INTEGER REFERENCES account (id),
    made_by TEXT NOT NULL,
    contact TEXT,
    text TEXT NOT NULL,
    made_at TEXT NOT NULL,
    answer TEXT,
    answered_by TEXT,
    answered_at TEXT
) STRICT;

CREATE INDEX ix_case_objection_case_id_id_void_reason ON case_objection (case_id, id, void_reason);

CREATE INDEX ix_case_objection_account_id_id_void_reason ON case_objection (account_id, id, void_reason);

CREATE INDEX ix_case_objection_made_at_id ON case_objection (made_at, id);

CREATE TABLE case_objection_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    account_id INTEGER,
    made_by TEXT,
    contact TEXT,
    text TEXT,
    made_at TEXT,
    answer TEXT,
    answered_by TEXT,
    answered_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_objection_history_id_position ON case_objection_history (id, position);

CREATE INDEX ix_case_objection_history_case_id_id_void_reason ON case_objection_history (case_id, id, void_reason);

CREATE INDEX ix_case_objection_history_account_id_id_void_reason ON case_objection_history (account_id, id, void_reason);

CREATE INDEX ix_case_objection_history_made_at_id ON case_objection_history (made_at, id);

DROP TRIGGER IF EXISTS keep_case_objection_history;

CREATE TRIGGER keep_case_objection_history AFTER UPDATE ON case_objection
WHEN new.position <> old.position BEGIN
    INSERT INTO case_objection_history (id, version, position, void_reason, case_id, account_id, made_by, contact, text, made_at, answer, answered_by, answered_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.account_id, old.made_by, old.contact, old.text, old.made_at, old.answer, old.answered_by, old.answered_at, new.position);
END;

CREATE TABLE persuasion (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES dropout_case (id),
    student_id INTEGER NOT NULL REFERENCES student (id),
    done_on TEXT NOT NULL,
    way TEXT NOT NULL,
    done_by TEXT NOT NULL,
    text TEXT NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (way NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_persuasion_case_id_id_void_reason ON persuasion (case_id, id, void_reason);

CREATE INDEX ix_persuasion_student_id_id_void_reason ON persuasion (student_id, id, void_reason);

CREATE INDEX ix_persuasion_county_id_id_void_reason ON persuasion (county_id, id, void_reason);

CREATE INDEX ix_persuasion_unit_id_id_void_reason ON persuasion (unit_id, id, void_reason);

CREATE INDEX ix_persuasion_done_on_id ON persuasion (done_on, id);

CREATE INDEX ix_persuasion_county_id_done_on_id ON persuasion (county_id, done_on, id);

CREATE INDEX ix_persuasion_unit_id_done_on_id ON persuasion (unit_id, done_on, id);

CREATE INDEX ix_persuasion_way ON persuasion (way);

CREATE TABLE persuasion_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    student_id INTEGER,
    done_on TEXT,
    way TEXT,
    done_by TEXT,
    text TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_persuasion_history_id_position ON persuasion_history (id, position);

CREATE INDEX ix_persuasion_history_case_id_id_void_reason ON persuasion_history (case_id, id, void_reason);

CREATE INDEX ix_persuasion_history_student_id_id_void_reason ON persuasion_history (student_id, id, void_reason);

CREATE INDEX ix_persuasion_history_county_id_id_void_reason ON persuasion_history (county_id, id, void_reason);

CREATE INDEX ix_persuasion_history_unit_id_id_void_reason ON persuasion_history (unit_id, id, void_reason);

CREATE INDEX ix_persuasion_history_done_on_id ON persuasion_history (done_on, id);

CREATE INDEX ix_persuasion_history_county_id_done_on_id ON persuasion_history (county_id, done_on, id);

CREATE INDEX ix_persuasion_history_unit_id_done_on_id ON persuasion_history (unit_id, done_on, id);

CREATE INDEX ix_persuasion_history_way ON persuasion_history (way);

DROP TRIGGER IF EXISTS keep_persuasion_history;

CREATE TRIGGER keep_persuasion_history AFTER UPDATE ON persuasion
WHEN new.position <> old.position BEGIN
    INSERT INTO persuasion_history (id, version, position, void_reason, case_id, student_id, done_on, way, done_by, text, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.student_id, old.done_on, old.way, old.done_by, old.text, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE case_opinion (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_step_id INTEGER NOT NULL REFERENCES case_step (id),
    account_id INTEGER REFERENCES account (id),
    decision TEXT NOT NULL,
    opinion TEXT,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL,
    CHECK (decision NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_case_opinion_case_step_id_id_void_reason ON case_opinion (case_step_id, id, void_reason);

CREATE INDEX ix_case_opinion_account_id_id_void_reason ON case_opinion (account_id, id, void_reason);

CREATE INDEX ix_case_opinion_said_at_id ON case_opinion (said_at, id);

CREATE TABLE case_opinion_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_step_id INTEGER,
    account_id INTEGER,
    decision TEXT,
    opinion TEXT,
    said_by TEXT,
    said_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_opinion_history_id_position ON case_opinion_history (id, position);

CREATE INDEX ix_case_opinion_history_case_step_id_id_void_reason ON case_opinion_history (case_step_id, id, void_reason);

CREATE INDEX ix_case_opinion_history_account_id_id_void_reason ON case_opinion_history (account_id, id, void_reason);

CREATE INDEX ix_case_opinion_history_said_at_id ON case_opinion_history (said_at, id);

DROP TRIGGER IF EXISTS keep_case_opinion_history;

CREATE TRIGGER keep_case_opinion_history AFTER UPDATE ON case_opinion
WHEN new.position <> old.position BEGIN
    INSERT INTO case_opinion_history (id, version, position, void_reason, case_step_id, account_id, decision, opinion, said_by, said_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_step_id, old.account_id, old.decision, old.opinion, old.said_by, old.said_at, new.position);
END;

