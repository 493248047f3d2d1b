CREATE TABLE provider_reply (
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    CHECK (digest NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_provider_reply_digest ON provider_reply (digest);

CREATE INDEX ix_provider_reply_at ON provider_reply (at);

ALTER TABLE account ADD COLUMN by_provider_alone INTEGER;

ALTER TABLE account_history ADD COLUMN by_provider_alone INTEGER;

DROP TRIGGER IF EXISTS keep_account_history;

CREATE TRIGGER keep_account_history AFTER UPDATE ON account
WHEN new.position <> old.position BEGIN
    INSERT INTO account_history (id, version, position, void_reason, username, display_name, must_change_password, by_provider_alone, person_id, is_demo, closed_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.username, old.display_name, old.must_change_password, old.by_provider_alone, old.person_id, old.is_demo, old.closed_at, new.position);
END;

CREATE TABLE account_identity (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    bound_at TEXT NOT NULL,
    bound_by TEXT NOT NULL
) STRICT;

CREATE INDEX ix_account_identity_account_id_id_void_reason ON account_identity (account_id, id, void_reason);

CREATE UNIQUE INDEX uq_account_identity_issuer_subject ON account_identity (issuer, subject) WHERE void_reason IS NULL;

CREATE UNIQUE INDEX uq_account_identity_account_id_issuer ON account_identity (account_id, issuer) WHERE void_reason IS NULL;

CREATE INDEX ix_account_identity_bound_at_id ON account_identity (bound_at, id);

CREATE INDEX ix_account_identity_account_id_bound_at_id ON account_identity (account_id, bound_at, id);

CREATE INDEX ix_account_identity_subject ON account_identity (subject);

CREATE TABLE account_identity_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    account_id INTEGER,
    issuer TEXT,
    subject TEXT,
    bound_at TEXT,
    bound_by TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_account_identity_history_id_position ON account_identity_history (id, position);

CREATE INDEX ix_account_identity_history_account_id_id_void_reason ON account_identity_history (account_id, id, void_reason);

CREATE INDEX ix_account_identity_history_issuer_subject ON account_identity_history (issuer, subject) WHERE void_reason IS NULL;

CREATE INDEX ix_account_identity_history_account_id_issuer ON account_identity_history (account_id, issuer) WHERE void_reason IS NULL;

CREATE INDEX ix_account_identity_history_bound_at_id ON account_identity_history (bound_at, id);

CREATE INDEX ix_account_identity_history_account_id_bound_at_id ON account_identity_history (account_id, bound_at, id);

CREATE INDEX ix_account_identity_history_subject ON account_identity_history (subject);

DROP TRIGGER IF EXISTS keep_account_identity_history;

CREATE TRIGGER keep_account_identity_history AFTER UPDATE ON account_identity
WHEN new.position <> old.position BEGIN
    INSERT INTO account_identity_history (id, version, position, void_reason, account_id, issuer, subject, bound_at, bound_by, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.account_id, old.issuer, old.subject, old.bound_at, old.bound_by, new.position);
END;

ALTER TABLE session ADD COLUMN proof TEXT CHECK (proof NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE session ADD COLUMN provider_session TEXT CHECK (provider_session NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

CREATE INDEX ix_session_provider_session ON session (provider_session);

