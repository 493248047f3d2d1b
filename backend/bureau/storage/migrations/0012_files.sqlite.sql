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

CREATE TABLE upload_part (
    file_id INTEGER NOT NULL REFERENCES file (id),
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    place TEXT NOT NULL,
    CHECK (place NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_upload_part_file_id_start ON upload_part (file_id, start);

