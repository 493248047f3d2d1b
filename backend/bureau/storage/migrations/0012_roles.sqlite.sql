CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    code TEXT NOT NULL,
    english_name TEXT NOT NULL,
    chinese_name TEXT NOT NULL,
    at_city INTEGER NOT NULL,
    at_county INTEGER NOT NULL,
    at_unit INTEGER NOT NULL,
    is_separated INTEGER NOT NULL,
    second_factor INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    basis TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_role_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_role_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM role;

CREATE TRIGGER gx_role_search_new AFTER INSERT ON role BEGIN
    INSERT INTO gx_role_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_role_search_changed AFTER UPDATE OF search ON role BEGIN
    INSERT INTO gx_role_search (gx_role_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_role_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_role_code ON role (code);

CREATE INDEX ix_role_code_id ON role (code, id);

CREATE INDEX ix_role_is_separated ON role (is_separated);

CREATE INDEX ix_role_second_factor ON role (second_factor);

CREATE TABLE role_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    code TEXT,
    english_name TEXT,
    chinese_name TEXT,
    at_city INTEGER,
    at_county INTEGER,
    at_unit INTEGER,
    is_separated INTEGER,
    second_factor INTEGER,
    valid_from TEXT,
    valid_until TEXT,
    basis TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_role_history_id_position ON role_history (id, position);

CREATE INDEX ix_role_history_code ON role_history (code);

CREATE INDEX ix_role_history_code_id ON role_history (code, id);

CREATE INDEX ix_role_history_is_separated ON role_history (is_separated);

CREATE INDEX ix_role_history_second_factor ON role_history (second_factor);

DROP TRIGGER IF EXISTS keep_role_history;

CREATE TRIGGER keep_role_history AFTER UPDATE ON role
WHEN new.position <> old.position BEGIN
    INSERT INTO role_history (id, version, position, void_reason, code, english_name, chinese_name, at_city, at_county, at_unit, is_separated, second_factor, valid_from, valid_until, basis, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.english_name, old.chinese_name, old.at_city, old.at_county, old.at_unit, old.is_separated, old.second_factor, old.valid_from, old.valid_until, old.basis, old.search, new.position);
END;

CREATE INDEX ix_account_username_id ON account (username, id);

CREATE INDEX ix_account_display_name ON account (display_name);

CREATE INDEX ix_account_is_demo ON account (is_demo);

CREATE INDEX ix_account_closed_at ON account (closed_at);

CREATE INDEX ix_account_history_username_id ON account_history (username, id);

CREATE INDEX ix_account_history_display_name ON account_history (display_name);

CREATE INDEX ix_account_history_is_demo ON account_history (is_demo);

CREATE INDEX ix_account_history_closed_at ON account_history (closed_at);

CREATE TABLE role_permission (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    role_id INTEGER NOT NULL REFERENCES role (id),
    target TEXT NOT NULL,
    at_city INTEGER NOT NULL,
    at_county INTEGER NOT NULL,
    at_unit INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    basis TEXT NOT NULL,
    CHECK (target NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_role_permission_role_id_id_void_reason ON role_permission (role_id, id, void_reason);

CREATE UNIQUE INDEX uq_role_permission_role_id_target ON role_permission (role_id, target) WHERE void_reason IS NULL;

CREATE INDEX ix_role_permission_target_id ON role_permission (target, id);

CREATE TABLE role_permission_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    role_id INTEGER,
    target TEXT,
    at_city INTEGER,
    at_county INTEGER,
    at_unit INTEGER,
    valid_from TEXT,
    valid_until TEXT,
    basis TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_role_permission_history_id_position ON role_permission_history (id, position);

CREATE INDEX ix_role_permission_history_role_id_id_void_reason ON role_permission_history (role_id, id, void_reason);

CREATE INDEX ix_role_permission_history_role_id_target ON role_permission_history (role_id, target) WHERE void_reason IS NULL;

CREATE INDEX ix_role_permission_history_target_id ON role_permission_history (target, id);

DROP TRIGGER IF EXISTS keep_role_permission_history;

CREATE TRIGGER keep_role_permission_history AFTER UPDATE ON role_permission
WHEN new.position <> old.position BEGIN
    INSERT INTO role_permission_history (id, version, position, void_reason, role_id, target, at_city, at_county, at_unit, valid_from, valid_until, basis, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.role_id, old.target, old.at_city, old.at_county, old.at_unit, old.valid_from, old.valid_until, old.basis, new.position);
END;

ALTER TABLE role_grant ADD COLUMN is_listed INTEGER;

ALTER TABLE role_grant_history ADD COLUMN is_listed INTEGER;

ALTER TABLE role_grant ADD COLUMN county_id INTEGER;

ALTER TABLE role_grant_history ADD COLUMN county_id INTEGER;

DROP TRIGGER IF EXISTS keep_role_grant_history;

CREATE TRIGGER keep_role_grant_history AFTER UPDATE ON role_grant
WHEN new.position <> old.position BEGIN
    INSERT INTO role_grant_history (id, version, position, void_reason, account_id, role, unit_id, is_listed, start, until, basis, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.account_id, old.role, old.unit_id, old.is_listed, old.start, old.until, old.basis, old.county_id, new.position);
END;

CREATE INDEX ix_role_grant_county_id_id_void_reason ON role_grant (county_id, id, void_reason);

CREATE INDEX ix_role_grant_start_id ON role_grant (start, id);

CREATE INDEX ix_role_grant_county_id_start_id ON role_grant (county_id, start, id);

CREATE INDEX ix_role_grant_unit_id_start_id ON role_grant (unit_id, start, id);

CREATE INDEX ix_role_grant_role ON role_grant (role);

CREATE INDEX ix_role_grant_until ON role_grant (until);

CREATE INDEX ix_role_grant_is_listed ON role_grant (is_listed);

CREATE INDEX ix_role_grant_history_county_id_id_void_reason ON role_grant_history (county_id, id, void_reason);

CREATE INDEX ix_role_grant_history_start_id ON role_grant_history (start, id);

CREATE INDEX ix_role_grant_history_county_id_start_id ON role_grant_history (county_id, start, id);

CREATE INDEX ix_role_grant_history_unit_id_start_id ON role_grant_history (unit_id, start, id);

CREATE INDEX ix_role_grant_history_role ON role_grant_history (role);

CREATE INDEX ix_role_grant_history_until ON role_grant_history (until);

CREATE INDEX ix_role_grant_history_is_listed ON role_grant_history (is_listed);

CREATE TABLE delegation (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    delegate_id INTEGER NOT NULL REFERENCES account (id),
    start TEXT NOT NULL,
    until TEXT NOT NULL,
    basis TEXT NOT NULL,
    ended_at TEXT,
    CHECK (role NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_delegation_account_id_id_void_reason ON delegation (account_id, id, void_reason);

CREATE INDEX ix_delegation_unit_id_id_void_reason ON delegation (unit_id, id, void_reason);

CREATE INDEX ix_delegation_delegate_id_id_void_reason ON delegation (delegate_id, id, void_reason);

CREATE INDEX ix_delegation_start_id ON delegation (start, id);

CREATE INDEX ix_delegation_account_id_start_id ON delegation (account_id, start, id);

CREATE INDEX ix_delegation_role ON delegation (role);

CREATE INDEX ix_delegation_until ON delegation (until);

CREATE TABLE delegation_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    account_id INTEGER,
    role TEXT,
    unit_id INTEGER,
    delegate_id INTEGER,
    start TEXT,
    until TEXT,
    basis TEXT,
    ended_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_delegation_history_id_position ON delegation_history (id, position);

CREATE INDEX ix_delegation_history_account_id_id_void_reason ON delegation_history (account_id, id, void_reason);

CREATE INDEX ix_delegation_history_unit_id_id_void_reason ON delegation_history (unit_id, id, void_reason);

CREATE INDEX ix_delegation_history_delegate_id_id_void_reason ON delegation_history (delegate_id, id, void_reason);

CREATE INDEX ix_delegation_history_start_id ON delegation_history (start, id);

CREATE INDEX ix_delegation_history_account_id_start_id ON delegation_history (account_id, start, id);

CREATE INDEX ix_delegation_history_role ON delegation_history (role);

CREATE INDEX ix_delegation_history_until ON delegation_history (until);

DROP TRIGGER IF EXISTS keep_delegation_history;

CREATE TRIGGER keep_delegation_history AFTER UPDATE ON delegation
WHEN new.position <> old.position BEGIN
    INSERT INTO delegation_history (id, version, position, void_reason, account_id, role, unit_id, delegate_id, start, until, basis, ended_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.account_id, old.role, old.unit_id, old.delegate_id, old.start, old.until, old.basis, old.ended_at, new.position);
END;

CREATE TABLE granted_unit (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    grant_id INTEGER NOT NULL REFERENCES role_grant (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    county_id INTEGER
) STRICT;

CREATE INDEX ix_granted_unit_grant_id_id_void_reason ON granted_unit (grant_id, id, void_reason);

CREATE INDEX ix_granted_unit_unit_id_id_void_reason ON granted_unit (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_granted_unit_grant_id_unit_id ON granted_unit (grant_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_granted_unit_county_id_id_void_reason ON granted_unit (county_id, id, void_reason);

CREATE TABLE granted_unit_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    grant_id INTEGER,
    unit_id INTEGER,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_granted_unit_history_id_position ON granted_unit_history (id, position);

CREATE INDEX ix_granted_unit_history_grant_id_id_void_reason ON granted_unit_history (grant_id, id, void_reason);

CREATE INDEX ix_granted_unit_history_unit_id_id_void_reason ON granted_unit_history (unit_id, id, void_reason);

CREATE INDEX ix_granted_unit_history_grant_id_unit_id ON granted_unit_history (grant_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_granted_unit_history_county_id_id_void_reason ON granted_unit_history (county_id, id, void_reason);

DROP TRIGGER IF EXISTS keep_granted_unit_history;

CREATE TRIGGER keep_granted_unit_history AFTER UPDATE ON granted_unit
WHEN new.position <> old.position BEGIN
    INSERT INTO granted_unit_history (id, version, position, void_reason, grant_id, unit_id, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.grant_id, old.unit_id, old.county_id, new.position);
END;


-- By hand: grants that were made before lie within the county of their unit.
UPDATE role_grant SET county_id = (SELECT u.county_id FROM unit u WHERE u.id = role_grant.unit_id);
