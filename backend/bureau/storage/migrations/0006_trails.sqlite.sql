CREATE TRIGGER refuse_update_journal BEFORE UPDATE ON journal BEGIN
    SELECT RAISE(ABORT, 'journal is only added to');
END;

CREATE TRIGGER refuse_delete_journal BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'journal is only added to');
END;

CREATE TABLE journal_block (
    number INTEGER NOT NULL,
    first_position INTEGER NOT NULL,
    last_position INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    previous BLOB NOT NULL,
    head BLOB NOT NULL,
    sealed_at TEXT NOT NULL,
    key_id TEXT NOT NULL,
    signature BLOB NOT NULL,
    hashes BLOB NOT NULL,
    CHECK (key_id NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_journal_block_number ON journal_block (number);

CREATE TRIGGER refuse_update_journal_block BEFORE UPDATE ON journal_block BEGIN
    SELECT RAISE(ABORT, 'journal_block is only added to');
END;

CREATE TRIGGER refuse_delete_journal_block BEFORE DELETE ON journal_block BEGIN
    SELECT RAISE(ABORT, 'journal_block is only added to');
END;

CREATE TABLE read_document (
    digest BLOB NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX uq_read_document_digest ON read_document (digest);

CREATE TRIGGER refuse_update_read_document BEFORE UPDATE ON read_document BEGIN
    SELECT RAISE(ABORT, 'read_document is only added to');
END;

CREATE TRIGGER refuse_delete_read_document BEFORE DELETE ON read_document BEGIN
    SELECT RAISE(ABORT, 'read_document is only added to');
END;

CREATE TABLE read_log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    position INTEGER,
    account_id INTEGER,
    actor TEXT NOT NULL,
    grants TEXT NOT NULL,
    document BLOB NOT NULL,
    operation TEXT,
    variables TEXT NOT NULL,
    record TEXT,
    language TEXT NOT NULL,
    request_id TEXT NOT NULL
) STRICT;

CREATE INDEX ix_read_log_at ON read_log (at);

CREATE INDEX ix_read_log_account_id_at ON read_log (account_id, at);

CREATE TRIGGER refuse_update_read_log BEFORE UPDATE ON read_log BEGIN
    SELECT RAISE(ABORT, 'read_log is only added to');
END;

CREATE TRIGGER refuse_delete_read_log BEFORE DELETE ON read_log BEGIN
    SELECT RAISE(ABORT, 'read_log is only added to');
END;

