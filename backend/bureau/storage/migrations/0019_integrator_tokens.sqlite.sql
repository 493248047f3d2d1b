ALTER TABLE read_log ADD COLUMN token_id INTEGER;

ALTER TABLE token ADD COLUMN roles TEXT;

ALTER TABLE token ADD COLUMN kinds TEXT;

ALTER TABLE token ADD COLUMN reads_only INTEGER;

ALTER TABLE token ADD COLUMN stored_only INTEGER;

ALTER TABLE token ADD COLUMN documents TEXT;

ALTER TABLE token ADD COLUMN seen_at TEXT;

ALTER TABLE token ADD COLUMN ended_by TEXT;

ALTER TABLE token ADD COLUMN end_reason TEXT;

CREATE INDEX ix_token_created_at_id ON token (created_at, id);

CREATE INDEX ix_token_account_id_created_at_id ON token (account_id, created_at, id);

CREATE INDEX ix_token_expires_at_id ON token (expires_at, id);

CREATE INDEX ix_token_account_id_expires_at_id ON token (account_id, expires_at, id);

CREATE INDEX ix_token_name ON token (name);

ALTER TABLE job ADD COLUMN token_id INTEGER REFERENCES token (id);

CREATE INDEX ix_job_token_id_id_void_reason ON job (token_id, id, void_reason);

