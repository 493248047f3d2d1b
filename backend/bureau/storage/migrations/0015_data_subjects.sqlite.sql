CREATE TABLE processing_purpose (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    code TEXT NOT NULL,
    number INTEGER NOT NULL,
    english_name TEXT NOT NULL,
    chinese_name TEXT NOT NULL,
    text TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    is_sensitive INTEGER NOT NULL,
    keep_months INTEGER,
    recipients TEXT,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    basis TEXT NOT NULL,
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (legal_basis NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_processing_purpose_code_number ON processing_purpose (code, number) WHERE void_reason IS NULL;

CREATE INDEX ix_processing_purpose_code_id ON processing_purpose (code, id);

CREATE INDEX ix_processing_purpose_number_id ON processing_purpose (number, id);

CREATE INDEX ix_processing_purpose_legal_basis ON processing_purpose (legal_basis);

CREATE INDEX ix_processing_purpose_is_sensitive ON processing_purpose (is_sensitive);

CREATE TABLE processing_purpose_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    code TEXT,
    number INTEGER,
    english_name TEXT,
    chinese_name TEXT,
    text TEXT,
    legal_basis TEXT,
    is_sensitive INTEGER,
    keep_months INTEGER,
    recipients TEXT,
    valid_from TEXT,
    valid_until TEXT,
    basis TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_processing_purpose_history_id_position ON processing_purpose_history (id, position);

CREATE INDEX ix_processing_purpose_history_code_number ON processing_purpose_history (code, number) WHERE void_reason IS NULL;

CREATE INDEX ix_processing_purpose_history_code_id ON processing_purpose_history (code, id);

CREATE INDEX ix_processing_purpose_history_number_id ON processing_purpose_history (number, id);

CREATE INDEX ix_processing_purpose_history_legal_basis ON processing_purpose_history (legal_basis);

CREATE INDEX ix_processing_purpose_history_is_sensitive ON processing_purpose_history (is_sensitive);

DROP TRIGGER IF EXISTS keep_processing_purpose_history;

CREATE TRIGGER keep_processing_purpose_history AFTER UPDATE ON processing_purpose
WHEN new.position <> old.position BEGIN
    INSERT INTO processing_purpose_history (id, version, position, void_reason, code, number, english_name, chinese_name, text, legal_basis, is_sensitive, keep_months, recipients, valid_from, valid_until, basis, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.number, old.english_name, old.chinese_name, old.text, old.legal_basis, old.is_sensitive, old.keep_months, old.recipients, old.valid_from, old.valid_until, old.basis, new.position);
END;

CREATE TABLE processing_restriction (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    person_id INTEGER NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    begun_by TEXT NOT NULL,
    ended_at TEXT,
    ended_by TEXT,
    end_reason TEXT
) STRICT;

CREATE INDEX ix_processing_restriction_person_id_id_void_reason ON processing_restriction (person_id, id, void_reason);

CREATE INDEX ix_processing_restriction_begun_at_id ON processing_restriction (begun_at, id);

CREATE INDEX ix_processing_restriction_ended_at ON processing_restriction (ended_at);

CREATE TABLE processing_restriction_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    person_id INTEGER,
    reason TEXT,
    begun_at TEXT,
    begun_by TEXT,
    ended_at TEXT,
    ended_by TEXT,
    end_reason TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_processing_restriction_history_id_position ON processing_restriction_history (id, position);

CREATE INDEX ix_processing_restriction_history_person_id_id_void_reason ON processing_restriction_history (person_id, id, void_reason);

CREATE INDEX ix_processing_restriction_history_begun_at_id ON processing_restriction_history (begun_at, id);

CREATE INDEX ix_processing_restriction_history_ended_at ON processing_restriction_history (ended_at);

DROP TRIGGER IF EXISTS keep_processing_restriction_history;

CREATE TRIGGER keep_processing_restriction_history AFTER UPDATE ON processing_restriction
WHEN new.position <> old.position BEGIN
    INSERT INTO processing_restriction_history (id, version, position, void_reason, person_id, reason, begun_at, begun_by, ended_at, ended_by, end_reason, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.person_id, old.reason, old.begun_at, old.begun_by, old.ended_at, old.ended_by, old.end_reason, new.position);
END;

CREATE TABLE erasure (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    proposer_id INTEGER NOT NULL REFERENCES account (id),
    proposed_by TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    note TEXT,
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_erasure_proposer_id_id_void_reason ON erasure (proposer_id, id, void_reason);

CREATE INDEX ix_erasure_proposed_at_id ON erasure (proposed_at, id);

CREATE INDEX ix_erasure_subject ON erasure (subject);

CREATE INDEX ix_erasure_state ON erasure (state);

CREATE TABLE erasure_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    subject TEXT,
    reason TEXT,
    state TEXT,
    proposer_id INTEGER,
    proposed_by TEXT,
    proposed_at TEXT,
    decided_by TEXT,
    decided_at TEXT,
    note TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_erasure_history_id_position ON erasure_history (id, position);

CREATE INDEX ix_erasure_history_proposer_id_id_void_reason ON erasure_history (proposer_id, id, void_reason);

CREATE INDEX ix_erasure_history_proposed_at_id ON erasure_history (proposed_at, id);

CREATE INDEX ix_erasure_history_subject ON erasure_history (subject);

CREATE INDEX ix_erasure_history_state ON erasure_history (state);

DROP TRIGGER IF EXISTS keep_erasure_history;

CREATE TRIGGER keep_erasure_history AFTER UPDATE ON erasure
WHEN new.position <> old.position BEGIN
    INSERT INTO erasure_history (id, version, position, void_reason, subject, reason, state, proposer_id, proposed_by, proposed_at, decided_by, decided_at, note, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.subject, old.reason, old.state, old.proposer_id, old.proposed_by, old.proposed_at, old.decided_by, old.decided_at, old.note, new.position);
END;

ALTER TABLE clear_export ADD COLUMN recipient TEXT;

ALTER TABLE clear_export_history ADD COLUMN recipient TEXT;

DROP TRIGGER IF EXISTS keep_clear_export_history;

CREATE TRIGGER keep_clear_export_history AFTER UPDATE ON clear_export
WHEN new.position <> old.position BEGIN
    INSERT INTO clear_export_history (id, version, position, void_reason, unit_id, requester_id, requested_by, requested_at, record_kind, records, record_count, fields, purpose, reason, recipient, until, state, first_approver_id, first_approved_by, first_approved_at, second_approver_id, second_approved_by, second_approved_at, ended_by, ended_at, end_reason, job_id, file_id, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.requester_id, old.requested_by, old.requested_at, old.record_kind, old.records, old.record_count, old.fields, old.purpose, old.reason, old.recipient, old.until, old.state, old.first_approver_id, old.first_approved_by, old.first_approved_at, old.second_approver_id, old.second_approved_by, old.second_approved_at, old.ended_by, old.ended_at, old.end_reason, old.job_id, old.file_id, old.county_id, new.position);
END;

CREATE TABLE subject_copy (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    value_count INTEGER,
    job_id INTEGER REFERENCES job (id),
    file_id INTEGER REFERENCES file (id),
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_subject_copy_owner_id_id_void_reason ON subject_copy (owner_id, id, void_reason);

CREATE INDEX ix_subject_copy_job_id_id_void_reason ON subject_copy (job_id, id, void_reason);

CREATE INDEX ix_subject_copy_file_id_id_void_reason ON subject_copy (file_id, id, void_reason);

CREATE INDEX ix_subject_copy_asked_at_id ON subject_copy (asked_at, id);

CREATE INDEX ix_subject_copy_owner_id_asked_at_id ON subject_copy (owner_id, asked_at, id);

CREATE INDEX ix_subject_copy_subject ON subject_copy (subject);

CREATE TABLE subject_request (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    subject TEXT NOT NULL,
    student_id INTEGER REFERENCES student (id),
    sort TEXT NOT NULL,
    text TEXT NOT NULL,
    asker_id INTEGER REFERENCES account (id),
    asked_by TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT,
    answered_by TEXT,
    answered_at TEXT,
    county_id INTEGER,
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_subject_request_unit_id_id_void_reason ON subject_request (unit_id, id, void_reason);

CREATE INDEX ix_subject_request_student_id_id_void_reason ON subject_request (student_id, id, void_reason);

CREATE INDEX ix_subject_request_asker_id_id_void_reason ON subject_request (asker_id, id, void_reason);

CREATE INDEX ix_subject_request_due ON subject_request (due);

CREATE INDEX ix_subject_request_county_id_id_void_reason ON subject_request (county_id, id, void_reason);

CREATE INDEX ix_subject_request_due_id ON subject_request (due, id);

CREATE INDEX ix_subject_request_county_id_due_id ON subject_request (county_id, due, id);

CREATE INDEX ix_subject_request_unit_id_due_id ON subject_request (unit_id, due, id);

CREATE INDEX ix_subject_request_asked_on_id ON subject_request (asked_on, id);

CREATE INDEX ix_subject_request_county_id_asked_on_id ON subject_request (county_id, asked_on, id);

CREATE INDEX ix_subject_request_unit_id_asked_on_id ON subject_request (unit_id, asked_on, id);

CREATE INDEX ix_subject_request_sort ON subject_request (sort);

CREATE INDEX ix_subject_request_state ON subject_request (state);

CREATE INDEX ix_subject_request_subject ON subject_request (subject);

CREATE TABLE subject_request_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    unit_id INTEGER,
    subject TEXT,
    student_id INTEGER,
    sort TEXT,
    text TEXT,
    asker_id INTEGER,
    asked_by TEXT,
    asked_on TEXT,
    due TEXT,
    state TEXT,
    answer TEXT,
    answered_by TEXT,
    answered_at TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_subject_request_history_id_position ON subject_request_history (id, position);

CREATE INDEX ix_subject_request_history_unit_id_id_void_reason ON subject_request_history (unit_id, id, void_reason);

CREATE INDEX ix_subject_request_history_student_id_id_void_reason ON subject_request_history (student_id, id, void_reason);

CREATE INDEX ix_subject_request_history_asker_id_id_void_reason ON subject_request_history (asker_id, id, void_reason);

CREATE INDEX ix_subject_request_history_due ON subject_request_history (due);

CREATE INDEX ix_subject_request_history_county_id_id_void_reason ON subject_request_history (county_id, id, void_reason);

CREATE INDEX ix_subject_request_history_due_id ON subject_request_history (due, id);

CREATE INDEX ix_subject_request_history_county_id_due_id ON subject_request_history (county_id, due, id);

CREATE INDEX ix_subject_request_history_unit_id_due_id ON subject_request_history (unit_id, due, id);

CREATE INDEX ix_subject_request_history_asked_on_id ON subject_request_history (asked_on, id);

CREATE INDEX ix_subject_request_history_county_id_asked_on_id ON subject_request_history (county_id, asked_on, id);

CREATE INDEX ix_subject_request_history_unit_id_asked_on_id ON subject_request_history (unit_id, asked_on, id);

CREATE INDEX ix_subject_request_history_sort ON subject_request_history (sort);

CREATE INDEX ix_subject_request_history_state ON subject_request_history (state);

CREATE INDEX ix_subject_request_history_subject ON subject_request_history (subject);

DROP TRIGGER IF EXISTS keep_subject_request_history;

CREATE TRIGGER keep_subject_request_history AFTER UPDATE ON subject_request
WHEN new.position <> old.position BEGIN
    INSERT INTO subject_request_history (id, version, position, void_reason, unit_id, subject, student_id, sort, text, asker_id, asked_by, asked_on, due, state, answer, answered_by, answered_at, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.subject, old.student_id, old.sort, old.text, old.asker_id, old.asked_by, old.asked_on, old.due, old.state, old.answer, old.answered_by, old.answered_at, old.county_id, new.position);
END;

CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    purpose_id INTEGER NOT NULL REFERENCES processing_purpose (id),
    guardianship_id INTEGER REFERENCES guardianship (id),
    given_by TEXT NOT NULL,
    way TEXT NOT NULL,
    given_at TEXT NOT NULL,
    noted_by TEXT,
    withdrawn_at TEXT,
    withdrawn_by TEXT,
    withdraw_reason TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (way NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_consent_student_id_id_void_reason ON consent (student_id, id, void_reason);

CREATE INDEX ix_consent_purpose_id_id_void_reason ON consent (purpose_id, id, void_reason);

CREATE INDEX ix_consent_guardianship_id_id_void_reason ON consent (guardianship_id, id, void_reason);

CREATE INDEX ix_consent_county_id_id_void_reason ON consent (county_id, id, void_reason);

CREATE INDEX ix_consent_unit_id_id_void_reason ON consent (unit_id, id, void_reason);

CREATE INDEX ix_consent_given_at_id ON consent (given_at, id);

CREATE INDEX ix_consent_county_id_given_at_id ON consent (county_id, given_at, id);

CREATE INDEX ix_consent_unit_id_given_at_id ON consent (unit_id, given_at, id);

CREATE INDEX ix_consent_way ON consent (way);

CREATE INDEX ix_consent_withdrawn_at ON consent (withdrawn_at);

CREATE TABLE consent_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    purpose_id INTEGER,
    guardianship_id INTEGER,
    given_by TEXT,
    way TEXT,
    given_at TEXT,
    noted_by TEXT,
    withdrawn_at TEXT,
    withdrawn_by TEXT,
    withdraw_reason TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_consent_history_id_position ON consent_history (id, position);

CREATE INDEX ix_consent_history_student_id_id_void_reason ON consent_history (student_id, id, void_reason);

CREATE INDEX ix_consent_history_purpose_id_id_void_reason ON consent_history (purpose_id, id, void_reason);

CREATE INDEX ix_consent_history_guardianship_id_id_void_reason ON consent_history (guardianship_id, id, void_reason);

CREATE INDEX ix_consent_history_county_id_id_void_reason ON consent_history (county_id, id, void_reason);

CREATE INDEX ix_consent_history_unit_id_id_void_reason ON consent_history (unit_id, id, void_reason);

CREATE INDEX ix_consent_history_given_at_id ON consent_history (given_at, id);

CREATE INDEX ix_consent_history_county_id_given_at_id ON consent_history (county_id, given_at, id);

CREATE INDEX ix_consent_history_unit_id_given_at_id ON consent_history (unit_id, given_at, id);

CREATE INDEX ix_consent_history_way ON consent_history (way);

CREATE INDEX ix_consent_history_withdrawn_at ON consent_history (withdrawn_at);

DROP TRIGGER IF EXISTS keep_consent_history;

CREATE TRIGGER keep_consent_history AFTER UPDATE ON consent
WHEN new.position <> old.position BEGIN
    INSERT INTO consent_history (id, version, position, void_reason, student_id, purpose_id, guardianship_id, given_by, way, given_at, noted_by, withdrawn_at, withdrawn_by, withdraw_reason, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.purpose_id, old.guardianship_id, old.given_by, old.way, old.given_at, old.noted_by, old.withdrawn_at, old.withdrawn_by, old.withdraw_reason, old.county_id, old.unit_id, new.position);
END;

