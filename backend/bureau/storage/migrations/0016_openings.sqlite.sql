CREATE TABLE person_opening (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    purpose TEXT NOT NULL,
    reason TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    until TEXT NOT NULL,
    ended_at TEXT,
    CHECK (purpose NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_person_opening_account_id_id_void_reason ON person_opening (account_id, id, void_reason);

CREATE INDEX ix_person_opening_opened_at_id ON person_opening (opened_at, id);

CREATE INDEX ix_person_opening_account_id_opened_at_id ON person_opening (account_id, opened_at, id);

CREATE INDEX ix_person_opening_until ON person_opening (until);

CREATE INDEX ix_person_opening_purpose ON person_opening (purpose);

CREATE TABLE person_opening_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    account_id INTEGER,
    purpose TEXT,
    reason TEXT,
    opened_at TEXT,
    until TEXT,
    ended_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_person_opening_history_id_position ON person_opening_history (id, position);

CREATE INDEX ix_person_opening_history_account_id_id_void_reason ON person_opening_history (account_id, id, void_reason);

CREATE INDEX ix_person_opening_history_opened_at_id ON person_opening_history (opened_at, id);

CREATE INDEX ix_person_opening_history_account_id_opened_at_id ON person_opening_history (account_id, opened_at, id);

CREATE INDEX ix_person_opening_history_until ON person_opening_history (until);

CREATE INDEX ix_person_opening_history_purpose ON person_opening_history (purpose);

DROP TRIGGER IF EXISTS keep_person_opening_history;

CREATE TRIGGER keep_person_opening_history AFTER UPDATE ON person_opening
WHEN new.position <> old.position BEGIN
    INSERT INTO person_opening_history (id, version, position, void_reason, account_id, purpose, reason, opened_at, until, ended_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.account_id, old.purpose, old.reason, old.opened_at, old.until, old.ended_at, new.position);
END;

