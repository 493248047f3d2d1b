CREATE INDEX ix_person_nationality ON person (nationality);

CREATE INDEX ix_person_history_nationality ON person_history (nationality);

CREATE TABLE fund_source (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    is_earmarked INTEGER NOT NULL,
    basis TEXT,
    validity_from TEXT,
    validity_until TEXT,
    code_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_fund_source_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_fund_source_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM fund_source;

CREATE TRIGGER gx_fund_source_search_new AFTER INSERT ON fund_source BEGIN
    INSERT INTO gx_fund_source_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_fund_source_search_changed AFTER UPDATE OF search ON fund_source BEGIN
    INSERT INTO gx_fund_source_search (gx_fund_source_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_fund_source_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_fund_source_code ON fund_source (code);

CREATE INDEX ix_fund_source_code_sort_id ON fund_source (code_sort, id);

CREATE INDEX ix_fund_source_name ON fund_source (name);

CREATE INDEX ix_fund_source_type ON fund_source (type);

CREATE INDEX ix_fund_source_is_earmarked ON fund_source (is_earmarked);

CREATE TABLE fund_source_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    code TEXT,
    name TEXT,
    type TEXT,
    is_earmarked INTEGER,
    basis TEXT,
    validity_from TEXT,
    validity_until TEXT,
    code_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_fund_source_history_id_position ON fund_source_history (id, position);

CREATE INDEX ix_fund_source_history_code ON fund_source_history (code);

CREATE INDEX ix_fund_source_history_code_sort_id ON fund_source_history (code_sort, id);

CREATE INDEX ix_fund_source_history_name ON fund_source_history (name);

CREATE INDEX ix_fund_source_history_type ON fund_source_history (type);

CREATE INDEX ix_fund_source_history_is_earmarked ON fund_source_history (is_earmarked);

DROP TRIGGER IF EXISTS keep_fund_source_history;

CREATE TRIGGER keep_fund_source_history AFTER UPDATE ON fund_source
WHEN new.position <> old.position BEGIN
    INSERT INTO fund_source_history (id, version, position, void_reason, code, name, type, is_earmarked, basis, validity_from, validity_until, code_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.name, old.type, old.is_earmarked, old.basis, old.validity_from, old.validity_until, old.code_sort, old.search, new.position);
END;

CREATE TABLE aid_programme (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    stages TEXT NOT NULL,
    standard TEXT,
    exclusive_group TEXT,
    boarding TEXT,
    basis TEXT,
    validity_from TEXT,
    validity_until TEXT,
    code_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (stages NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (standard NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (exclusive_group NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (boarding NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_aid_programme_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_aid_programme_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM aid_programme;

CREATE TRIGGER gx_aid_programme_search_new AFTER INSERT ON aid_programme BEGIN
    INSERT INTO gx_aid_programme_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_aid_programme_search_changed AFTER UPDATE OF search ON aid_programme BEGIN
    INSERT INTO gx_aid_programme_search (gx_aid_programme_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_aid_programme_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_aid_programme_code ON aid_programme (code);

CREATE INDEX ix_aid_programme_code_sort_id ON aid_programme (code_sort, id);

CREATE INDEX ix_aid_programme_name ON aid_programme (name);

CREATE INDEX ix_aid_programme_standard ON aid_programme (standard);

CREATE INDEX ix_aid_programme_exclusive_group ON aid_programme (exclusive_group);

CREATE TABLE aid_programme_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    code TEXT,
    name TEXT,
    stages TEXT,
    standard TEXT,
    exclusive_group TEXT,
    boarding TEXT,
    basis TEXT,
    validity_from TEXT,
    validity_until TEXT,
    code_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_aid_programme_history_id_position ON aid_programme_history (id, position);

CREATE INDEX ix_aid_programme_history_code ON aid_programme_history (code);

CREATE INDEX ix_aid_programme_history_code_sort_id ON aid_programme_history (code_sort, id);

CREATE INDEX ix_aid_programme_history_name ON aid_programme_history (name);

CREATE INDEX ix_aid_programme_history_standard ON aid_programme_history (standard);

CREATE INDEX ix_aid_programme_history_exclusive_group ON aid_programme_history (exclusive_group);

DROP TRIGGER IF EXISTS keep_aid_programme_history;

CREATE TRIGGER keep_aid_programme_history AFTER UPDATE ON aid_programme
WHEN new.position <> old.position BEGIN
    INSERT INTO aid_programme_history (id, version, position, void_reason, code, name, stages, standard, exclusive_group, boarding, basis, validity_from, validity_until, code_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.name, old.stages, old.standard, old.exclusive_group, old.boarding, old.basis, old.validity_from, old.validity_until, old.code_sort, old.search, new.position);
END;

CREATE TABLE appropriation (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    fiscal_year INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES fund_source (id),
    function TEXT NOT NULL,
    purpose TEXT NOT NULL,
    amount INTEGER NOT NULL,
    granted_on TEXT NOT NULL,
    document_number TEXT NOT NULL,
    county_id INTEGER,
    search TEXT NOT NULL,
    CHECK (function NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_appropriation_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_appropriation_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM appropriation;

CREATE TRIGGER gx_appropriation_search_new AFTER INSERT ON appropriation BEGIN
    INSERT INTO gx_appropriation_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_appropriation_search_changed AFTER UPDATE OF search ON appropriation BEGIN
    INSERT INTO gx_appropriation_search (gx_appropriation_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_appropriation_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_appropriation_school_id_id_void_reason ON appropriation (school_id, id, void_reason);

CREATE INDEX ix_appropriation_source_id_id_void_reason ON appropriation (source_id, id, void_reason);

CREATE UNIQUE INDEX uq_appropriation_school_id_document_number_function_source_id ON appropriation (school_id, document_number, function, source_id) WHERE void_reason IS NULL;

CREATE INDEX ix_appropriation_county_id_id_void_reason ON appropriation (county_id, id, void_reason);

CREATE INDEX ix_appropriation_granted_on_id ON appropriation (granted_on, id);

CREATE INDEX ix_appropriation_county_id_granted_on_id ON appropriation (county_id, granted_on, id);

CREATE INDEX ix_appropriation_school_id_granted_on_id ON appropriation (school_id, granted_on, id);

CREATE INDEX ix_appropriation_amount_id ON appropriation (amount, id);

CREATE INDEX ix_appropriation_county_id_amount_id ON appropriation (county_id, amount, id);

CREATE INDEX ix_appropriation_school_id_amount_id ON appropriation (school_id, amount, id);

CREATE INDEX ix_appropriation_county_id_fiscal_year_void_reason ON appropriation (county_id, fiscal_year, void_reason);

CREATE INDEX ix_appropriation_school_id_fiscal_year_void_reason ON appropriation (school_id, fiscal_year, void_reason);

CREATE INDEX ix_appropriation_fiscal_year ON appropriation (fiscal_year);

CREATE INDEX ix_appropriation_function ON appropriation (function);

CREATE INDEX ix_appropriation_document_number ON appropriation (document_number);

CREATE TABLE appropriation_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    fiscal_year INTEGER,
    source_id INTEGER,
    function TEXT,
    purpose TEXT,
    amount INTEGER,
    granted_on TEXT,
    document_number TEXT,
    county_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_appropriation_history_id_position ON appropriation_history (id, position);

CREATE INDEX ix_appropriation_history_school_id_id_void_reason ON appropriation_history (school_id, id, void_reason);

CREATE INDEX ix_appropriation_history_source_id_id_void_reason ON appropriation_history (source_id, id, void_reason);

CREATE INDEX ix_appropriation_history_school_id_document_number_fun_1c653214 ON appropriation_history (school_id, document_number, function, source_id) WHERE void_reason IS NULL;

CREATE INDEX ix_appropriation_history_county_id_id_void_reason ON appropriation_history (county_id, id, void_reason);

CREATE INDEX ix_appropriation_history_granted_on_id ON appropriation_history (granted_on, id);

CREATE INDEX ix_appropriation_history_county_id_granted_on_id ON appropriation_history (county_id, granted_on, id);

CREATE INDEX ix_appropriation_history_school_id_granted_on_id ON appropriation_history (school_id, granted_on, id);

CREATE INDEX ix_appropriation_history_amount_id ON appropriation_history (amount, id);

CREATE INDEX ix_appropriation_history_county_id_amount_id ON appropriation_history (county_id, amount, id);

CREATE INDEX ix_appropriation_history_school_id_amount_id ON appropriation_history (school_id, amount, id);

CREATE INDEX ix_appropriation_history_county_id_fiscal_year_void_reason ON appropriation_history (county_id, fiscal_year, void_reason);

CREATE INDEX ix_appropriation_history_school_id_fiscal_year_void_reason ON appropriation_history (school_id, fiscal_year, void_reason);

CREATE INDEX ix_appropriation_history_fiscal_year ON appropriation_history (fiscal_year);

CREATE INDEX ix_appropriation_history_function ON appropriation_history (function);

CREATE INDEX ix_appropriation_history_document_number ON appropriation_history (document_number);

DROP TRIGGER IF EXISTS keep_appropriation_history;

CREATE TRIGGER keep_appropriation_history AFTER UPDATE ON appropriation
WHEN new.position <> old.position BEGIN
    INSERT INTO appropriation_history (id, version, position, void_reason, school_id, fiscal_year, source_id, function, purpose, amount, granted_on, document_number, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.fiscal_year, old.source_id, old.function, old.purpose, old.amount, old.granted_on, old.document_number, old.county_id, old.search, new.position);
END;

CREATE TABLE foreign_teacher (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    number TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    status TEXT NOT NULL,
    passport_sealed BLOB,
    passport_digest BLOB,
    passport_mask TEXT,
    passport_until TEXT,
    degree TEXT,
    mother_tongue TEXT NOT NULL,
    language_taught TEXT,
    exception TEXT,
    contract_from TEXT,
    contract_until TEXT,
    insured_until TEXT,
    checked_until TEXT,
    effective_until TEXT,
    first_to_end TEXT,
    county_id INTEGER,
    person_name_sort TEXT NOT NULL,
    person_nationality TEXT,
    search TEXT NOT NULL,
    person_search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (passport_mask NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (degree NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (mother_tongue NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (language_taught NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (first_to_end NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (person_nationality NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_foreign_teacher_search_person_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_foreign_teacher_search_person_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, '')||' '||coalesce(person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')||' '||coalesce(person_search, '')))), '00', ',0'), 2) || ']')) FROM foreign_teacher;

CREATE TRIGGER gx_foreign_teacher_search_person_search_new AFTER INSERT ON foreign_teacher BEGIN
    INSERT INTO gx_foreign_teacher_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_foreign_teacher_search_person_search_changed AFTER UPDATE OF search, person_search ON foreign_teacher BEGIN
    INSERT INTO gx_foreign_teacher_search_person_search (gx_foreign_teacher_search_person_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, '')||' '||coalesce(old.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')||' '||coalesce(old.person_search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_foreign_teacher_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_foreign_teacher_number ON foreign_teacher (number);

CREATE UNIQUE INDEX uq_foreign_teacher_person_id ON foreign_teacher (person_id) WHERE void_reason IS NULL;

CREATE INDEX ix_foreign_teacher_school_id_id_void_reason ON foreign_teacher (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_foreign_teacher_passport_digest ON foreign_teacher (passport_digest) WHERE void_reason IS NULL;

CREATE INDEX ix_foreign_teacher_passport_until ON foreign_teacher (passport_until);

CREATE INDEX ix_foreign_teacher_contract_until ON foreign_teacher (contract_until);

CREATE INDEX ix_foreign_teacher_insured_until ON foreign_teacher (insured_until);

CREATE INDEX ix_foreign_teacher_checked_until ON foreign_teacher (checked_until);

CREATE INDEX ix_foreign_teacher_county_id_id_void_reason ON foreign_teacher (county_id, id, void_reason);

CREATE INDEX ix_foreign_teacher_person_name_sort_id ON foreign_teacher (person_name_sort, id);

CREATE INDEX ix_foreign_teacher_county_id_person_name_sort_id ON foreign_teacher (county_id, person_name_sort, id);

CREATE INDEX ix_foreign_teacher_school_id_person_name_sort_id ON foreign_teacher (school_id, person_name_sort, id);

CREATE INDEX ix_foreign_teacher_effective_until_id ON foreign_teacher (effective_until, id);

CREATE INDEX ix_foreign_teacher_county_id_effective_until_id ON foreign_teacher (county_id, effective_until, id);

CREATE INDEX ix_foreign_teacher_school_id_effective_until_id ON foreign_teacher (school_id, effective_until, id);

CREATE INDEX ix_foreign_teacher_county_id_status_void_reason ON foreign_teacher (county_id, status, void_reason);

CREATE INDEX ix_foreign_teacher_school_id_status_void_reason ON foreign_teacher (school_id, status, void_reason);

CREATE INDEX ix_foreign_teacher_status ON foreign_teacher (status);

CREATE INDEX ix_foreign_teacher_person_nationality ON foreign_teacher (person_nationality);

CREATE INDEX ix_foreign_teacher_first_to_end ON foreign_teacher (first_to_end);

CREATE INDEX ix_foreign_teacher_language_taught ON foreign_teacher (language_taught);

CREATE TABLE foreign_teacher_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    number TEXT,
    person_id INTEGER,
    school_id INTEGER,
    status TEXT,
    passport_mask TEXT,
    passport_until TEXT,
    degree TEXT,
    mother_tongue TEXT,
    language_taught TEXT,
    exception TEXT,
    contract_from TEXT,
    contract_until TEXT,
    insured_until TEXT,
    checked_until TEXT,
    effective_until TEXT,
    first_to_end TEXT,
    county_id INTEGER,
    person_name_sort TEXT,
    person_nationality TEXT,
    search TEXT,
    person_search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_foreign_teacher_history_id_position ON foreign_teacher_history (id, position);

CREATE INDEX ix_foreign_teacher_history_number ON foreign_teacher_history (number);

CREATE INDEX ix_foreign_teacher_history_person_id ON foreign_teacher_history (person_id) WHERE void_reason IS NULL;

CREATE INDEX ix_foreign_teacher_history_school_id_id_void_reason ON foreign_teacher_history (school_id, id, void_reason);

CREATE INDEX ix_foreign_teacher_history_passport_until ON foreign_teacher_history (passport_until);

CREATE INDEX ix_foreign_teacher_history_contract_until ON foreign_teacher_history (contract_until);

CREATE INDEX ix_foreign_teacher_history_insured_until ON foreign_teacher_history (insured_until);

CREATE INDEX ix_foreign_teacher_history_checked_until ON foreign_teacher_history (checked_until);

CREATE INDEX ix_foreign_teacher_history_county_id_id_void_reason ON foreign_teacher_history (county_id, id, void_reason);

CREATE INDEX ix_foreign_teacher_history_person_name_sort_id ON foreign_teacher_history (person_name_sort, id);

CREATE INDEX ix_foreign_teacher_history_county_id_person_name_sort_id ON foreign_teacher_history (county_id, person_name_sort, id);

CREATE INDEX ix_foreign_teacher_history_school_id_person_name_sort_id ON foreign_teacher_history (school_id, person_name_sort, id);

CREATE INDEX ix_foreign_teacher_history_effective_until_id ON foreign_teacher_history (effective_until, id);

CREATE INDEX ix_foreign_teacher_history_county_id_effective_until_id ON foreign_teacher_history (county_id, effective_until, id);

CREATE INDEX ix_foreign_teacher_history_school_id_effective_until_id ON foreign_teacher_history (school_id, effective_until, id);

CREATE INDEX ix_foreign_teacher_history_county_id_status_void_reason ON foreign_teacher_history (county_id, status, void_reason);

CREATE INDEX ix_foreign_teacher_history_school_id_status_void_reason ON foreign_teacher_history (school_id, status, void_reason);

CREATE INDEX ix_foreign_teacher_history_status ON foreign_teacher_history (status);

CREATE INDEX ix_foreign_teacher_history_person_nationality ON foreign_teacher_history (person_nationality);

CREATE INDEX ix_foreign_teacher_history_first_to_end ON foreign_teacher_history (first_to_end);

CREATE INDEX ix_foreign_teacher_history_language_taught ON foreign_teacher_history (language_taught);

DROP TRIGGER IF EXISTS keep_foreign_teacher_history;

CREATE TRIGGER keep_foreign_teacher_history AFTER UPDATE ON foreign_teacher
WHEN new.position <> old.position BEGIN
    INSERT INTO foreign_teacher_history (id, version, position, void_reason, number, person_id, school_id, status, passport_mask, passport_until, degree, mother_tongue, language_taught, exception, contract_from, contract_until, insured_until, checked_until, effective_until, first_to_end, county_id, person_name_sort, person_nationality, search, person_search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.person_id, old.school_id, old.status, old.passport_mask, old.passport_until, old.degree, old.mother_tongue, old.language_taught, old.exception, old.contract_from, old.contract_until, old.insured_until, old.checked_until, old.effective_until, old.first_to_end, old.county_id, old.person_name_sort, old.person_nationality, old.search, old.person_search, new.position);
END;

CREATE TABLE test_session (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    code TEXT NOT NULL,
    site_id INTEGER NOT NULL REFERENCES unit (id),
    held_on TEXT NOT NULL,
    form TEXT NOT NULL,
    seats INTEGER,
    county_id INTEGER,
    code_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (form NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_test_session_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_test_session_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM test_session;

CREATE TRIGGER gx_test_session_search_new AFTER INSERT ON test_session BEGIN
    INSERT INTO gx_test_session_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_test_session_search_changed AFTER UPDATE OF search ON test_session BEGIN
    INSERT INTO gx_test_session_search (gx_test_session_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_test_session_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_test_session_code ON test_session (code);

CREATE INDEX ix_test_session_site_id_id_void_reason ON test_session (site_id, id, void_reason);

CREATE INDEX ix_test_session_county_id_id_void_reason ON test_session (county_id, id, void_reason);

CREATE INDEX ix_test_session_held_on_id ON test_session (held_on, id);

CREATE INDEX ix_test_session_county_id_held_on_id ON test_session (county_id, held_on, id);

CREATE INDEX ix_test_session_site_id_held_on_id ON test_session (site_id, held_on, id);

CREATE INDEX ix_test_session_code_sort_id ON test_session (code_sort, id);

CREATE INDEX ix_test_session_county_id_code_sort_id ON test_session (county_id, code_sort, id);

CREATE INDEX ix_test_session_site_id_code_sort_id ON test_session (site_id, code_sort, id);

CREATE INDEX ix_test_session_form ON test_session (form);

CREATE TABLE test_session_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    code TEXT,
    site_id INTEGER,
    held_on TEXT,
    form TEXT,
    seats INTEGER,
    county_id INTEGER,
    code_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_test_session_history_id_position ON test_session_history (id, position);

CREATE INDEX ix_test_session_history_code ON test_session_history (code);

CREATE INDEX ix_test_session_history_site_id_id_void_reason ON test_session_history (site_id, id, void_reason);

CREATE INDEX ix_test_session_history_county_id_id_void_reason ON test_session_history (county_id, id, void_reason);

CREATE INDEX ix_test_session_history_held_on_id ON test_session_history (held_on, id);

CREATE INDEX ix_test_session_history_county_id_held_on_id ON test_session_history (county_id, held_on, id);

CREATE INDEX ix_test_session_history_site_id_held_on_id ON test_session_history (site_id, held_on, id);

CREATE INDEX ix_test_session_history_code_sort_id ON test_session_history (code_sort, id);

CREATE INDEX ix_test_session_history_county_id_code_sort_id ON test_session_history (county_id, code_sort, id);

CREATE INDEX ix_test_session_history_site_id_code_sort_id ON test_session_history (site_id, code_sort, id);

CREATE INDEX ix_test_session_history_form ON test_session_history (form);

DROP TRIGGER IF EXISTS keep_test_session_history;

CREATE TRIGGER keep_test_session_history AFTER UPDATE ON test_session
WHEN new.position <> old.position BEGIN
    INSERT INTO test_session_history (id, version, position, void_reason, code, site_id, held_on, form, seats, county_id, code_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.site_id, old.held_on, old.form, old.seats, old.county_id, old.code_sort, old.search, new.position);
END;

CREATE TABLE putonghua_standing (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    teacher_id INTEGER NOT NULL REFERENCES teacher (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    required TEXT,
    reached TEXT,
    state TEXT NOT NULL,
    county_id INTEGER,
    person_name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    person_search TEXT NOT NULL,
    CHECK (required NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (reached NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_putonghua_standing_search_person_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_putonghua_standing_search_person_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, '')||' '||coalesce(person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')||' '||coalesce(person_search, '')))), '00', ',0'), 2) || ']')) FROM putonghua_standing;

CREATE TRIGGER gx_putonghua_standing_search_person_search_new AFTER INSERT ON putonghua_standing BEGIN
    INSERT INTO gx_putonghua_standing_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_putonghua_standing_search_person_search_changed AFTER UPDATE OF search, person_search ON putonghua_standing BEGIN
    INSERT INTO gx_putonghua_standing_search_person_search (gx_putonghua_standing_search_person_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, '')||' '||coalesce(old.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')||' '||coalesce(old.person_search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_putonghua_standing_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_putonghua_standing_teacher_id ON putonghua_standing (teacher_id) WHERE void_reason IS NULL;

CREATE INDEX ix_putonghua_standing_person_id_id_void_reason ON putonghua_standing (person_id, id, void_reason);

CREATE INDEX ix_putonghua_standing_unit_id_id_void_reason ON putonghua_standing (unit_id, id, void_reason);

CREATE INDEX ix_putonghua_standing_county_id_id_void_reason ON putonghua_standing (county_id, id, void_reason);

CREATE INDEX ix_putonghua_standing_person_name_sort_id ON putonghua_standing (person_name_sort, id);

CREATE INDEX ix_putonghua_standing_county_id_person_name_sort_id ON putonghua_standing (county_id, person_name_sort, id);

CREATE INDEX ix_putonghua_standing_unit_id_person_name_sort_id ON putonghua_standing (unit_id, person_name_sort, id);

CREATE INDEX ix_putonghua_standing_county_id_state_void_reason ON putonghua_standing (county_id, state, void_reason);

CREATE INDEX ix_putonghua_standing_unit_id_state_void_reason ON putonghua_standing (unit_id, state, void_reason);

CREATE INDEX ix_putonghua_standing_state ON putonghua_standing (state);

CREATE INDEX ix_putonghua_standing_required ON putonghua_standing (required);

CREATE INDEX ix_putonghua_standing_reached ON putonghua_standing (reached);

CREATE TABLE putonghua_standing_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    teacher_id INTEGER,
    person_id INTEGER,
    unit_id INTEGER,
    required TEXT,
    reached TEXT,
    state TEXT,
    county_id INTEGER,
    person_name_sort TEXT,
    search TEXT,
    person_search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_putonghua_standing_history_id_position ON putonghua_standing_history (id, position);

CREATE INDEX ix_putonghua_standing_history_teacher_id ON putonghua_standing_history (teacher_id) WHERE void_reason IS NULL;

CREATE INDEX ix_putonghua_standing_history_person_id_id_void_reason ON putonghua_standing_history (person_id, id, void_reason);

CREATE INDEX ix_putonghua_standing_history_unit_id_id_void_reason ON putonghua_standing_history (unit_id, id, void_reason);

CREATE INDEX ix_putonghua_standing_history_county_id_id_void_reason ON putonghua_standing_history (county_id, id, void_reason);

CREATE INDEX ix_putonghua_standing_history_person_name_sort_id ON putonghua_standing_history (person_name_sort, id);

CREATE INDEX ix_putonghua_standing_history_county_id_person_name_sort_id ON putonghua_standing_history (county_id, person_name_sort, id);

CREATE INDEX ix_putonghua_standing_history_unit_id_person_name_sort_id ON putonghua_standing_history (unit_id, person_name_sort, id);

CREATE INDEX ix_putonghua_standing_history_county_id_state_void_reason ON putonghua_standing_history (county_id, state, void_reason);

CREATE INDEX ix_putonghua_standing_history_unit_id_state_void_reason ON putonghua_standing_history (unit_id, state, void_reason);

CREATE INDEX ix_putonghua_standing_history_state ON putonghua_standing_history (state);

CREATE INDEX ix_putonghua_standing_history_required ON putonghua_standing_history (required);

CREATE INDEX ix_putonghua_standing_history_reached ON putonghua_standing_history (reached);

DROP TRIGGER IF EXISTS keep_putonghua_standing_history;

CREATE TRIGGER keep_putonghua_standing_history AFTER UPDATE ON putonghua_standing
WHEN new.position <> old.position BEGIN
    INSERT INTO putonghua_standing_history (id, version, position, void_reason, teacher_id, person_id, unit_id, required, reached, state, county_id, person_name_sort, search, person_search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.teacher_id, old.person_id, old.unit_id, old.required, old.reached, old.state, old.county_id, old.person_name_sort, old.search, old.person_search, new.position);
END;

CREATE TABLE work_permit (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    teacher_id INTEGER NOT NULL REFERENCES foreign_teacher (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    number TEXT NOT NULL,
    permit_class TEXT NOT NULL,
    basis TEXT NOT NULL,
    points INTEGER,
    age_reason TEXT,
    decision_number TEXT,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    county_id INTEGER,
    person_name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    person_search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (permit_class NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (basis NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_work_permit_search_person_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_work_permit_search_person_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, '')||' '||coalesce(person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')||' '||coalesce(person_search, '')))), '00', ',0'), 2) || ']')) FROM work_permit;

CREATE TRIGGER gx_work_permit_search_person_search_new AFTER INSERT ON work_permit BEGIN
    INSERT INTO gx_work_permit_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_work_permit_search_person_search_changed AFTER UPDATE OF search, person_search ON work_permit BEGIN
    INSERT INTO gx_work_permit_search_person_search (gx_work_permit_search_person_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, '')||' '||coalesce(old.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')||' '||coalesce(old.person_search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_work_permit_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_work_permit_teacher_id_id_void_reason ON work_permit (teacher_id, id, void_reason);

CREATE INDEX ix_work_permit_person_id_id_void_reason ON work_permit (person_id, id, void_reason);

CREATE INDEX ix_work_permit_school_id_id_void_reason ON work_permit (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_work_permit_number ON work_permit (number);

CREATE INDEX ix_work_permit_valid_until ON work_permit (valid_until);

CREATE INDEX ix_work_permit_county_id_id_void_reason ON work_permit (county_id, id, void_reason);

CREATE INDEX ix_work_permit_person_name_sort_id ON work_permit (person_name_sort, id);

CREATE INDEX ix_work_permit_county_id_person_name_sort_id ON work_permit (county_id, person_name_sort, id);

CREATE INDEX ix_work_permit_school_id_person_name_sort_id ON work_permit (school_id, person_name_sort, id);

CREATE INDEX ix_work_permit_valid_from_id ON work_permit (valid_from, id);

CREATE INDEX ix_work_permit_county_id_valid_from_id ON work_permit (county_id, valid_from, id);

CREATE INDEX ix_work_permit_school_id_valid_from_id ON work_permit (school_id, valid_from, id);

CREATE INDEX ix_work_permit_permit_class ON work_permit (permit_class);

CREATE INDEX ix_work_permit_basis ON work_permit (basis);

CREATE TABLE work_permit_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    teacher_id INTEGER,
    person_id INTEGER,
    school_id INTEGER,
    number TEXT,
    permit_class TEXT,
    basis TEXT,
    points INTEGER,
    age_reason TEXT,
    decision_number TEXT,
    valid_from TEXT,
    valid_until TEXT,
    county_id INTEGER,
    person_name_sort TEXT,
    search TEXT,
    person_search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_work_permit_history_id_position ON work_permit_history (id, position);

CREATE INDEX ix_work_permit_history_teacher_id_id_void_reason ON work_permit_history (teacher_id, id, void_reason);

CREATE INDEX ix_work_permit_history_person_id_id_void_reason ON work_permit_history (person_id, id, void_reason);

CREATE INDEX ix_work_permit_history_school_id_id_void_reason ON work_permit_history (school_id, id, void_reason);

CREATE INDEX ix_work_permit_history_number ON work_permit_history (number);

CREATE INDEX ix_work_permit_history_valid_until ON work_permit_history (valid_until);

CREATE INDEX ix_work_permit_history_county_id_id_void_reason ON work_permit_history (county_id, id, void_reason);

CREATE INDEX ix_work_permit_history_person_name_sort_id ON work_permit_history (person_name_sort, id);

CREATE INDEX ix_work_permit_history_county_id_person_name_sort_id ON work_permit_history (county_id, person_name_sort, id);

CREATE INDEX ix_work_permit_history_school_id_person_name_sort_id ON work_permit_history (school_id, person_name_sort, id);

CREATE INDEX ix_work_permit_history_valid_from_id ON work_permit_history (valid_from, id);

CREATE INDEX ix_work_permit_history_county_id_valid_from_id ON work_permit_history (county_id, valid_from, id);

CREATE INDEX ix_work_permit_history_school_id_valid_from_id ON work_permit_history (school_id, valid_from, id);

CREATE INDEX ix_work_permit_history_permit_class ON work_permit_history (permit_class);

CREATE INDEX ix_work_permit_history_basis ON work_permit_history (basis);

DROP TRIGGER IF EXISTS keep_work_permit_history;

CREATE TRIGGER keep_work_permit_history AFTER UPDATE ON work_permit
WHEN new.position <> old.position BEGIN
    INSERT INTO work_permit_history (id, version, position, void_reason, teacher_id, person_id, school_id, number, permit_class, basis, points, age_reason, decision_number, valid_from, valid_until, county_id, person_name_sort, search, person_search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.teacher_id, old.person_id, old.school_id, old.number, old.permit_class, old.basis, old.points, old.age_reason, old.decision_number, old.valid_from, old.valid_until, old.county_id, old.person_name_sort, old.search, old.person_search, new.position);
END;

CREATE TABLE residence_permit (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    teacher_id INTEGER NOT NULL REFERENCES foreign_teacher (id),
    number TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_residence_permit_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_residence_permit_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM residence_permit;

CREATE TRIGGER gx_residence_permit_search_new AFTER INSERT ON residence_permit BEGIN
    INSERT INTO gx_residence_permit_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_residence_permit_search_changed AFTER UPDATE OF search ON residence_permit BEGIN
    INSERT INTO gx_residence_permit_search (gx_residence_permit_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_residence_permit_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_residence_permit_teacher_id_id_void_reason ON residence_permit (teacher_id, id, void_reason);

CREATE UNIQUE INDEX uq_residence_permit_number ON residence_permit (number);

CREATE INDEX ix_residence_permit_valid_until ON residence_permit (valid_until);

CREATE INDEX ix_residence_permit_county_id_id_void_reason ON residence_permit (county_id, id, void_reason);

CREATE INDEX ix_residence_permit_unit_id_id_void_reason ON residence_permit (unit_id, id, void_reason);

CREATE INDEX ix_residence_permit_valid_from_id ON residence_permit (valid_from, id);

CREATE INDEX ix_residence_permit_county_id_valid_from_id ON residence_permit (county_id, valid_from, id);

CREATE INDEX ix_residence_permit_unit_id_valid_from_id ON residence_permit (unit_id, valid_from, id);

CREATE TABLE residence_permit_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    teacher_id INTEGER,
    number TEXT,
    valid_from TEXT,
    valid_until TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_residence_permit_history_id_position ON residence_permit_history (id, position);

CREATE INDEX ix_residence_permit_history_teacher_id_id_void_reason ON residence_permit_history (teacher_id, id, void_reason);

CREATE INDEX ix_residence_permit_history_number ON residence_permit_history (number);

CREATE INDEX ix_residence_permit_history_valid_until ON residence_permit_history (valid_until);

CREATE INDEX ix_residence_permit_history_county_id_id_void_reason ON residence_permit_history (county_id, id, void_reason);

CREATE INDEX ix_residence_permit_history_unit_id_id_void_reason ON residence_permit_history (unit_id, id, void_reason);

CREATE INDEX ix_residence_permit_history_valid_from_id ON residence_permit_history (valid_from, id);

CREATE INDEX ix_residence_permit_history_county_id_valid_from_id ON residence_permit_history (county_id, valid_from, id);

CREATE INDEX ix_residence_permit_history_unit_id_valid_from_id ON residence_permit_history (unit_id, valid_from, id);

DROP TRIGGER IF EXISTS keep_residence_permit_history;

CREATE TRIGGER keep_residence_permit_history AFTER UPDATE ON residence_permit
WHEN new.position <> old.position BEGIN
    INSERT INTO residence_permit_history (id, version, position, void_reason, teacher_id, number, valid_from, valid_until, county_id, unit_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.teacher_id, old.number, old.valid_from, old.valid_until, old.county_id, old.unit_id, old.search, new.position);
END;

CREATE TABLE test_result (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    session_id INTEGER NOT NULL REFERENCES test_session (id),
    teacher_id INTEGER NOT NULL REFERENCES teacher (id),
    syllables INTEGER NOT NULL,
    words INTEGER NOT NULL,
    judgement INTEGER,
    reading INTEGER NOT NULL,
    talk INTEGER NOT NULL,
    total INTEGER NOT NULL,
    level TEXT,
    review TEXT NOT NULL,
    certificate TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (level NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (review NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (certificate NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_test_result_session_id_id_void_reason ON test_result (session_id, id, void_reason);

CREATE INDEX ix_test_result_teacher_id_id_void_reason ON test_result (teacher_id, id, void_reason);

CREATE UNIQUE INDEX uq_test_result_certificate ON test_result (certificate);

CREATE UNIQUE INDEX uq_test_result_session_id_teacher_id ON test_result (session_id, teacher_id) WHERE void_reason IS NULL;

CREATE INDEX ix_test_result_county_id_id_void_reason ON test_result (county_id, id, void_reason);

CREATE INDEX ix_test_result_unit_id_id_void_reason ON test_result (unit_id, id, void_reason);

CREATE INDEX ix_test_result_total_id ON test_result (total, id);

CREATE INDEX ix_test_result_county_id_total_id ON test_result (county_id, total, id);

CREATE INDEX ix_test_result_unit_id_total_id ON test_result (unit_id, total, id);

CREATE INDEX ix_test_result_level ON test_result (level);

CREATE INDEX ix_test_result_review ON test_result (review);

CREATE TABLE test_result_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    session_id INTEGER,
    teacher_id INTEGER,
    syllables INTEGER,
    words INTEGER,
    judgement INTEGER,
    reading INTEGER,
    talk INTEGER,
    total INTEGER,
    level TEXT,
    review TEXT,
    certificate TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_test_result_history_id_position ON test_result_history (id, position);

CREATE INDEX ix_test_result_history_session_id_id_void_reason ON test_result_history (session_id, id, void_reason);

CREATE INDEX ix_test_result_history_teacher_id_id_void_reason ON test_result_history (teacher_id, id, void_reason);

CREATE INDEX ix_test_result_history_certificate ON test_result_history (certificate);

CREATE INDEX ix_test_result_history_session_id_teacher_id ON test_result_history (session_id, teacher_id) WHERE void_reason IS NULL;

CREATE INDEX ix_test_result_history_county_id_id_void_reason ON test_result_history (county_id, id, void_reason);

CREATE INDEX ix_test_result_history_unit_id_id_void_reason ON test_result_history (unit_id, id, void_reason);

CREATE INDEX ix_test_result_history_total_id ON test_result_history (total, id);

CREATE INDEX ix_test_result_history_county_id_total_id ON test_result_history (county_id, total, id);

CREATE INDEX ix_test_result_history_unit_id_total_id ON test_result_history (unit_id, total, id);

CREATE INDEX ix_test_result_history_level ON test_result_history (level);

CREATE INDEX ix_test_result_history_review ON test_result_history (review);

DROP TRIGGER IF EXISTS keep_test_result_history;

CREATE TRIGGER keep_test_result_history AFTER UPDATE ON test_result
WHEN new.position <> old.position BEGIN
    INSERT INTO test_result_history (id, version, position, void_reason, session_id, teacher_id, syllables, words, judgement, reading, talk, total, level, review, certificate, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.session_id, old.teacher_id, old.syllables, old.words, old.judgement, old.reading, old.talk, old.total, old.level, old.review, old.certificate, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE aid_award (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    programme_id INTEGER NOT NULL REFERENCES aid_programme (id),
    school_year INTEGER NOT NULL,
    semester TEXT NOT NULL,
    tier TEXT NOT NULL,
    stage TEXT NOT NULL,
    hardship TEXT,
    standard_amount INTEGER,
    override_amount INTEGER,
    override_reason TEXT,
    amount INTEGER NOT NULL,
    exclusive_group TEXT,
    state TEXT NOT NULL,
    stopped_on TEXT,
    stop_reason TEXT,
    county_id INTEGER,
    CHECK (semester NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (tier NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (stage NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (hardship NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (exclusive_group NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_aid_award_student_id_id_void_reason ON aid_award (student_id, id, void_reason);

CREATE INDEX ix_aid_award_school_id_id_void_reason ON aid_award (school_id, id, void_reason);

CREATE INDEX ix_aid_award_programme_id_id_void_reason ON aid_award (programme_id, id, void_reason);

CREATE UNIQUE INDEX uq_aid_award_student_id_programme_id_school_year_semester ON aid_award (student_id, programme_id, school_year, semester) WHERE void_reason IS NULL;

CREATE UNIQUE INDEX uq_aid_award_student_id_exclusive_group_school_year_semester ON aid_award (student_id, exclusive_group, school_year, semester) WHERE void_reason IS NULL;

CREATE INDEX ix_aid_award_county_id_id_void_reason ON aid_award (county_id, id, void_reason);

CREATE INDEX ix_aid_award_school_year_id ON aid_award (school_year, id);

CREATE INDEX ix_aid_award_county_id_school_year_id ON aid_award (county_id, school_year, id);

CREATE INDEX ix_aid_award_school_id_school_year_id ON aid_award (school_id, school_year, id);

CREATE INDEX ix_aid_award_amount_id ON aid_award (amount, id);

CREATE INDEX ix_aid_award_county_id_amount_id ON aid_award (county_id, amount, id);

CREATE INDEX ix_aid_award_school_id_amount_id ON aid_award (school_id, amount, id);

CREATE INDEX ix_aid_award_county_id_school_year_void_reason ON aid_award (county_id, school_year, void_reason);

CREATE INDEX ix_aid_award_school_id_school_year_void_reason ON aid_award (school_id, school_year, void_reason);

CREATE INDEX ix_aid_award_county_id_state_void_reason ON aid_award (county_id, state, void_reason);

CREATE INDEX ix_aid_award_school_id_state_void_reason ON aid_award (school_id, state, void_reason);

CREATE INDEX ix_aid_award_semester ON aid_award (semester);

CREATE INDEX ix_aid_award_tier ON aid_award (tier);

CREATE INDEX ix_aid_award_state ON aid_award (state);

CREATE TABLE aid_award_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    school_id INTEGER,
    programme_id INTEGER,
    school_year INTEGER,
    semester TEXT,
    tier TEXT,
    stage TEXT,
    hardship TEXT,
    standard_amount INTEGER,
    override_amount INTEGER,
    override_reason TEXT,
    amount INTEGER,
    exclusive_group TEXT,
    state TEXT,
    stopped_on TEXT,
    stop_reason TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_aid_award_history_id_position ON aid_award_history (id, position);

CREATE INDEX ix_aid_award_history_student_id_id_void_reason ON aid_award_history (student_id, id, void_reason);

CREATE INDEX ix_aid_award_history_school_id_id_void_reason ON aid_award_history (school_id, id, void_reason);

CREATE INDEX ix_aid_award_history_programme_id_id_void_reason ON aid_award_history (programme_id, id, void_reason);

CREATE INDEX ix_aid_award_history_student_id_programme_id_school_ye_86642175 ON aid_award_history (student_id, programme_id, school_year, semester) WHERE void_reason IS NULL;

CREATE INDEX ix_aid_award_history_student_id_exclusive_group_school_6c09b6b3 ON aid_award_history (student_id, exclusive_group, school_year, semester) WHERE void_reason IS NULL;

CREATE INDEX ix_aid_award_history_county_id_id_void_reason ON aid_award_history (county_id, id, void_reason);

CREATE INDEX ix_aid_award_history_school_year_id ON aid_award_history (school_year, id);

CREATE INDEX ix_aid_award_history_county_id_school_year_id ON aid_award_history (county_id, school_year, id);

CREATE INDEX ix_aid_award_history_school_id_school_year_id ON aid_award_history (school_id, school_year, id);

CREATE INDEX ix_aid_award_history_amount_id ON aid_award_history (amount, id);

CREATE INDEX ix_aid_award_history_county_id_amount_id ON aid_award_history (county_id, amount, id);

CREATE INDEX ix_aid_award_history_school_id_amount_id ON aid_award_history (school_id, amount, id);

CREATE INDEX ix_aid_award_history_county_id_school_year_void_reason ON aid_award_history (county_id, school_year, void_reason);

CREATE INDEX ix_aid_award_history_school_id_school_year_void_reason ON aid_award_history (school_id, school_year, void_reason);

CREATE INDEX ix_aid_award_history_county_id_state_void_reason ON aid_award_history (county_id, state, void_reason);

CREATE INDEX ix_aid_award_history_school_id_state_void_reason ON aid_award_history (school_id, state, void_reason);

CREATE INDEX ix_aid_award_history_semester ON aid_award_history (semester);

CREATE INDEX ix_aid_award_history_tier ON aid_award_history (tier);

CREATE INDEX ix_aid_award_history_state ON aid_award_history (state);

DROP TRIGGER IF EXISTS keep_aid_award_history;

CREATE TRIGGER keep_aid_award_history AFTER UPDATE ON aid_award
WHEN new.position <> old.position BEGIN
    INSERT INTO aid_award_history (id, version, position, void_reason, student_id, school_id, programme_id, school_year, semester, tier, stage, hardship, standard_amount, override_amount, override_reason, amount, exclusive_group, state, stopped_on, stop_reason, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.school_id, old.programme_id, old.school_year, old.semester, old.tier, old.stage, old.hardship, old.standard_amount, old.override_amount, old.override_reason, old.amount, old.exclusive_group, old.state, old.stopped_on, old.stop_reason, old.county_id, new.position);
END;

