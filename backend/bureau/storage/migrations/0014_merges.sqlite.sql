ALTER TABLE person ADD COLUMN merged_into_id INTEGER REFERENCES person (id);

ALTER TABLE person_history ADD COLUMN merged_into_id INTEGER;

DROP TRIGGER IF EXISTS keep_person_history;

CREATE TRIGGER keep_person_history AFTER UPDATE ON person
WHEN new.position <> old.position BEGIN
    INSERT INTO person_history (id, version, position, void_reason, merged_into_id, name, sex, birth_date, ethnicity, nationality, overseas_status, political_status, marital_status, health, household_type, document_type, document_number_mask, phone_mask, address, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.merged_into_id, old.name, old.sex, old.birth_date, old.ethnicity, old.nationality, old.overseas_status, old.political_status, old.marital_status, old.health, old.household_type, old.document_type, old.document_number_mask, old.phone_mask, old.address, old.name_sort, old.search, new.position);
END;

CREATE INDEX ix_person_merged_into_id ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE INDEX ix_person_history_merged_into_id ON person_history (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE TABLE budget (
    account_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    since TEXT NOT NULL,
    spent INTEGER NOT NULL,
    CHECK (name NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_budget_account_id_name_since ON budget (account_id, name, since);

CREATE TABLE merge_steps (
    merge_id INTEGER NOT NULL,
    steps TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX uq_merge_steps_merge_id ON merge_steps (merge_id);

CREATE TABLE match_key (
    key INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    is_resident INTEGER NOT NULL
) STRICT;

CREATE INDEX ix_match_key_key_person_id_is_resident ON match_key (key, person_id, is_resident);

CREATE TABLE person_merge (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    kept_id INTEGER NOT NULL REFERENCES person (id),
    merged_id INTEGER NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL,
    merged_by TEXT NOT NULL,
    merged_at TEXT NOT NULL,
    undone_by TEXT,
    undone_at TEXT,
    undo_reason TEXT
) STRICT;

CREATE INDEX ix_person_merge_kept_id_id_void_reason ON person_merge (kept_id, id, void_reason);

CREATE INDEX ix_person_merge_merged_id_id_void_reason ON person_merge (merged_id, id, void_reason);

CREATE INDEX ix_person_merge_merged_at_id ON person_merge (merged_at, id);

CREATE INDEX ix_person_merge_undone_at ON person_merge (undone_at);

CREATE TABLE person_merge_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    kept_id INTEGER,
    merged_id INTEGER,
    reason TEXT,
    merged_by TEXT,
    merged_at TEXT,
    undone_by TEXT,
    undone_at TEXT,
    undo_reason TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_person_merge_history_id_position ON person_merge_history (id, position);

CREATE INDEX ix_person_merge_history_kept_id_id_void_reason ON person_merge_history (kept_id, id, void_reason);

CREATE INDEX ix_person_merge_history_merged_id_id_void_reason ON person_merge_history (merged_id, id, void_reason);

CREATE INDEX ix_person_merge_history_merged_at_id ON person_merge_history (merged_at, id);

CREATE INDEX ix_person_merge_history_undone_at ON person_merge_history (undone_at);

DROP TRIGGER IF EXISTS keep_person_merge_history;

CREATE TRIGGER keep_person_merge_history AFTER UPDATE ON person_merge
WHEN new.position <> old.position BEGIN
    INSERT INTO person_merge_history (id, version, position, void_reason, kept_id, merged_id, reason, merged_by, merged_at, undone_by, undone_at, undo_reason, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.kept_id, old.merged_id, old.reason, old.merged_by, old.merged_at, old.undone_by, old.undone_at, old.undo_reason, new.position);
END;

CREATE TABLE duplicate_candidate (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    one_id INTEGER NOT NULL REFERENCES person (id),
    other_id INTEGER NOT NULL REFERENCES person (id),
    score INTEGER NOT NULL,
    features TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    state TEXT NOT NULL,
    found_at TEXT NOT NULL,
    judged_by TEXT,
    judged_at TEXT,
    note TEXT,
    county_id INTEGER,
    CHECK (features NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_duplicate_candidate_one_id_id_void_reason ON duplicate_candidate (one_id, id, void_reason);

CREATE INDEX ix_duplicate_candidate_other_id_id_void_reason ON duplicate_candidate (other_id, id, void_reason);

CREATE INDEX ix_duplicate_candidate_unit_id_id_void_reason ON duplicate_candidate (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_duplicate_candidate_one_id_other_id ON duplicate_candidate (one_id, other_id) WHERE void_reason IS NULL;

CREATE INDEX ix_duplicate_candidate_county_id_id_void_reason ON duplicate_candidate (county_id, id, void_reason);

CREATE INDEX ix_duplicate_candidate_score_id ON duplicate_candidate (score, id);

CREATE INDEX ix_duplicate_candidate_county_id_score_id ON duplicate_candidate (county_id, score, id);

CREATE INDEX ix_duplicate_candidate_unit_id_score_id ON duplicate_candidate (unit_id, score, id);

CREATE INDEX ix_duplicate_candidate_found_at_id ON duplicate_candidate (found_at, id);

CREATE INDEX ix_duplicate_candidate_county_id_found_at_id ON duplicate_candidate (county_id, found_at, id);

CREATE INDEX ix_duplicate_candidate_unit_id_found_at_id ON duplicate_candidate (unit_id, found_at, id);

CREATE INDEX ix_duplicate_candidate_state ON duplicate_candidate (state);

CREATE TABLE duplicate_candidate_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    one_id INTEGER,
    other_id INTEGER,
    score INTEGER,
    features TEXT,
    unit_id INTEGER,
    state TEXT,
    found_at TEXT,
    judged_by TEXT,
    judged_at TEXT,
    note TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_duplicate_candidate_history_id_position ON duplicate_candidate_history (id, position);

CREATE INDEX ix_duplicate_candidate_history_one_id_id_void_reason ON duplicate_candidate_history (one_id, id, void_reason);

CREATE INDEX ix_duplicate_candidate_history_other_id_id_void_reason ON duplicate_candidate_history (other_id, id, void_reason);

CREATE INDEX ix_duplicate_candidate_history_unit_id_id_void_reason ON duplicate_candidate_history (unit_id, id, void_reason);

CREATE INDEX ix_duplicate_candidate_history_one_id_other_id ON duplicate_candidate_history (one_id, other_id) WHERE void_reason IS NULL;

CREATE INDEX ix_duplicate_candidate_history_county_id_id_void_reason ON duplicate_candidate_history (county_id, id, void_reason);

CREATE INDEX ix_duplicate_candidate_history_score_id ON duplicate_candidate_history (score, id);

CREATE INDEX ix_duplicate_candidate_history_county_id_score_id ON duplicate_candidate_history (county_id, score, id);

CREATE INDEX ix_duplicate_candidate_history_unit_id_score_id ON duplicate_candidate_history (unit_id, score, id);

CREATE INDEX ix_duplicate_candidate_history_found_at_id ON duplicate_candidate_history (found_at, id);

CREATE INDEX ix_duplicate_candidate_history_county_id_found_at_id ON duplicate_candidate_history (county_id, found_at, id);

CREATE INDEX ix_duplicate_candidate_history_unit_id_found_at_id ON duplicate_candidate_history (unit_id, found_at, id);

CREATE INDEX ix_duplicate_candidate_history_state ON duplicate_candidate_history (state);

DROP TRIGGER IF EXISTS keep_duplicate_candidate_history;

CREATE TRIGGER keep_duplicate_candidate_history AFTER UPDATE ON duplicate_candidate
WHEN new.position <> old.position BEGIN
    INSERT INTO duplicate_candidate_history (id, version, position, void_reason, one_id, other_id, score, features, unit_id, state, found_at, judged_by, judged_at, note, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.one_id, old.other_id, old.score, old.features, old.unit_id, old.state, old.found_at, old.judged_by, old.judged_at, old.note, old.county_id, new.position);
END;

ALTER TABLE student ADD COLUMN merged_into_id INTEGER REFERENCES student (id);

ALTER TABLE student_history ADD COLUMN merged_into_id INTEGER;

DROP TRIGGER IF EXISTS keep_student_history;

CREATE TRIGGER keep_student_history AFTER UPDATE ON student
WHEN new.position <> old.position BEGIN
    INSERT INTO student_history (id, version, position, void_reason, merged_into_id, number, person_id, national_number_mask, school_id, grade, school_class_id, seat_number, category, status, boarding, entered_on, county_id, person_name_sort, person_sex, person_birth_date, search, person_search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.merged_into_id, old.number, old.person_id, old.national_number_mask, old.school_id, old.grade, old.school_class_id, old.seat_number, old.category, old.status, old.boarding, old.entered_on, old.county_id, old.person_name_sort, old.person_sex, old.person_birth_date, old.search, old.person_search, new.position);
END;

CREATE INDEX ix_student_merged_into_id ON student (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE INDEX ix_student_history_merged_into_id ON student_history (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE TABLE identity_problem (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    sort TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    student_id INTEGER REFERENCES student (id),
    person_id INTEGER REFERENCES person (id),
    state TEXT NOT NULL,
    reported_by TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    settled_by TEXT,
    settled_at TEXT,
    note TEXT,
    county_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_identity_problem_unit_id_id_void_reason ON identity_problem (unit_id, id, void_reason);

CREATE INDEX ix_identity_problem_student_id_id_void_reason ON identity_problem (student_id, id, void_reason);

CREATE INDEX ix_identity_problem_person_id_id_void_reason ON identity_problem (person_id, id, void_reason);

CREATE INDEX ix_identity_problem_county_id_id_void_reason ON identity_problem (county_id, id, void_reason);

CREATE INDEX ix_identity_problem_reported_at_id ON identity_problem (reported_at, id);

CREATE INDEX ix_identity_problem_county_id_reported_at_id ON identity_problem (county_id, reported_at, id);

CREATE INDEX ix_identity_problem_unit_id_reported_at_id ON identity_problem (unit_id, reported_at, id);

CREATE INDEX ix_identity_problem_sort ON identity_problem (sort);

CREATE INDEX ix_identity_problem_state ON identity_problem (state);

CREATE TABLE identity_problem_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    sort TEXT,
    unit_id INTEGER,
    student_id INTEGER,
    person_id INTEGER,
    state TEXT,
    reported_by TEXT,
    reported_at TEXT,
    settled_by TEXT,
    settled_at TEXT,
    note TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_identity_problem_history_id_position ON identity_problem_history (id, position);

CREATE INDEX ix_identity_problem_history_unit_id_id_void_reason ON identity_problem_history (unit_id, id, void_reason);

CREATE INDEX ix_identity_problem_history_student_id_id_void_reason ON identity_problem_history (student_id, id, void_reason);

CREATE INDEX ix_identity_problem_history_person_id_id_void_reason ON identity_problem_history (person_id, id, void_reason);

CREATE INDEX ix_identity_problem_history_county_id_id_void_reason ON identity_problem_history (county_id, id, void_reason);

CREATE INDEX ix_identity_problem_history_reported_at_id ON identity_problem_history (reported_at, id);

CREATE INDEX ix_identity_problem_history_county_id_reported_at_id ON identity_problem_history (county_id, reported_at, id);

CREATE INDEX ix_identity_problem_history_unit_id_reported_at_id ON identity_problem_history (unit_id, reported_at, id);

CREATE INDEX ix_identity_problem_history_sort ON identity_problem_history (sort);

CREATE INDEX ix_identity_problem_history_state ON identity_problem_history (state);

DROP TRIGGER IF EXISTS keep_identity_problem_history;

CREATE TRIGGER keep_identity_problem_history AFTER UPDATE ON identity_problem
WHEN new.position <> old.position BEGIN
    INSERT INTO identity_problem_history (id, version, position, void_reason, sort, unit_id, student_id, person_id, state, reported_by, reported_at, settled_by, settled_at, note, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.sort, old.unit_id, old.student_id, old.person_id, old.state, old.reported_by, old.reported_at, old.settled_by, old.settled_at, old.note, old.county_id, new.position);
END;

