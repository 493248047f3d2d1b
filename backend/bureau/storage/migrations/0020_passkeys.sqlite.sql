CREATE TABLE passkey (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL,
    credential_id BLOB NOT NULL,
    public_key BLOB NOT NULL,
    sign_count INTEGER NOT NULL,
    is_backed_up INTEGER NOT NULL,
    transports TEXT NOT NULL,
    domain TEXT NOT NULL,
    name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    used_at TEXT,
    CHECK (transports NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (domain NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_passkey_credential_id ON passkey (credential_id);

CREATE INDEX ix_passkey_account_id ON passkey (account_id);

CREATE TABLE passkey_holder (
    account_id INTEGER NOT NULL,
    handle BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX uq_passkey_holder_account_id ON passkey_holder (account_id);

CREATE UNIQUE INDEX uq_passkey_holder_handle ON passkey_holder (handle);

CREATE TABLE spent_challenge (
    digest BLOB NOT NULL,
    until TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX uq_spent_challenge_digest ON spent_challenge (digest);

CREATE INDEX ix_spent_challenge_until ON spent_challenge (until);

