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

