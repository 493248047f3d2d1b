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

CREATE TABLE reconciliation_run (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    register TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    as_of TEXT NOT NULL,
    run_at TEXT NOT NULL,
    run_by TEXT NOT NULL,
    rows INTEGER NOT NULL,
    unreadable INTEGER NOT NULL,
    matched INTEGER NOT NULL,
    only_here INTEGER NOT NULL,
    only_there INTEGER NOT NULL,
    ambiguous INTEGER NOT NULL,
    differing INTEGER NOT NULL,
    lagging INTEGER NOT NULL,
    CHECK (register NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (sha256 NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_reconciliation_run_register_sha256 ON reconciliation_run (register, sha256) WHERE void_reason IS NULL;

CREATE INDEX ix_reconciliation_run_run_at_id ON reconciliation_run (run_at, id);

CREATE INDEX ix_reconciliation_run_register ON reconciliation_run (register);

CREATE INDEX ix_reconciliation_run_as_of ON reconciliation_run (as_of);

CREATE TABLE replaced_seal (
    position INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    sealed BLOB,
    CHECK (table_name NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (field NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_replaced_seal_position ON replaced_seal (position);

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

CREATE TABLE sourced_key (
    system TEXT NOT NULL,
    held_in TEXT NOT NULL,
    key TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    CHECK (held_in NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_sourced_key_system_held_in_key ON sourced_key (system, held_in, key);

CREATE INDEX ix_sourced_key_held_in_record_id ON sourced_key (held_in, record_id);

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

CREATE TABLE reconciliation_difference (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    register TEXT NOT NULL,
    identity TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    type TEXT NOT NULL,
    subject TEXT,
    label TEXT,
    field TEXT,
    authority TEXT,
    ours TEXT,
    theirs TEXT,
    is_withheld INTEGER NOT NULL,
    lags INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    times INTEGER NOT NULL,
    last_run_id INTEGER NOT NULL REFERENCES reconciliation_run (id),
    state TEXT NOT NULL,
    reason TEXT,
    decided_by TEXT,
    decided_at TEXT,
    county_id INTEGER,
    CHECK (register NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (identity NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (field NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (authority NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_reconciliation_difference_identity ON reconciliation_difference (identity) WHERE void_reason IS NULL;

CREATE INDEX ix_reconciliation_difference_unit_id_id_void_reason ON reconciliation_difference (unit_id, id, void_reason);

CREATE INDEX ix_reconciliation_difference_last_run_id_id_void_reason ON reconciliation_difference (last_run_id, id, void_reason);

CREATE INDEX ix_reconciliation_difference_county_id_id_void_reason ON reconciliation_difference (county_id, id, void_reason);

CREATE INDEX ix_reconciliation_difference_first_seen_id ON reconciliation_difference (first_seen, id);

CREATE INDEX ix_reconciliation_difference_county_id_first_seen_id ON reconciliation_difference (county_id, first_seen, id);

CREATE INDEX ix_reconciliation_difference_unit_id_first_seen_id ON reconciliation_difference (unit_id, first_seen, id);

CREATE INDEX ix_reconciliation_difference_last_seen_id ON reconciliation_difference (last_seen, id);

CREATE INDEX ix_reconciliation_difference_county_id_last_seen_id ON reconciliation_difference (county_id, last_seen, id);

CREATE INDEX ix_reconciliation_difference_unit_id_last_seen_id ON reconciliation_difference (unit_id, last_seen, id);

CREATE INDEX ix_reconciliation_difference_times_id ON reconciliation_difference (times, id);

CREATE INDEX ix_reconciliation_difference_county_id_times_id ON reconciliation_difference (county_id, times, id);

CREATE INDEX ix_reconciliation_difference_unit_id_times_id ON reconciliation_difference (unit_id, times, id);

CREATE INDEX ix_reconciliation_difference_county_id_state_void_reason ON reconciliation_difference (county_id, state, void_reason);

CREATE INDEX ix_reconciliation_difference_unit_id_state_void_reason ON reconciliation_difference (unit_id, state, void_reason);

CREATE INDEX ix_reconciliation_difference_register ON reconciliation_difference (register);

CREATE INDEX ix_reconciliation_difference_type ON reconciliation_difference (type);

CREATE INDEX ix_reconciliation_difference_field ON reconciliation_difference (field);

CREATE INDEX ix_reconciliation_difference_authority ON reconciliation_difference (authority);

CREATE INDEX ix_reconciliation_difference_state ON reconciliation_difference (state);

CREATE INDEX ix_reconciliation_difference_lags ON reconciliation_difference (lags);

CREATE INDEX ix_reconciliation_difference_subject ON reconciliation_difference (subject);

CREATE TABLE reconciliation_difference_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    register TEXT,
    identity TEXT,
    unit_id INTEGER,
    type TEXT,
    subject TEXT,
    label TEXT,
    field TEXT,
    authority TEXT,
    ours TEXT,
    theirs TEXT,
    is_withheld INTEGER,
    lags INTEGER,
    first_seen TEXT,
    last_seen TEXT,
    times INTEGER,
    last_run_id INTEGER,
    state TEXT,
    reason TEXT,
    decided_by TEXT,
    decided_at TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_reconciliation_difference_history_id_position ON reconciliation_difference_history (id, position);

CREATE INDEX ix_reconciliation_difference_history_identity ON reconciliation_difference_history (identity) WHERE void_reason IS NULL;

CREATE INDEX ix_reconciliation_difference_history_unit_id_id_void_reason ON reconciliation_difference_history (unit_id, id, void_reason);

CREATE INDEX ix_reconciliation_difference_history_last_run_id_id_void_reason ON reconciliation_difference_history (last_run_id, id, void_reason);

CREATE INDEX ix_reconciliation_difference_history_county_id_id_void_reason ON reconciliation_difference_history (county_id, id, void_reason);

CREATE INDEX ix_reconciliation_difference_history_first_seen_id ON reconciliation_difference_history (first_seen, id);

CREATE INDEX ix_reconciliation_difference_history_county_id_first_seen_id ON reconciliation_difference_history (county_id, first_seen, id);

CREATE INDEX ix_reconciliation_difference_history_unit_id_first_seen_id ON reconciliation_difference_history (unit_id, first_seen, id);

CREATE INDEX ix_reconciliation_difference_history_last_seen_id ON reconciliation_difference_history (last_seen, id);

CREATE INDEX ix_reconciliation_difference_history_county_id_last_seen_id ON reconciliation_difference_history (county_id, last_seen, id);

CREATE INDEX ix_reconciliation_difference_history_unit_id_last_seen_id ON reconciliation_difference_history (unit_id, last_seen, id);

CREATE INDEX ix_reconciliation_difference_history_times_id ON reconciliation_difference_history (times, id);

CREATE INDEX ix_reconciliation_difference_history_county_id_times_id ON reconciliation_difference_history (county_id, times, id);

CREATE INDEX ix_reconciliation_difference_history_unit_id_times_id ON reconciliation_difference_history (unit_id, times, id);

CREATE INDEX ix_reconciliation_difference_history_county_id_state_v_529b51e9 ON reconciliation_difference_history (county_id, state, void_reason);

CREATE INDEX ix_reconciliation_difference_history_unit_id_state_void_reason ON reconciliation_difference_history (unit_id, state, void_reason);

CREATE INDEX ix_reconciliation_difference_history_register ON reconciliation_difference_history (register);

CREATE INDEX ix_reconciliation_difference_history_type ON reconciliation_difference_history (type);

CREATE INDEX ix_reconciliation_difference_history_field ON reconciliation_difference_history (field);

CREATE INDEX ix_reconciliation_difference_history_authority ON reconciliation_difference_history (authority);

CREATE INDEX ix_reconciliation_difference_history_state ON reconciliation_difference_history (state);

CREATE INDEX ix_reconciliation_difference_history_lags ON reconciliation_difference_history (lags);

CREATE INDEX ix_reconciliation_difference_history_subject ON reconciliation_difference_history (subject);

DROP TRIGGER IF EXISTS keep_reconciliation_difference_history;

CREATE TRIGGER keep_reconciliation_difference_history AFTER UPDATE ON reconciliation_difference
WHEN new.position <> old.position BEGIN
    INSERT INTO reconciliation_difference_history (id, version, position, void_reason, register, identity, unit_id, type, subject, label, field, authority, ours, theirs, is_withheld, lags, first_seen, last_seen, times, last_run_id, state, reason, decided_by, decided_at, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.register, old.identity, old.unit_id, old.type, old.subject, old.label, old.field, old.authority, old.ours, old.theirs, old.is_withheld, old.lags, old.first_seen, old.last_seen, old.times, old.last_run_id, old.state, old.reason, old.decided_by, old.decided_at, old.county_id, new.position);
END;

CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER REFERENCES account (id),
    task TEXT NOT NULL,
    title TEXT,
    state TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    done INTEGER NOT NULL,
    total INTEGER,
    english_outcome TEXT,
    chinese_outcome TEXT,
    cancel_asked_at TEXT,
    occurrence TEXT,
    input TEXT NOT NULL,
    checkpoint TEXT,
    attempts INTEGER NOT NULL,
    lease TEXT,
    lease_until TEXT,
    CHECK (task NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (occurrence NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (lease NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_job_owner_id_id_void_reason ON job (owner_id, id, void_reason);

CREATE UNIQUE INDEX uq_job_occurrence ON job (occurrence);

CREATE INDEX ix_job_asked_at_id ON job (asked_at, id);

CREATE INDEX ix_job_owner_id_asked_at_id ON job (owner_id, asked_at, id);

CREATE INDEX ix_job_due_at_id ON job (due_at, id);

CREATE INDEX ix_job_owner_id_due_at_id ON job (owner_id, due_at, id);

CREATE INDEX ix_job_task ON job (task);

CREATE INDEX ix_job_state ON job (state);

CREATE TABLE notice (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    english_text TEXT NOT NULL,
    chinese_text TEXT NOT NULL,
    subject TEXT,
    state TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    read_at TEXT,
    key TEXT NOT NULL,
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (key NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_notice_owner_id_id_void_reason ON notice (owner_id, id, void_reason);

CREATE UNIQUE INDEX uq_notice_key ON notice (key);

CREATE INDEX ix_notice_sent_at_id ON notice (sent_at, id);

CREATE INDEX ix_notice_owner_id_sent_at_id ON notice (owner_id, sent_at, id);

CREATE INDEX ix_notice_state ON notice (state);

CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    use TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER,
    state TEXT NOT NULL,
    media_type TEXT,
    sha256 TEXT,
    objection TEXT,
    is_scanned INTEGER,
    begun_at TEXT NOT NULL,
    completed_at TEXT,
    expires_at TEXT,
    remove_at TEXT,
    removed_at TEXT,
    CHECK (use NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (media_type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (sha256 NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (objection NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_file_owner_id_id_void_reason ON file (owner_id, id, void_reason);

CREATE INDEX ix_file_begun_at_id ON file (begun_at, id);

CREATE INDEX ix_file_owner_id_begun_at_id ON file (owner_id, begun_at, id);

CREATE INDEX ix_file_use ON file (use);

CREATE INDEX ix_file_state ON file (state);

CREATE INDEX ix_file_expires_at ON file (expires_at);

CREATE INDEX ix_file_remove_at ON file (remove_at);

CREATE TABLE file_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    owner_id INTEGER,
    use TEXT,
    name TEXT,
    size INTEGER,
    state TEXT,
    media_type TEXT,
    sha256 TEXT,
    objection TEXT,
    is_scanned INTEGER,
    begun_at TEXT,
    completed_at TEXT,
    expires_at TEXT,
    remove_at TEXT,
    removed_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_file_history_id_position ON file_history (id, position);

CREATE INDEX ix_file_history_owner_id_id_void_reason ON file_history (owner_id, id, void_reason);

CREATE INDEX ix_file_history_begun_at_id ON file_history (begun_at, id);

CREATE INDEX ix_file_history_owner_id_begun_at_id ON file_history (owner_id, begun_at, id);

CREATE INDEX ix_file_history_use ON file_history (use);

CREATE INDEX ix_file_history_state ON file_history (state);

CREATE INDEX ix_file_history_expires_at ON file_history (expires_at);

CREATE INDEX ix_file_history_remove_at ON file_history (remove_at);

DROP TRIGGER IF EXISTS keep_file_history;

CREATE TRIGGER keep_file_history AFTER UPDATE ON file
WHEN new.position <> old.position BEGIN
    INSERT INTO file_history (id, version, position, void_reason, owner_id, use, name, size, state, media_type, sha256, objection, is_scanned, begun_at, completed_at, expires_at, remove_at, removed_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.owner_id, old.use, old.name, old.size, old.state, old.media_type, old.sha256, old.objection, old.is_scanned, old.begun_at, old.completed_at, old.expires_at, old.remove_at, old.removed_at, new.position);
END;

CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER REFERENCES account (id),
    job_id INTEGER REFERENCES job (id),
    undoing_id INTEGER REFERENCES job (id),
    record_kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    is_trial INTEGER NOT NULL,
    is_whole INTEGER NOT NULL,
    english_form TEXT,
    chinese_form TEXT,
    mapping TEXT,
    unused TEXT,
    lacking TEXT,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    repaired_id INTEGER REFERENCES file (id),
    undone_at TEXT,
    positions TEXT,
    CHECK (record_kind NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_import_run_owner_id_id_void_reason ON import_run (owner_id, id, void_reason);

CREATE INDEX ix_import_run_job_id_id_void_reason ON import_run (job_id, id, void_reason);

CREATE INDEX ix_import_run_undoing_id_id_void_reason ON import_run (undoing_id, id, void_reason);

CREATE INDEX ix_import_run_repaired_id_id_void_reason ON import_run (repaired_id, id, void_reason);

CREATE INDEX ix_import_run_asked_at_id ON import_run (asked_at, id);

CREATE INDEX ix_import_run_owner_id_asked_at_id ON import_run (owner_id, asked_at, id);

CREATE INDEX ix_import_run_record_kind ON import_run (record_kind);

CREATE INDEX ix_import_run_is_trial ON import_run (is_trial);

CREATE TABLE upload_part (
    file_id INTEGER NOT NULL REFERENCES file (id),
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    place TEXT NOT NULL,
    CHECK (place NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_upload_part_file_id_start ON upload_part (file_id, start);

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

CREATE TABLE import_finding (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    run_id INTEGER NOT NULL REFERENCES import_run (id),
    line INTEGER,
    sort TEXT NOT NULL,
    column_name TEXT,
    record TEXT,
    given TEXT,
    before TEXT,
    code TEXT,
    english_reason TEXT,
    chinese_reason TEXT,
    suggestion TEXT,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (record NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_import_finding_owner_id_id_void_reason ON import_finding (owner_id, id, void_reason);

CREATE INDEX ix_import_finding_run_id_id_void_reason ON import_finding (run_id, id, void_reason);

CREATE INDEX ix_import_finding_line_id ON import_finding (line, id);

CREATE INDEX ix_import_finding_owner_id_line_id ON import_finding (owner_id, line, id);

CREATE INDEX ix_import_finding_sort ON import_finding (sort);

CREATE INDEX ix_import_finding_column_name ON import_finding (column_name);

CREATE INDEX ix_import_finding_code ON import_finding (code);

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

