CREATE TABLE stored_document (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    english_description TEXT NOT NULL,
    chinese_description TEXT NOT NULL,
    impersonal INTEGER NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    CHECK (name NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (sha256 NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_stored_document_name ON stored_document (name) WHERE void_reason IS NULL;

CREATE UNIQUE INDEX uq_stored_document_sha256 ON stored_document (sha256) WHERE void_reason IS NULL;

CREATE INDEX ix_stored_document_name_id ON stored_document (name, id);

CREATE INDEX ix_stored_document_registered_at_id ON stored_document (registered_at, id);

CREATE INDEX ix_stored_document_impersonal ON stored_document (impersonal);

CREATE TABLE stored_document_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    name TEXT,
    sha256 TEXT,
    text TEXT,
    english_description TEXT,
    chinese_description TEXT,
    impersonal INTEGER,
    registered_by TEXT,
    registered_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_stored_document_history_id_position ON stored_document_history (id, position);

CREATE INDEX ix_stored_document_history_name ON stored_document_history (name) WHERE void_reason IS NULL;

CREATE INDEX ix_stored_document_history_sha256 ON stored_document_history (sha256) WHERE void_reason IS NULL;

CREATE INDEX ix_stored_document_history_name_id ON stored_document_history (name, id);

CREATE INDEX ix_stored_document_history_registered_at_id ON stored_document_history (registered_at, id);

CREATE INDEX ix_stored_document_history_impersonal ON stored_document_history (impersonal);

DROP TRIGGER IF EXISTS keep_stored_document_history;

CREATE TRIGGER keep_stored_document_history AFTER UPDATE ON stored_document
WHEN new.position <> old.position BEGIN
    INSERT INTO stored_document_history (id, version, position, void_reason, name, sha256, text, english_description, chinese_description, impersonal, registered_by, registered_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.name, old.sha256, old.text, old.english_description, old.chinese_description, old.impersonal, old.registered_by, old.registered_at, new.position);
END;

