ALTER TABLE read_log ADD COLUMN token_id bigint;

ALTER TABLE token ADD COLUMN roles text;

ALTER TABLE token ADD COLUMN kinds text;

ALTER TABLE token ADD COLUMN reads_only boolean;

ALTER TABLE token ADD COLUMN stored_only boolean;

ALTER TABLE token ADD COLUMN documents text;

ALTER TABLE token ADD COLUMN seen_at timestamptz;

ALTER TABLE token ADD COLUMN ended_by text;

ALTER TABLE token ADD COLUMN end_reason text;

ALTER TABLE job ADD COLUMN token_id bigint REFERENCES token (id);

-- after commit

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_token_created_at_id ON token (created_at, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_token_account_id_created_at_id ON token (account_id, created_at, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_token_expires_at_id ON token (expires_at, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_token_account_id_expires_at_id ON token (account_id, expires_at, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_token_name ON token (name);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_job_token_id_id_void_reason ON job (token_id, id, void_reason);

