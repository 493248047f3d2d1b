CREATE TABLE enrolment (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    period_from TEXT NOT NULL,
    period_until TEXT,
    entry_grade TEXT NOT NULL,
    entry_way TEXT,
    ended_by TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (entry_grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (entry_way NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (ended_by NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_enrolment_student_id_id ON enrolment (student_id, id);

CREATE INDEX ix_enrolment_school_id_id ON enrolment (school_id, id);

CREATE UNIQUE INDEX uq_enrolment_student_id_period_from ON enrolment (student_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_enrolment_county_id_id ON enrolment (county_id, id);

CREATE INDEX ix_enrolment_unit_id_id ON enrolment (unit_id, id);

CREATE INDEX ix_enrolment_period_from_id ON enrolment (period_from, id);

CREATE INDEX ix_enrolment_county_id_period_from_id ON enrolment (county_id, period_from, id);

CREATE INDEX ix_enrolment_unit_id_period_from_id ON enrolment (unit_id, period_from, id);

CREATE TABLE enrolment_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    school_id INTEGER,
    period_from TEXT,
    period_until TEXT,
    entry_grade TEXT,
    entry_way TEXT,
    ended_by TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_enrolment_history_id ON enrolment_history (id, position);

DROP TRIGGER IF EXISTS keep_enrolment_history;

CREATE TRIGGER keep_enrolment_history AFTER UPDATE ON enrolment
WHEN new.position <> old.position BEGIN
    INSERT INTO enrolment_history (id, version, position, void_reason, student_id, school_id, period_from, period_until, entry_grade, entry_way, ended_by, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.school_id, old.period_from, old.period_until, old.entry_grade, old.entry_way, old.ended_by, old.county_id, old.unit_id, new.position);
END;

