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

CREATE TABLE sourced_key (
    system TEXT NOT NULL,
    held_in TEXT NOT NULL,
    key TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    CHECK (held_in NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_sourced_key_system_held_in_key ON sourced_key (system, held_in, key);

CREATE INDEX ix_sourced_key_held_in_record_id ON sourced_key (held_in, record_id);

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

