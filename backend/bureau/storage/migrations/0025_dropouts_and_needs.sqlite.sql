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

