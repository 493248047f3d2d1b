CREATE TABLE sign_in_attempt (
    name TEXT NOT NULL,
    network TEXT NOT NULL,
    tries INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    until TEXT NOT NULL,
    CHECK (name NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (network NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_sign_in_attempt_name_network ON sign_in_attempt (name, network);

CREATE INDEX ix_sign_in_attempt_last_at ON sign_in_attempt (last_at);

CREATE TABLE totp (
    account_id INTEGER NOT NULL,
    salt BLOB NOT NULL,
    sealed BLOB NOT NULL,
    begun_at TEXT NOT NULL,
    confirmed_at TEXT,
    step INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX uq_totp_account_id ON totp (account_id);

CREATE TABLE recovery_code (
    account_id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    used_at TEXT,
    CHECK (digest NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_recovery_code_account_id_digest ON recovery_code (account_id, digest);

CREATE TABLE refresh_token (
    session_id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    made_at TEXT NOT NULL,
    used_at TEXT,
    CHECK (digest NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_refresh_token_digest ON refresh_token (digest);

CREATE INDEX ix_refresh_token_made_at ON refresh_token (made_at);

ALTER TABLE account ADD COLUMN must_change_password INTEGER;

ALTER TABLE account_history ADD COLUMN must_change_password INTEGER;

DROP TRIGGER IF EXISTS keep_account_history;

CREATE TRIGGER keep_account_history AFTER UPDATE ON account
WHEN new.position <> old.position BEGIN
    INSERT INTO account_history (id, version, position, void_reason, username, display_name, must_change_password, person_id, is_demo, closed_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.username, old.display_name, old.must_change_password, old.person_id, old.is_demo, old.closed_at, new.position);
END;

ALTER TABLE account_history DROP COLUMN password;

CREATE TABLE record_share (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    subject TEXT NOT NULL,
    shared_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    shared_at TEXT NOT NULL,
    until TEXT NOT NULL,
    ended_at TEXT,
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_record_share_account_id_id_void_reason ON record_share (account_id, id, void_reason);

CREATE INDEX ix_record_share_shared_at_id ON record_share (shared_at, id);

CREATE INDEX ix_record_share_account_id_shared_at_id ON record_share (account_id, shared_at, id);

CREATE INDEX ix_record_share_subject ON record_share (subject);

CREATE INDEX ix_record_share_until ON record_share (until);

CREATE TABLE record_share_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    account_id INTEGER,
    subject TEXT,
    shared_by TEXT,
    reason TEXT,
    shared_at TEXT,
    until TEXT,
    ended_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_record_share_history_id_position ON record_share_history (id, position);

CREATE INDEX ix_record_share_history_account_id_id_void_reason ON record_share_history (account_id, id, void_reason);

CREATE INDEX ix_record_share_history_shared_at_id ON record_share_history (shared_at, id);

CREATE INDEX ix_record_share_history_account_id_shared_at_id ON record_share_history (account_id, shared_at, id);

CREATE INDEX ix_record_share_history_subject ON record_share_history (subject);

CREATE INDEX ix_record_share_history_until ON record_share_history (until);

DROP TRIGGER IF EXISTS keep_record_share_history;

CREATE TRIGGER keep_record_share_history AFTER UPDATE ON record_share
WHEN new.position <> old.position BEGIN
    INSERT INTO record_share_history (id, version, position, void_reason, account_id, subject, shared_by, reason, shared_at, until, ended_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.account_id, old.subject, old.shared_by, old.reason, old.shared_at, old.until, old.ended_at, new.position);
END;

ALTER TABLE session ADD COLUMN client TEXT;

ALTER TABLE session ADD COLUMN network TEXT;

ALTER TABLE session ADD COLUMN seen_at TEXT;

ALTER TABLE session ADD COLUMN access_until TEXT;

CREATE INDEX ix_session_ended_at ON session (ended_at);

CREATE INDEX ix_token_ended_at ON token (ended_at);

CREATE TABLE clear_export (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    requester_id INTEGER NOT NULL REFERENCES account (id),
    requested_by TEXT NOT NULL,
    requested_at TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    records TEXT NOT NULL,
    record_count INTEGER NOT NULL,
    fields TEXT NOT NULL,
    purpose TEXT NOT NULL,
    reason TEXT NOT NULL,
    until TEXT NOT NULL,
    state TEXT NOT NULL,
    first_approver_id INTEGER REFERENCES account (id),
    first_approved_by TEXT,
    first_approved_at TEXT,
    second_approver_id INTEGER REFERENCES account (id),
    second_approved_by TEXT,
    second_approved_at TEXT,
    ended_by TEXT,
    ended_at TEXT,
    end_reason TEXT,
    job_id INTEGER REFERENCES job (id),
    file_id INTEGER REFERENCES file (id),
    county_id INTEGER,
    CHECK (record_kind NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (purpose NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_clear_export_unit_id_id_void_reason ON clear_export (unit_id, id, void_reason);

CREATE INDEX ix_clear_export_requester_id_id_void_reason ON clear_export (requester_id, id, void_reason);

CREATE INDEX ix_clear_export_first_approver_id_id_void_reason ON clear_export (first_approver_id, id, void_reason);

CREATE INDEX ix_clear_export_second_approver_id_id_void_reason ON clear_export (second_approver_id, id, void_reason);

CREATE INDEX ix_clear_export_job_id_id_void_reason ON clear_export (job_id, id, void_reason);

CREATE INDEX ix_clear_export_file_id_id_void_reason ON clear_export (file_id, id, void_reason);

CREATE INDEX ix_clear_export_county_id_id_void_reason ON clear_export (county_id, id, void_reason);

CREATE INDEX ix_clear_export_requested_at_id ON clear_export (requested_at, id);

CREATE INDEX ix_clear_export_county_id_requested_at_id ON clear_export (county_id, requested_at, id);

CREATE INDEX ix_clear_export_unit_id_requested_at_id ON clear_export (unit_id, requested_at, id);

CREATE INDEX ix_clear_export_state ON clear_export (state);

CREATE INDEX ix_clear_export_until ON clear_export (until);

CREATE TABLE clear_export_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    unit_id INTEGER,
    requester_id INTEGER,
    requested_by TEXT,
    requested_at TEXT,
    record_kind TEXT,
    records TEXT,
    record_count INTEGER,
    fields TEXT,
    purpose TEXT,
    reason TEXT,
    until TEXT,
    state TEXT,
    first_approver_id INTEGER,
    first_approved_by TEXT,
    first_approved_at TEXT,
    second_approver_id INTEGER,
    second_approved_by TEXT,
    second_approved_at TEXT,
    ended_by TEXT,
    ended_at TEXT,
    end_reason TEXT,
    job_id INTEGER,
    file_id INTEGER,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_clear_export_history_id_position ON clear_export_history (id, position);

CREATE INDEX ix_clear_export_history_unit_id_id_void_reason ON clear_export_history (unit_id, id, void_reason);

CREATE INDEX ix_clear_export_history_requester_id_id_void_reason ON clear_export_history (requester_id, id, void_reason);

CREATE INDEX ix_clear_export_history_first_approver_id_id_void_reason ON clear_export_history (first_approver_id, id, void_reason);

CREATE INDEX ix_clear_export_history_second_approver_id_id_void_reason ON clear_export_history (second_approver_id, id, void_reason);

CREATE INDEX ix_clear_export_history_job_id_id_void_reason ON clear_export_history (job_id, id, void_reason);

CREATE INDEX ix_clear_export_history_file_id_id_void_reason ON clear_export_history (file_id, id, void_reason);

CREATE INDEX ix_clear_export_history_county_id_id_void_reason ON clear_export_history (county_id, id, void_reason);

CREATE INDEX ix_clear_export_history_requested_at_id ON clear_export_history (requested_at, id);

CREATE INDEX ix_clear_export_history_county_id_requested_at_id ON clear_export_history (county_id, requested_at, id);

CREATE INDEX ix_clear_export_history_unit_id_requested_at_id ON clear_export_history (unit_id, requested_at, id);

CREATE INDEX ix_clear_export_history_state ON clear_export_history (state);

CREATE INDEX ix_clear_export_history_until ON clear_export_history (until);

DROP TRIGGER IF EXISTS keep_clear_export_history;

CREATE TRIGGER keep_clear_export_history AFTER UPDATE ON clear_export
WHEN new.position <> old.position BEGIN
    INSERT INTO clear_export_history (id, version, position, void_reason, unit_id, requester_id, requested_by, requested_at, record_kind, records, record_count, fields, purpose, reason, until, state, first_approver_id, first_approved_by, first_approved_at, second_approver_id, second_approved_by, second_approved_at, ended_by, ended_at, end_reason, job_id, file_id, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.requester_id, old.requested_by, old.requested_at, old.record_kind, old.records, old.record_count, old.fields, old.purpose, old.reason, old.until, old.state, old.first_approver_id, old.first_approved_by, old.first_approved_at, old.second_approver_id, old.second_approved_by, old.second_approved_at, old.ended_by, old.ended_at, old.end_reason, old.job_id, old.file_id, old.county_id, new.position);
END;

CREATE TABLE trail_report (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    sort TEXT NOT NULL,
    person TEXT,
    accounts TEXT,
    verb TEXT,
    record_kind TEXT,
    record TEXT,
    request TEXT,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    rows INTEGER,
    unknown INTEGER,
    job_id INTEGER REFERENCES job (id),
    file_id INTEGER REFERENCES file (id),
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (person NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (accounts NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (verb NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (record_kind NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (record NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (request NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_trail_report_owner_id_id_void_reason ON trail_report (owner_id, id, void_reason);

CREATE INDEX ix_trail_report_job_id_id_void_reason ON trail_report (job_id, id, void_reason);

CREATE INDEX ix_trail_report_file_id_id_void_reason ON trail_report (file_id, id, void_reason);

CREATE INDEX ix_trail_report_asked_at_id ON trail_report (asked_at, id);

CREATE INDEX ix_trail_report_owner_id_asked_at_id ON trail_report (owner_id, asked_at, id);

CREATE INDEX ix_trail_report_sort ON trail_report (sort);

