CREATE TABLE replaced_seal (
    position INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    sealed BLOB,
    digest BLOB,
    CHECK (table_name NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (field NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_replaced_seal_position ON replaced_seal (position);

CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
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

