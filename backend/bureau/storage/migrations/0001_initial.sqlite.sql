CREATE TABLE code_entry (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    code_table TEXT NOT NULL,
    code TEXT NOT NULL,
    english TEXT NOT NULL,
    chinese TEXT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    source TEXT NOT NULL,
    CHECK (code_table NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_code_entry_code_table_code ON code_entry (code_table, code) WHERE void_reason IS NULL;

CREATE INDEX ix_code_entry_code_id ON code_entry (code, id);

CREATE TABLE code_entry_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    code_table TEXT,
    code TEXT,
    english TEXT,
    chinese TEXT,
    valid_from TEXT,
    valid_until TEXT,
    source TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_code_entry_history_id ON code_entry_history (id, position);

DROP TRIGGER IF EXISTS keep_code_entry_history;

CREATE TRIGGER keep_code_entry_history AFTER UPDATE ON code_entry
WHEN new.position <> old.position BEGIN
    INSERT INTO code_entry_history (id, version, position, void_reason, code_table, code, english, chinese, valid_from, valid_until, source, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code_table, old.code, old.english, old.chinese, old.valid_from, old.valid_until, old.source, new.position);
END;

CREATE TABLE division (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    parent_id INTEGER REFERENCES division (id),
    valid_from TEXT,
    valid_until TEXT,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (level NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_division_code ON division (code);

CREATE INDEX ix_division_parent_id_id ON division (parent_id, id);

CREATE INDEX ix_division_code_id ON division (code, id);

CREATE INDEX ix_division_name_sort_id ON division (name_sort, id);

CREATE TABLE division_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    code TEXT,
    name TEXT,
    level TEXT,
    parent_id INTEGER,
    valid_from TEXT,
    valid_until TEXT,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_division_history_id ON division_history (id, position);

DROP TRIGGER IF EXISTS keep_division_history;

CREATE TRIGGER keep_division_history AFTER UPDATE ON division
WHEN new.position <> old.position BEGIN
    INSERT INTO division_history (id, version, position, void_reason, code, name, level, parent_id, valid_from, valid_until, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.name, old.level, old.parent_id, old.valid_from, old.valid_until, old.name_sort, old.search, new.position);
END;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    name TEXT NOT NULL,
    sex TEXT,
    birth_date TEXT,
    ethnicity TEXT,
    document_type TEXT,
    document_number_sealed BLOB,
    document_number_digest BLOB,
    document_number_mask TEXT,
    phone_sealed BLOB,
    phone_digest BLOB,
    phone_mask TEXT,
    address TEXT,
    salt BLOB NOT NULL,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (sex NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (ethnicity NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (document_type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (document_number_mask NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (phone_mask NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_person_document_number_digest ON person (document_number_digest) WHERE void_reason IS NULL;

CREATE INDEX ix_person_name_sort_id ON person (name_sort, id);

CREATE TABLE person_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    name TEXT,
    sex TEXT,
    birth_date TEXT,
    ethnicity TEXT,
    document_type TEXT,
    document_number_mask TEXT,
    phone_mask TEXT,
    address TEXT,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_person_history_id ON person_history (id, position);

DROP TRIGGER IF EXISTS keep_person_history;

CREATE TRIGGER keep_person_history AFTER UPDATE ON person
WHEN new.position <> old.position BEGIN
    INSERT INTO person_history (id, version, position, void_reason, name, sex, birth_date, ethnicity, document_type, document_number_mask, phone_mask, address, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.name, old.sex, old.birth_date, old.ethnicity, old.document_type, old.document_number_mask, old.phone_mask, old.address, old.name_sort, old.search, new.position);
END;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    at TEXT NOT NULL,
    account_id INTEGER,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id INTEGER,
    changes TEXT,
    reason TEXT,
    request_id TEXT NOT NULL,
    CHECK (verb NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (kind NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (request_id NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_journal_kind_record_id_id ON journal (kind, record_id, id);

CREATE INDEX ix_journal_position ON journal (position);

CREATE TABLE idempotency (
    id INTEGER PRIMARY KEY,
    actor TEXT NOT NULL,
    mutation TEXT NOT NULL,
    key TEXT NOT NULL,
    input_digest BLOB NOT NULL,
    record_id INTEGER,
    faults TEXT,
    at TEXT NOT NULL,
    CHECK (mutation NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_idempotency_actor_mutation_key ON idempotency (actor, mutation, key);

CREATE INDEX ix_idempotency_at ON idempotency (at);

CREATE TABLE counter (
    name TEXT NOT NULL,
    value INTEGER NOT NULL,
    CHECK (name NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_counter_name ON counter (name);

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT,
    english_name TEXT,
    category TEXT NOT NULL,
    superior_id INTEGER REFERENCES unit (id),
    division_id INTEGER REFERENCES division (id),
    operation_from TEXT,
    operation_until TEXT,
    county_id INTEGER,
    name_sort TEXT NOT NULL,
    code_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    type TEXT,
    credit_code TEXT,
    organiser TEXT,
    setting TEXT,
    principal_id INTEGER REFERENCES person (id),
    address TEXT,
    CHECK (category NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (credit_code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (organiser NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (setting NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_unit_code ON unit (code);

CREATE INDEX ix_unit_superior_id_id ON unit (superior_id, id);

CREATE INDEX ix_unit_division_id_id ON unit (division_id, id);

CREATE INDEX ix_unit_county_id_id ON unit (county_id, id);

CREATE INDEX ix_unit_name_sort_id ON unit (name_sort, id);

CREATE INDEX ix_unit_county_id_name_sort_id ON unit (county_id, name_sort, id);

CREATE INDEX ix_unit_code_sort_id ON unit (code_sort, id);

CREATE INDEX ix_unit_county_id_code_sort_id ON unit (county_id, code_sort, id);

CREATE INDEX ix_unit_principal_id_id ON unit (principal_id, id);

CREATE TABLE unit_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    code TEXT,
    name TEXT,
    short_name TEXT,
    english_name TEXT,
    category TEXT,
    superior_id INTEGER,
    division_id INTEGER,
    operation_from TEXT,
    operation_until TEXT,
    county_id INTEGER,
    name_sort TEXT,
    code_sort TEXT,
    search TEXT,
    type TEXT,
    credit_code TEXT,
    organiser TEXT,
    setting TEXT,
    principal_id INTEGER,
    address TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_unit_history_id ON unit_history (id, position);

DROP TRIGGER IF EXISTS keep_unit_history;

CREATE TRIGGER keep_unit_history AFTER UPDATE ON unit
WHEN new.position <> old.position BEGIN
    INSERT INTO unit_history (id, version, position, void_reason, code, name, short_name, english_name, category, superior_id, division_id, operation_from, operation_until, county_id, name_sort, code_sort, search, type, credit_code, organiser, setting, principal_id, address, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.name, old.short_name, old.english_name, old.category, old.superior_id, old.division_id, old.operation_from, old.operation_until, old.county_id, old.name_sort, old.code_sort, old.search, old.type, old.credit_code, old.organiser, old.setting, old.principal_id, old.address, new.position);
END;

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    username TEXT NOT NULL,
    display_name TEXT NOT NULL,
    password TEXT,
    person_id INTEGER REFERENCES person (id),
    is_demo INTEGER NOT NULL,
    closed_at TEXT,
    CHECK (username NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_account_username ON account (username);

CREATE INDEX ix_account_person_id_id ON account (person_id, id);

CREATE TABLE account_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    username TEXT,
    display_name TEXT,
    password TEXT,
    person_id INTEGER,
    is_demo INTEGER,
    closed_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_account_history_id ON account_history (id, position);

DROP TRIGGER IF EXISTS keep_account_history;

CREATE TRIGGER keep_account_history AFTER UPDATE ON account
WHEN new.position <> old.position BEGIN
    INSERT INTO account_history (id, version, position, void_reason, username, display_name, password, person_id, is_demo, closed_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.username, old.display_name, old.password, old.person_id, old.is_demo, old.closed_at, new.position);
END;

CREATE TABLE student (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    number TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    national_number_sealed BLOB,
    national_number_digest BLOB,
    national_number_mask TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    grade TEXT NOT NULL,
    status TEXT NOT NULL,
    boarding TEXT,
    entered_on TEXT,
    county_id INTEGER,
    person_name_sort TEXT NOT NULL,
    person_sex TEXT,
    person_birth_date TEXT,
    search TEXT NOT NULL,
    person_search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (national_number_mask NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (boarding NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (person_sex NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_student_number ON student (number);

CREATE UNIQUE INDEX uq_student_person_id ON student (person_id) WHERE void_reason IS NULL;

CREATE UNIQUE INDEX uq_student_national_number_digest ON student (national_number_digest) WHERE void_reason IS NULL;

CREATE INDEX ix_student_school_id_id ON student (school_id, id);

CREATE INDEX ix_student_county_id_id ON student (county_id, id);

CREATE INDEX ix_student_person_name_sort_id ON student (person_name_sort, id);

CREATE INDEX ix_student_county_id_person_name_sort_id ON student (county_id, person_name_sort, id);

CREATE INDEX ix_student_school_id_person_name_sort_id ON student (school_id, person_name_sort, id);

CREATE INDEX ix_student_county_id_grade ON student (county_id, grade);

CREATE INDEX ix_student_school_id_grade ON student (school_id, grade);

CREATE TABLE student_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    number TEXT,
    person_id INTEGER,
    national_number_mask TEXT,
    school_id INTEGER,
    grade TEXT,
    status TEXT,
    boarding TEXT,
    entered_on TEXT,
    county_id INTEGER,
    person_name_sort TEXT,
    person_sex TEXT,
    person_birth_date TEXT,
    search TEXT,
    person_search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_student_history_id ON student_history (id, position);

DROP TRIGGER IF EXISTS keep_student_history;

CREATE TRIGGER keep_student_history AFTER UPDATE ON student
WHEN new.position <> old.position BEGIN
    INSERT INTO student_history (id, version, position, void_reason, number, person_id, national_number_mask, school_id, grade, status, boarding, entered_on, county_id, person_name_sort, person_sex, person_birth_date, search, person_search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.person_id, old.national_number_mask, old.school_id, old.grade, old.status, old.boarding, old.entered_on, old.county_id, old.person_name_sort, old.person_sex, old.person_birth_date, old.search, old.person_search, new.position);
END;

CREATE TABLE role_grant (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    start TEXT NOT NULL,
    until TEXT,
    basis TEXT,
    CHECK (role NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_role_grant_account_id_id ON role_grant (account_id, id);

CREATE INDEX ix_role_grant_unit_id_id ON role_grant (unit_id, id);

CREATE TABLE role_grant_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    account_id INTEGER,
    role TEXT,
    unit_id INTEGER,
    start TEXT,
    until TEXT,
    basis TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_role_grant_history_id ON role_grant_history (id, position);

DROP TRIGGER IF EXISTS keep_role_grant_history;

CREATE TRIGGER keep_role_grant_history AFTER UPDATE ON role_grant
WHEN new.position <> old.position BEGIN
    INSERT INTO role_grant_history (id, version, position, void_reason, account_id, role, unit_id, start, until, basis, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.account_id, old.role, old.unit_id, old.start, old.until, old.basis, new.position);
END;

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    digest TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT,
    CHECK (digest NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_session_account_id_id ON session (account_id, id);

CREATE UNIQUE INDEX uq_session_digest ON session (digest);

CREATE TABLE token (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT,
    ended_at TEXT,
    CHECK (digest NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_token_account_id_id ON token (account_id, id);

CREATE UNIQUE INDEX uq_token_digest ON token (digest);

