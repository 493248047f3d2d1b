CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    record_kind TEXT NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    CHECK (record_kind NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_saved_view_owner_id_id_void_reason ON saved_view (owner_id, id, void_reason);

CREATE UNIQUE INDEX uq_saved_view_owner_id_record_kind_name ON saved_view (owner_id, record_kind, name) WHERE void_reason IS NULL;

CREATE INDEX ix_saved_view_name_sort_id ON saved_view (name_sort, id);

CREATE INDEX ix_saved_view_owner_id_name_sort_id ON saved_view (owner_id, name_sort, id);

CREATE INDEX ix_saved_view_record_kind ON saved_view (record_kind);

