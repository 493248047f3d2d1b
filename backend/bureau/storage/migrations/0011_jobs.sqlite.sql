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

