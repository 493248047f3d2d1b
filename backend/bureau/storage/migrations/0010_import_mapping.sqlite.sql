CREATE TABLE import_mapping (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    record_kind TEXT NOT NULL,
    headers TEXT NOT NULL,
    columns TEXT NOT NULL,
    used_by TEXT NOT NULL,
    used_at TEXT NOT NULL,
    CHECK (record_kind NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (headers NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_import_mapping_record_kind_headers ON import_mapping (record_kind, headers) WHERE void_reason IS NULL;

CREATE INDEX ix_import_mapping_used_at_id ON import_mapping (used_at, id);

CREATE INDEX ix_import_mapping_record_kind ON import_mapping (record_kind);

CREATE INDEX ix_import_mapping_headers ON import_mapping (headers);

CREATE TABLE import_mapping_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    record_kind TEXT,
    headers TEXT,
    columns TEXT,
    used_by TEXT,
    used_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_import_mapping_history_id_position ON import_mapping_history (id, position);

CREATE INDEX ix_import_mapping_history_record_kind_headers ON import_mapping_history (record_kind, headers) WHERE void_reason IS NULL;

CREATE INDEX ix_import_mapping_history_used_at_id ON import_mapping_history (used_at, id);

CREATE INDEX ix_import_mapping_history_record_kind ON import_mapping_history (record_kind);

CREATE INDEX ix_import_mapping_history_headers ON import_mapping_history (headers);

DROP TRIGGER IF EXISTS keep_import_mapping_history;

CREATE TRIGGER keep_import_mapping_history AFTER UPDATE ON import_mapping
WHEN new.position <> old.position BEGIN
    INSERT INTO import_mapping_history (id, version, position, void_reason, record_kind, headers, columns, used_by, used_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.record_kind, old.headers, old.columns, old.used_by, old.used_at, new.position);
END;

