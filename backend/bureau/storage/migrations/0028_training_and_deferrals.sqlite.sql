ALTER TABLE person ADD COLUMN household_id INTEGER REFERENCES division (id);

ALTER TABLE person_history ADD COLUMN household_id INTEGER;

ALTER TABLE person ADD COLUMN residence_id INTEGER REFERENCES division (id);

ALTER TABLE person_history ADD COLUMN residence_id INTEGER;

DROP TRIGGER IF EXISTS keep_person_history;

CREATE TRIGGER keep_person_history AFTER UPDATE ON person
WHEN new.position <> old.position BEGIN
    INSERT INTO person_history (id, version, position, void_reason, merged_into_id, name, sex, birth_date, ethnicity, nationality, overseas_status, political_status, marital_status, health, household_type, document_type, document_number_mask, phone_mask, address, household_id, residence_id, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.merged_into_id, old.name, old.sex, old.birth_date, old.ethnicity, old.nationality, old.overseas_status, old.political_status, old.marital_status, old.health, old.household_type, old.document_type, old.document_number_mask, old.phone_mask, old.address, old.household_id, old.residence_id, old.name_sort, old.search, new.position);
END;

CREATE INDEX ix_person_household_id_id_void_reason ON person (household_id, id, void_reason);

CREATE INDEX ix_person_residence_id_id_void_reason ON person (residence_id, id, void_reason);

CREATE INDEX ix_person_history_household_id_id_void_reason ON person_history (household_id, id, void_reason);

CREATE INDEX ix_person_history_residence_id_id_void_reason ON person_history (residence_id, id, void_reason);

CREATE TABLE training_body (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    office_id INTEGER NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    credit_code TEXT NOT NULL,
    division_id INTEGER NOT NULL REFERENCES division (id),
    address TEXT NOT NULL,
    category TEXT NOT NULL,
    mode TEXT NOT NULL,
    is_for_profit INTEGER NOT NULL,
    licence_number TEXT NOT NULL,
    licence_from TEXT NOT NULL,
    licence_until TEXT,
    custody_bank TEXT,
    custody_account TEXT,
    uses_model_contract INTEGER NOT NULL,
    state TEXT NOT NULL,
    state_since TEXT NOT NULL,
    state_reason TEXT,
    decision_number TEXT,
    rectify_until TEXT,
    county_id INTEGER,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (credit_code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (category NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (mode NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (custody_account NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_training_body_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_training_body_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM training_body;

CREATE TRIGGER gx_training_body_search_new AFTER INSERT ON training_body BEGIN
    INSERT INTO gx_training_body_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_training_body_search_changed AFTER UPDATE OF search ON training_body BEGIN
    INSERT INTO gx_training_body_search (gx_training_body_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_training_body_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_training_body_office_id_id_void_reason ON training_body (office_id, id, void_reason);

CREATE UNIQUE INDEX uq_training_body_credit_code ON training_body (credit_code) WHERE void_reason IS NULL;

CREATE INDEX ix_training_body_division_id_id_void_reason ON training_body (division_id, id, void_reason);

CREATE UNIQUE INDEX uq_training_body_licence_number ON training_body (licence_number) WHERE void_reason IS NULL;

CREATE INDEX ix_training_body_licence_until ON training_body (licence_until);

CREATE INDEX ix_training_body_county_id_id_void_reason ON training_body (county_id, id, void_reason);

CREATE INDEX ix_training_body_name_sort_id ON training_body (name_sort, id);

CREATE INDEX ix_training_body_county_id_name_sort_id ON training_body (county_id, name_sort, id);

CREATE INDEX ix_training_body_office_id_name_sort_id ON training_body (office_id, name_sort, id);

CREATE INDEX ix_training_body_licence_from_id ON training_body (licence_from, id);

CREATE INDEX ix_training_body_county_id_licence_from_id ON training_body (county_id, licence_from, id);

CREATE INDEX ix_training_body_office_id_licence_from_id ON training_body (office_id, licence_from, id);

CREATE INDEX ix_training_body_state_since_id ON training_body (state_since, id);

CREATE INDEX ix_training_body_county_id_state_since_id ON training_body (county_id, state_since, id);

CREATE INDEX ix_training_body_office_id_state_since_id ON training_body (office_id, state_since, id);

CREATE INDEX ix_training_body_category ON training_body (category);

CREATE INDEX ix_training_body_mode ON training_body (mode);

CREATE INDEX ix_training_body_state ON training_body (state);

CREATE INDEX ix_training_body_is_for_profit ON training_body (is_for_profit);

CREATE TABLE training_body_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    office_id INTEGER,
    name TEXT,
    credit_code TEXT,
    division_id INTEGER,
    address TEXT,
    category TEXT,
    mode TEXT,
    is_for_profit INTEGER,
    licence_number TEXT,
    licence_from TEXT,
    licence_until TEXT,
    custody_bank TEXT,
    custody_account TEXT,
    uses_model_contract INTEGER,
    state TEXT,
    state_since TEXT,
    state_reason TEXT,
    decision_number TEXT,
    rectify_until TEXT,
    county_id INTEGER,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_training_body_history_id_position ON training_body_history (id, position);

CREATE INDEX ix_training_body_history_office_id_id_void_reason ON training_body_history (office_id, id, void_reason);

CREATE INDEX ix_training_body_history_credit_code ON training_body_history (credit_code) WHERE void_reason IS NULL;

CREATE INDEX ix_training_body_history_division_id_id_void_reason ON training_body_history (division_id, id, void_reason);

CREATE INDEX ix_training_body_history_licence_number ON training_body_history (licence_number) WHERE void_reason IS NULL;

CREATE INDEX ix_training_body_history_licence_until ON training_body_history (licence_until);

CREATE INDEX ix_training_body_history_county_id_id_void_reason ON training_body_history (county_id, id, void_reason);

CREATE INDEX ix_training_body_history_name_sort_id ON training_body_history (name_sort, id);

CREATE INDEX ix_training_body_history_county_id_name_sort_id ON training_body_history (county_id, name_sort, id);

CREATE INDEX ix_training_body_history_office_id_name_sort_id ON training_body_history (office_id, name_sort, id);

CREATE INDEX ix_training_body_history_licence_from_id ON training_body_history (licence_from, id);

CREATE INDEX ix_training_body_history_county_id_licence_from_id ON training_body_history (county_id, licence_from, id);

CREATE INDEX ix_training_body_history_office_id_licence_from_id ON training_body_history (office_id, licence_from, id);

CREATE INDEX ix_training_body_history_state_since_id ON training_body_history (state_since, id);

CREATE INDEX ix_training_body_history_county_id_state_since_id ON training_body_history (county_id, state_since, id);

CREATE INDEX ix_training_body_history_office_id_state_since_id ON training_body_history (office_id, state_since, id);

CREATE INDEX ix_training_body_history_category ON training_body_history (category);

CREATE INDEX ix_training_body_history_mode ON training_body_history (mode);

CREATE INDEX ix_training_body_history_state ON training_body_history (state);

CREATE INDEX ix_training_body_history_is_for_profit ON training_body_history (is_for_profit);

DROP TRIGGER IF EXISTS keep_training_body_history;

CREATE TRIGGER keep_training_body_history AFTER UPDATE ON training_body
WHEN new.position <> old.position BEGIN
    INSERT INTO training_body_history (id, version, position, void_reason, office_id, name, credit_code, division_id, address, category, mode, is_for_profit, licence_number, licence_from, licence_until, custody_bank, custody_account, uses_model_contract, state, state_since, state_reason, decision_number, rectify_until, county_id, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.office_id, old.name, old.credit_code, old.division_id, old.address, old.category, old.mode, old.is_for_profit, old.licence_number, old.licence_from, old.licence_until, old.custody_bank, old.custody_account, old.uses_model_contract, old.state, old.state_since, old.state_reason, old.decision_number, old.rectify_until, old.county_id, old.name_sort, old.search, new.position);
END;

CREATE TABLE training_staff (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    body_id INTEGER NOT NULL REFERENCES training_body (id),
    name TEXT NOT NULL,
    duty TEXT NOT NULL,
    subject TEXT,
    qualification_number TEXT,
    qualification_subject TEXT,
    other_certificate TEXT,
    engaged_from TEXT NOT NULL,
    engaged_until TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (duty NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (qualification_number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (qualification_subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_training_staff_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_training_staff_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM training_staff;

CREATE TRIGGER gx_training_staff_search_new AFTER INSERT ON training_staff BEGIN
    INSERT INTO gx_training_staff_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_training_staff_search_changed AFTER UPDATE OF search ON training_staff BEGIN
    INSERT INTO gx_training_staff_search (gx_training_staff_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_training_staff_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_training_staff_body_id_id_void_reason ON training_staff (body_id, id, void_reason);

CREATE UNIQUE INDEX uq_training_staff_body_id_name_engaged_from ON training_staff (body_id, name, engaged_from) WHERE void_reason IS NULL;

CREATE INDEX ix_training_staff_county_id_id_void_reason ON training_staff (county_id, id, void_reason);

CREATE INDEX ix_training_staff_unit_id_id_void_reason ON training_staff (unit_id, id, void_reason);

CREATE INDEX ix_training_staff_name_sort_id ON training_staff (name_sort, id);

CREATE INDEX ix_training_staff_county_id_name_sort_id ON training_staff (county_id, name_sort, id);

CREATE INDEX ix_training_staff_unit_id_name_sort_id ON training_staff (unit_id, name_sort, id);

CREATE INDEX ix_training_staff_duty ON training_staff (duty);

CREATE INDEX ix_training_staff_subject ON training_staff (subject);

CREATE INDEX ix_training_staff_qualification_number ON training_staff (qualification_number);

CREATE TABLE training_staff_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    body_id INTEGER,
    name TEXT,
    duty TEXT,
    subject TEXT,
    qualification_number TEXT,
    qualification_subject TEXT,
    other_certificate TEXT,
    engaged_from TEXT,
    engaged_until TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_training_staff_history_id_position ON training_staff_history (id, position);

CREATE INDEX ix_training_staff_history_body_id_id_void_reason ON training_staff_history (body_id, id, void_reason);

CREATE INDEX ix_training_staff_history_body_id_name_engaged_from ON training_staff_history (body_id, name, engaged_from) WHERE void_reason IS NULL;

CREATE INDEX ix_training_staff_history_county_id_id_void_reason ON training_staff_history (county_id, id, void_reason);

CREATE INDEX ix_training_staff_history_unit_id_id_void_reason ON training_staff_history (unit_id, id, void_reason);

CREATE INDEX ix_training_staff_history_name_sort_id ON training_staff_history (name_sort, id);

CREATE INDEX ix_training_staff_history_county_id_name_sort_id ON training_staff_history (county_id, name_sort, id);

CREATE INDEX ix_training_staff_history_unit_id_name_sort_id ON training_staff_history (unit_id, name_sort, id);

CREATE INDEX ix_training_staff_history_duty ON training_staff_history (duty);

CREATE INDEX ix_training_staff_history_subject ON training_staff_history (subject);

CREATE INDEX ix_training_staff_history_qualification_number ON training_staff_history (qualification_number);

DROP TRIGGER IF EXISTS keep_training_staff_history;

CREATE TRIGGER keep_training_staff_history AFTER UPDATE ON training_staff
WHEN new.position <> old.position BEGIN
    INSERT INTO training_staff_history (id, version, position, void_reason, body_id, name, duty, subject, qualification_number, qualification_subject, other_certificate, engaged_from, engaged_until, county_id, unit_id, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.body_id, old.name, old.duty, old.subject, old.qualification_number, old.qualification_subject, old.other_certificate, old.engaged_from, old.engaged_until, old.county_id, old.unit_id, old.name_sort, old.search, new.position);
END;

ALTER TABLE licence ADD COLUMN decide_by TEXT;

ALTER TABLE licence_history ADD COLUMN decide_by TEXT;

ALTER TABLE licence ADD COLUMN decided_on TEXT;

ALTER TABLE licence_history ADD COLUMN decided_on TEXT;

DROP TRIGGER IF EXISTS keep_licence_history;

CREATE TRIGGER keep_licence_history AFTER UPDATE ON licence
WHEN new.position <> old.position BEGIN
    INSERT INTO licence_history (id, version, position, void_reason, number, school_id, school_name, type, purpose, organiser_id, organiser_name, address, principal_name, representative_name, office_id, office_name, decision, issued_on, valid_from, valid_until, renewed_on, times_renewed, state, decide_by, decided_on, ended_on, end_reason, county_id, school_name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.school_id, old.school_name, old.type, old.purpose, old.organiser_id, old.organiser_name, old.address, old.principal_name, old.representative_name, old.office_id, old.office_name, old.decision, old.issued_on, old.valid_from, old.valid_until, old.renewed_on, old.times_renewed, old.state, old.decide_by, old.decided_on, old.ended_on, old.end_reason, old.county_id, old.school_name_sort, old.search, new.position);
END;

CREATE INDEX ix_licence_decide_by ON licence (decide_by);

CREATE INDEX ix_licence_history_decide_by ON licence_history (decide_by);

CREATE TABLE training_course (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    body_id INTEGER NOT NULL REFERENCES training_body (id),
    name TEXT NOT NULL,
    audience TEXT NOT NULL,
    subject TEXT,
    trainer_id INTEGER REFERENCES training_staff (id),
    period_from TEXT NOT NULL,
    period_until TEXT,
    class_hours INTEGER NOT NULL,
    price INTEGER NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (audience NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_training_course_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_training_course_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM training_course;

CREATE TRIGGER gx_training_course_search_new AFTER INSERT ON training_course BEGIN
    INSERT INTO gx_training_course_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_training_course_search_changed AFTER UPDATE OF search ON training_course BEGIN
    INSERT INTO gx_training_course_search (gx_training_course_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_training_course_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_training_course_body_id_id_void_reason ON training_course (body_id, id, void_reason);

CREATE INDEX ix_training_course_trainer_id_id_void_reason ON training_course (trainer_id, id, void_reason);

CREATE UNIQUE INDEX uq_training_course_body_id_name_period_from ON training_course (body_id, name, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_training_course_county_id_id_void_reason ON training_course (county_id, id, void_reason);

CREATE INDEX ix_training_course_unit_id_id_void_reason ON training_course (unit_id, id, void_reason);

CREATE INDEX ix_training_course_name_sort_id ON training_course (name_sort, id);

CREATE INDEX ix_training_course_county_id_name_sort_id ON training_course (county_id, name_sort, id);

CREATE INDEX ix_training_course_unit_id_name_sort_id ON training_course (unit_id, name_sort, id);

CREATE INDEX ix_training_course_period_from_id ON training_course (period_from, id);

CREATE INDEX ix_training_course_county_id_period_from_id ON training_course (county_id, period_from, id);

CREATE INDEX ix_training_course_unit_id_period_from_id ON training_course (unit_id, period_from, id);

CREATE INDEX ix_training_course_price_id ON training_course (price, id);

CREATE INDEX ix_training_course_county_id_price_id ON training_course (county_id, price, id);

CREATE INDEX ix_training_course_unit_id_price_id ON training_course (unit_id, price, id);

CREATE INDEX ix_training_course_audience ON training_course (audience);

CREATE INDEX ix_training_course_subject ON training_course (subject);

CREATE TABLE training_course_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    body_id INTEGER,
    name TEXT,
    audience TEXT,
    subject TEXT,
    trainer_id INTEGER,
    period_from TEXT,
    period_until TEXT,
    class_hours INTEGER,
    price INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_training_course_history_id_position ON training_course_history (id, position);

CREATE INDEX ix_training_course_history_body_id_id_void_reason ON training_course_history (body_id, id, void_reason);

CREATE INDEX ix_training_course_history_trainer_id_id_void_reason ON training_course_history (trainer_id, id, void_reason);

CREATE INDEX ix_training_course_history_body_id_name_period_from ON training_course_history (body_id, name, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_training_course_history_county_id_id_void_reason ON training_course_history (county_id, id, void_reason);

CREATE INDEX ix_training_course_history_unit_id_id_void_reason ON training_course_history (unit_id, id, void_reason);

CREATE INDEX ix_training_course_history_name_sort_id ON training_course_history (name_sort, id);

CREATE INDEX ix_training_course_history_county_id_name_sort_id ON training_course_history (county_id, name_sort, id);

CREATE INDEX ix_training_course_history_unit_id_name_sort_id ON training_course_history (unit_id, name_sort, id);

CREATE INDEX ix_training_course_history_period_from_id ON training_course_history (period_from, id);

CREATE INDEX ix_training_course_history_county_id_period_from_id ON training_course_history (county_id, period_from, id);

CREATE INDEX ix_training_course_history_unit_id_period_from_id ON training_course_history (unit_id, period_from, id);

CREATE INDEX ix_training_course_history_price_id ON training_course_history (price, id);

CREATE INDEX ix_training_course_history_county_id_price_id ON training_course_history (county_id, price, id);

CREATE INDEX ix_training_course_history_unit_id_price_id ON training_course_history (unit_id, price, id);

CREATE INDEX ix_training_course_history_audience ON training_course_history (audience);

CREATE INDEX ix_training_course_history_subject ON training_course_history (subject);

DROP TRIGGER IF EXISTS keep_training_course_history;

CREATE TRIGGER keep_training_course_history AFTER UPDATE ON training_course
WHEN new.position <> old.position BEGIN
    INSERT INTO training_course_history (id, version, position, void_reason, body_id, name, audience, subject, trainer_id, period_from, period_until, class_hours, price, county_id, unit_id, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.body_id, old.name, old.audience, old.subject, old.trainer_id, old.period_from, old.period_until, old.class_hours, old.price, old.county_id, old.unit_id, old.name_sort, old.search, new.position);
END;

CREATE TABLE entry_deferral (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    office_id INTEGER NOT NULL REFERENCES unit (id),
    student_id INTEGER REFERENCES student (id),
    name TEXT NOT NULL,
    sex TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    guardian_name TEXT NOT NULL,
    school_year_id INTEGER NOT NULL REFERENCES school_year (id),
    reason TEXT NOT NULL,
    certificate TEXT,
    document_id INTEGER REFERENCES file (id),
    document_name TEXT,
    asker_id INTEGER REFERENCES account (id),
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    state TEXT NOT NULL,
    until TEXT,
    decided_by TEXT,
    decided_at TEXT,
    answer TEXT,
    ended_on TEXT,
    outcome TEXT,
    county_id INTEGER,
    search TEXT NOT NULL,
    CHECK (sex NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_entry_deferral_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_entry_deferral_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM entry_deferral;

CREATE TRIGGER gx_entry_deferral_search_new AFTER INSERT ON entry_deferral BEGIN
    INSERT INTO gx_entry_deferral_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_entry_deferral_search_changed AFTER UPDATE OF search ON entry_deferral BEGIN
    INSERT INTO gx_entry_deferral_search (gx_entry_deferral_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_entry_deferral_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_entry_deferral_office_id_id_void_reason ON entry_deferral (office_id, id, void_reason);

CREATE INDEX ix_entry_deferral_student_id_id_void_reason ON entry_deferral (student_id, id, void_reason);

CREATE INDEX ix_entry_deferral_school_year_id_id_void_reason ON entry_deferral (school_year_id, id, void_reason);

CREATE INDEX ix_entry_deferral_document_id_id_void_reason ON entry_deferral (document_id, id, void_reason);

CREATE INDEX ix_entry_deferral_asker_id_id_void_reason ON entry_deferral (asker_id, id, void_reason);

CREATE INDEX ix_entry_deferral_until ON entry_deferral (until);

CREATE INDEX ix_entry_deferral_county_id_id_void_reason ON entry_deferral (county_id, id, void_reason);

CREATE INDEX ix_entry_deferral_asked_at_id ON entry_deferral (asked_at, id);

CREATE INDEX ix_entry_deferral_county_id_asked_at_id ON entry_deferral (county_id, asked_at, id);

CREATE INDEX ix_entry_deferral_office_id_asked_at_id ON entry_deferral (office_id, asked_at, id);

CREATE INDEX ix_entry_deferral_until_id ON entry_deferral (until, id);

CREATE INDEX ix_entry_deferral_county_id_until_id ON entry_deferral (county_id, until, id);

CREATE INDEX ix_entry_deferral_office_id_until_id ON entry_deferral (office_id, until, id);

CREATE INDEX ix_entry_deferral_state ON entry_deferral (state);

CREATE INDEX ix_entry_deferral_birth_date ON entry_deferral (birth_date);

CREATE TABLE entry_deferral_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    office_id INTEGER,
    student_id INTEGER,
    name TEXT,
    sex TEXT,
    birth_date TEXT,
    guardian_name TEXT,
    school_year_id INTEGER,
    reason TEXT,
    certificate TEXT,
    document_id INTEGER,
    document_name TEXT,
    asker_id INTEGER,
    asked_by TEXT,
    asked_at TEXT,
    state TEXT,
    until TEXT,
    decided_by TEXT,
    decided_at TEXT,
    answer TEXT,
    ended_on TEXT,
    outcome TEXT,
    county_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_entry_deferral_history_id_position ON entry_deferral_history (id, position);

CREATE INDEX ix_entry_deferral_history_office_id_id_void_reason ON entry_deferral_history (office_id, id, void_reason);

CREATE INDEX ix_entry_deferral_history_student_id_id_void_reason ON entry_deferral_history (student_id, id, void_reason);

CREATE INDEX ix_entry_deferral_history_school_year_id_id_void_reason ON entry_deferral_history (school_year_id, id, void_reason);

CREATE INDEX ix_entry_deferral_history_document_id_id_void_reason ON entry_deferral_history (document_id, id, void_reason);

CREATE INDEX ix_entry_deferral_history_asker_id_id_void_reason ON entry_deferral_history (asker_id, id, void_reason);

CREATE INDEX ix_entry_deferral_history_until ON entry_deferral_history (until);

CREATE INDEX ix_entry_deferral_history_county_id_id_void_reason ON entry_deferral_history (county_id, id, void_reason);

CREATE INDEX ix_entry_deferral_history_asked_at_id ON entry_deferral_history (asked_at, id);

CREATE INDEX ix_entry_deferral_history_county_id_asked_at_id ON entry_deferral_history (county_id, asked_at, id);

CREATE INDEX ix_entry_deferral_history_office_id_asked_at_id ON entry_deferral_history (office_id, asked_at, id);

CREATE INDEX ix_entry_deferral_history_until_id ON entry_deferral_history (until, id);

CREATE INDEX ix_entry_deferral_history_county_id_until_id ON entry_deferral_history (county_id, until, id);

CREATE INDEX ix_entry_deferral_history_office_id_until_id ON entry_deferral_history (office_id, until, id);

CREATE INDEX ix_entry_deferral_history_state ON entry_deferral_history (state);

CREATE INDEX ix_entry_deferral_history_birth_date ON entry_deferral_history (birth_date);

DROP TRIGGER IF EXISTS keep_entry_deferral_history;

CREATE TRIGGER keep_entry_deferral_history AFTER UPDATE ON entry_deferral
WHEN new.position <> old.position BEGIN
    INSERT INTO entry_deferral_history (id, version, position, void_reason, office_id, student_id, name, sex, birth_date, guardian_name, school_year_id, reason, certificate, document_id, document_name, asker_id, asked_by, asked_at, state, until, decided_by, decided_at, answer, ended_on, outcome, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.office_id, old.student_id, old.name, old.sex, old.birth_date, old.guardian_name, old.school_year_id, old.reason, old.certificate, old.document_id, old.document_name, old.asker_id, old.asked_by, old.asked_at, old.state, old.until, old.decided_by, old.decided_at, old.answer, old.ended_on, old.outcome, old.county_id, old.search, new.position);
END;

CREATE TABLE training_lesson (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    course_id INTEGER NOT NULL REFERENCES training_course (id),
    body_id INTEGER NOT NULL REFERENCES training_body (id),
    day TEXT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT NOT NULL,
    class_hours INTEGER NOT NULL,
    state TEXT NOT NULL,
    noted_by TEXT,
    reason TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (begins NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (ends NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_training_lesson_course_id_id_void_reason ON training_lesson (course_id, id, void_reason);

CREATE INDEX ix_training_lesson_body_id_id_void_reason ON training_lesson (body_id, id, void_reason);

CREATE INDEX ix_training_lesson_county_id_id_void_reason ON training_lesson (county_id, id, void_reason);

CREATE INDEX ix_training_lesson_unit_id_id_void_reason ON training_lesson (unit_id, id, void_reason);

CREATE INDEX ix_training_lesson_day_id ON training_lesson (day, id);

CREATE INDEX ix_training_lesson_county_id_day_id ON training_lesson (county_id, day, id);

CREATE INDEX ix_training_lesson_unit_id_day_id ON training_lesson (unit_id, day, id);

CREATE INDEX ix_training_lesson_state ON training_lesson (state);

CREATE TABLE training_lesson_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    course_id INTEGER,
    body_id INTEGER,
    day TEXT,
    begins TEXT,
    ends TEXT,
    class_hours INTEGER,
    state TEXT,
    noted_by TEXT,
    reason TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_training_lesson_history_id_position ON training_lesson_history (id, position);

CREATE INDEX ix_training_lesson_history_course_id_id_void_reason ON training_lesson_history (course_id, id, void_reason);

CREATE INDEX ix_training_lesson_history_body_id_id_void_reason ON training_lesson_history (body_id, id, void_reason);

CREATE INDEX ix_training_lesson_history_county_id_id_void_reason ON training_lesson_history (county_id, id, void_reason);

CREATE INDEX ix_training_lesson_history_unit_id_id_void_reason ON training_lesson_history (unit_id, id, void_reason);

CREATE INDEX ix_training_lesson_history_day_id ON training_lesson_history (day, id);

CREATE INDEX ix_training_lesson_history_county_id_day_id ON training_lesson_history (county_id, day, id);

CREATE INDEX ix_training_lesson_history_unit_id_day_id ON training_lesson_history (unit_id, day, id);

CREATE INDEX ix_training_lesson_history_state ON training_lesson_history (state);

DROP TRIGGER IF EXISTS keep_training_lesson_history;

CREATE TRIGGER keep_training_lesson_history AFTER UPDATE ON training_lesson
WHEN new.position <> old.position BEGIN
    INSERT INTO training_lesson_history (id, version, position, void_reason, course_id, body_id, day, begins, ends, class_hours, state, noted_by, reason, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.course_id, old.body_id, old.day, old.begins, old.ends, old.class_hours, old.state, old.noted_by, old.reason, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE training_charge (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    course_id INTEGER NOT NULL REFERENCES training_course (id),
    body_id INTEGER NOT NULL REFERENCES training_body (id),
    student_id INTEGER REFERENCES student (id),
    trainee TEXT NOT NULL,
    contract_number TEXT NOT NULL,
    charged_by TEXT NOT NULL,
    means TEXT NOT NULL,
    covers_from TEXT NOT NULL,
    covers_until TEXT,
    class_hours INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    paid_on TEXT NOT NULL,
    renews_id INTEGER REFERENCES training_charge (id),
    counted_from TEXT NOT NULL,
    hours_before INTEGER NOT NULL,
    released INTEGER NOT NULL,
    refunded INTEGER NOT NULL,
    refunded_hours INTEGER NOT NULL,
    held INTEGER NOT NULL,
    state TEXT NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    search TEXT NOT NULL,
    CHECK (charged_by NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (means NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_training_charge_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_training_charge_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM training_charge;

CREATE TRIGGER gx_training_charge_search_new AFTER INSERT ON training_charge BEGIN
    INSERT INTO gx_training_charge_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_training_charge_search_changed AFTER UPDATE OF search ON training_charge BEGIN
    INSERT INTO gx_training_charge_search (gx_training_charge_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_training_charge_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_training_charge_course_id_id_void_reason ON training_charge (course_id, id, void_reason);

CREATE INDEX ix_training_charge_body_id_id_void_reason ON training_charge (body_id, id, void_reason);

CREATE INDEX ix_training_charge_student_id_id_void_reason ON training_charge (student_id, id, void_reason);

CREATE INDEX ix_training_charge_renews_id_id_void_reason ON training_charge (renews_id, id, void_reason);

CREATE INDEX ix_training_charge_county_id_id_void_reason ON training_charge (county_id, id, void_reason);

CREATE INDEX ix_training_charge_unit_id_id_void_reason ON training_charge (unit_id, id, void_reason);

CREATE INDEX ix_training_charge_paid_on_id ON training_charge (paid_on, id);

CREATE INDEX ix_training_charge_county_id_paid_on_id ON training_charge (county_id, paid_on, id);

CREATE INDEX ix_training_charge_unit_id_paid_on_id ON training_charge (unit_id, paid_on, id);

CREATE INDEX ix_training_charge_amount_id ON training_charge (amount, id);

CREATE INDEX ix_training_charge_county_id_amount_id ON training_charge (county_id, amount, id);

CREATE INDEX ix_training_charge_unit_id_amount_id ON training_charge (unit_id, amount, id);

CREATE INDEX ix_training_charge_contract_number ON training_charge (contract_number);

CREATE INDEX ix_training_charge_state ON training_charge (state);

CREATE INDEX ix_training_charge_held ON training_charge (held);

CREATE TABLE training_charge_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    course_id INTEGER,
    body_id INTEGER,
    student_id INTEGER,
    trainee TEXT,
    contract_number TEXT,
    charged_by TEXT,
    means TEXT,
    covers_from TEXT,
    covers_until TEXT,
    class_hours INTEGER,
    amount INTEGER,
    paid_on TEXT,
    renews_id INTEGER,
    counted_from TEXT,
    hours_before INTEGER,
    released INTEGER,
    refunded INTEGER,
    refunded_hours INTEGER,
    held INTEGER,
    state TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_training_charge_history_id_position ON training_charge_history (id, position);

CREATE INDEX ix_training_charge_history_course_id_id_void_reason ON training_charge_history (course_id, id, void_reason);

CREATE INDEX ix_training_charge_history_body_id_id_void_reason ON training_charge_history (body_id, id, void_reason);

CREATE INDEX ix_training_charge_history_student_id_id_void_reason ON training_charge_history (student_id, id, void_reason);

CREATE INDEX ix_training_charge_history_renews_id_id_void_reason ON training_charge_history (renews_id, id, void_reason);

CREATE INDEX ix_training_charge_history_county_id_id_void_reason ON training_charge_history (county_id, id, void_reason);

CREATE INDEX ix_training_charge_history_unit_id_id_void_reason ON training_charge_history (unit_id, id, void_reason);

CREATE INDEX ix_training_charge_history_paid_on_id ON training_charge_history (paid_on, id);

CREATE INDEX ix_training_charge_history_county_id_paid_on_id ON training_charge_history (county_id, paid_on, id);

CREATE INDEX ix_training_charge_history_unit_id_paid_on_id ON training_charge_history (unit_id, paid_on, id);

CREATE INDEX ix_training_charge_history_amount_id ON training_charge_history (amount, id);

CREATE INDEX ix_training_charge_history_county_id_amount_id ON training_charge_history (county_id, amount, id);

CREATE INDEX ix_training_charge_history_unit_id_amount_id ON training_charge_history (unit_id, amount, id);

CREATE INDEX ix_training_charge_history_contract_number ON training_charge_history (contract_number);

CREATE INDEX ix_training_charge_history_state ON training_charge_history (state);

CREATE INDEX ix_training_charge_history_held ON training_charge_history (held);

DROP TRIGGER IF EXISTS keep_training_charge_history;

CREATE TRIGGER keep_training_charge_history AFTER UPDATE ON training_charge
WHEN new.position <> old.position BEGIN
    INSERT INTO training_charge_history (id, version, position, void_reason, course_id, body_id, student_id, trainee, contract_number, charged_by, means, covers_from, covers_until, class_hours, amount, paid_on, renews_id, counted_from, hours_before, released, refunded, refunded_hours, held, state, county_id, unit_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.course_id, old.body_id, old.student_id, old.trainee, old.contract_number, old.charged_by, old.means, old.covers_from, old.covers_until, old.class_hours, old.amount, old.paid_on, old.renews_id, old.counted_from, old.hours_before, old.released, old.refunded, old.refunded_hours, old.held, old.state, old.county_id, old.unit_id, old.search, new.position);
END;

CREATE TABLE custody_entry (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    charge_id INTEGER NOT NULL REFERENCES training_charge (id),
    body_id INTEGER NOT NULL REFERENCES training_body (id),
    lesson_id INTEGER REFERENCES training_lesson (id),
    sort TEXT NOT NULL,
    amount INTEGER NOT NULL,
    class_hours INTEGER NOT NULL,
    day TEXT NOT NULL,
    reason TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_custody_entry_charge_id_id_void_reason ON custody_entry (charge_id, id, void_reason);

CREATE INDEX ix_custody_entry_body_id_id_void_reason ON custody_entry (body_id, id, void_reason);

CREATE INDEX ix_custody_entry_lesson_id_id_void_reason ON custody_entry (lesson_id, id, void_reason);

CREATE INDEX ix_custody_entry_county_id_id_void_reason ON custody_entry (county_id, id, void_reason);

CREATE INDEX ix_custody_entry_unit_id_id_void_reason ON custody_entry (unit_id, id, void_reason);

CREATE INDEX ix_custody_entry_day_id ON custody_entry (day, id);

CREATE INDEX ix_custody_entry_county_id_day_id ON custody_entry (county_id, day, id);

CREATE INDEX ix_custody_entry_unit_id_day_id ON custody_entry (unit_id, day, id);

CREATE INDEX ix_custody_entry_amount_id ON custody_entry (amount, id);

CREATE INDEX ix_custody_entry_county_id_amount_id ON custody_entry (county_id, amount, id);

CREATE INDEX ix_custody_entry_unit_id_amount_id ON custody_entry (unit_id, amount, id);

CREATE INDEX ix_custody_entry_sort ON custody_entry (sort);

CREATE TABLE custody_entry_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    charge_id INTEGER,
    body_id INTEGER,
    lesson_id INTEGER,
    sort TEXT,
    amount INTEGER,
    class_hours INTEGER,
    day TEXT,
    reason TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_custody_entry_history_id_position ON custody_entry_history (id, position);

CREATE INDEX ix_custody_entry_history_charge_id_id_void_reason ON custody_entry_history (charge_id, id, void_reason);

CREATE INDEX ix_custody_entry_history_body_id_id_void_reason ON custody_entry_history (body_id, id, void_reason);

CREATE INDEX ix_custody_entry_history_lesson_id_id_void_reason ON custody_entry_history (lesson_id, id, void_reason);

CREATE INDEX ix_custody_entry_history_county_id_id_void_reason ON custody_entry_history (county_id, id, void_reason);

CREATE INDEX ix_custody_entry_history_unit_id_id_void_reason ON custody_entry_history (unit_id, id, void_reason);

CREATE INDEX ix_custody_entry_history_day_id ON custody_entry_history (day, id);

CREATE INDEX ix_custody_entry_history_county_id_day_id ON custody_entry_history (county_id, day, id);

CREATE INDEX ix_custody_entry_history_unit_id_day_id ON custody_entry_history (unit_id, day, id);

CREATE INDEX ix_custody_entry_history_amount_id ON custody_entry_history (amount, id);

CREATE INDEX ix_custody_entry_history_county_id_amount_id ON custody_entry_history (county_id, amount, id);

CREATE INDEX ix_custody_entry_history_unit_id_amount_id ON custody_entry_history (unit_id, amount, id);

CREATE INDEX ix_custody_entry_history_sort ON custody_entry_history (sort);

DROP TRIGGER IF EXISTS keep_custody_entry_history;

CREATE TRIGGER keep_custody_entry_history AFTER UPDATE ON custody_entry
WHEN new.position <> old.position BEGIN
    INSERT INTO custody_entry_history (id, version, position, void_reason, charge_id, body_id, lesson_id, sort, amount, class_hours, day, reason, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.charge_id, old.body_id, old.lesson_id, old.sort, old.amount, old.class_hours, old.day, old.reason, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE training_complaint (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    body_id INTEGER NOT NULL REFERENCES training_body (id),
    student_id INTEGER REFERENCES student (id),
    charge_id INTEGER REFERENCES training_charge (id),
    sort TEXT NOT NULL,
    source TEXT NOT NULL,
    complainant TEXT NOT NULL,
    complainer_id INTEGER REFERENCES account (id),
    text TEXT NOT NULL,
    asked_amount INTEGER,
    received_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL,
    handler TEXT,
    answer TEXT,
    refunded_amount INTEGER,
    closed_on TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (source NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_training_complaint_body_id_id_void_reason ON training_complaint (body_id, id, void_reason);

CREATE INDEX ix_training_complaint_student_id_id_void_reason ON training_complaint (student_id, id, void_reason);

CREATE INDEX ix_training_complaint_charge_id_id_void_reason ON training_complaint (charge_id, id, void_reason);

CREATE INDEX ix_training_complaint_complainer_id_id_void_reason ON training_complaint (complainer_id, id, void_reason);

CREATE INDEX ix_training_complaint_due_on ON training_complaint (due_on);

CREATE INDEX ix_training_complaint_county_id_id_void_reason ON training_complaint (county_id, id, void_reason);

CREATE INDEX ix_training_complaint_unit_id_id_void_reason ON training_complaint (unit_id, id, void_reason);

CREATE INDEX ix_training_complaint_due_on_id ON training_complaint (due_on, id);

CREATE INDEX ix_training_complaint_county_id_due_on_id ON training_complaint (county_id, due_on, id);

CREATE INDEX ix_training_complaint_unit_id_due_on_id ON training_complaint (unit_id, due_on, id);

CREATE INDEX ix_training_complaint_received_on_id ON training_complaint (received_on, id);

CREATE INDEX ix_training_complaint_county_id_received_on_id ON training_complaint (county_id, received_on, id);

CREATE INDEX ix_training_complaint_unit_id_received_on_id ON training_complaint (unit_id, received_on, id);

CREATE INDEX ix_training_complaint_county_id_state_void_reason ON training_complaint (county_id, state, void_reason);

CREATE INDEX ix_training_complaint_unit_id_state_void_reason ON training_complaint (unit_id, state, void_reason);

CREATE INDEX ix_training_complaint_state ON training_complaint (state);

CREATE INDEX ix_training_complaint_sort ON training_complaint (sort);

CREATE INDEX ix_training_complaint_source ON training_complaint (source);

CREATE TABLE training_complaint_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    body_id INTEGER,
    student_id INTEGER,
    charge_id INTEGER,
    sort TEXT,
    source TEXT,
    complainant TEXT,
    complainer_id INTEGER,
    text TEXT,
    asked_amount INTEGER,
    received_on TEXT,
    due_on TEXT,
    state TEXT,
    handler TEXT,
    answer TEXT,
    refunded_amount INTEGER,
    closed_on TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_training_complaint_history_id_position ON training_complaint_history (id, position);

CREATE INDEX ix_training_complaint_history_body_id_id_void_reason ON training_complaint_history (body_id, id, void_reason);

CREATE INDEX ix_training_complaint_history_student_id_id_void_reason ON training_complaint_history (student_id, id, void_reason);

CREATE INDEX ix_training_complaint_history_charge_id_id_void_reason ON training_complaint_history (charge_id, id, void_reason);

CREATE INDEX ix_training_complaint_history_complainer_id_id_void_reason ON training_complaint_history (complainer_id, id, void_reason);

CREATE INDEX ix_training_complaint_history_due_on ON training_complaint_history (due_on);

CREATE INDEX ix_training_complaint_history_county_id_id_void_reason ON training_complaint_history (county_id, id, void_reason);

CREATE INDEX ix_training_complaint_history_unit_id_id_void_reason ON training_complaint_history (unit_id, id, void_reason);

CREATE INDEX ix_training_complaint_history_due_on_id ON training_complaint_history (due_on, id);

CREATE INDEX ix_training_complaint_history_county_id_due_on_id ON training_complaint_history (county_id, due_on, id);

CREATE INDEX ix_training_complaint_history_unit_id_due_on_id ON training_complaint_history (unit_id, due_on, id);

CREATE INDEX ix_training_complaint_history_received_on_id ON training_complaint_history (received_on, id);

CREATE INDEX ix_training_complaint_history_county_id_received_on_id ON training_complaint_history (county_id, received_on, id);

CREATE INDEX ix_training_complaint_history_unit_id_received_on_id ON training_complaint_history (unit_id, received_on, id);

CREATE INDEX ix_training_complaint_history_county_id_state_void_reason ON training_complaint_history (county_id, state, void_reason);

CREATE INDEX ix_training_complaint_history_unit_id_state_void_reason ON training_complaint_history (unit_id, state, void_reason);

CREATE INDEX ix_training_complaint_history_state ON training_complaint_history (state);

CREATE INDEX ix_training_complaint_history_sort ON training_complaint_history (sort);

CREATE INDEX ix_training_complaint_history_source ON training_complaint_history (source);

DROP TRIGGER IF EXISTS keep_training_complaint_history;

CREATE TRIGGER keep_training_complaint_history AFTER UPDATE ON training_complaint
WHEN new.position <> old.position BEGIN
    INSERT INTO training_complaint_history (id, version, position, void_reason, body_id, student_id, charge_id, sort, source, complainant, complainer_id, text, asked_amount, received_on, due_on, state, handler, answer, refunded_amount, closed_on, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.body_id, old.student_id, old.charge_id, old.sort, old.source, old.complainant, old.complainer_id, old.text, old.asked_amount, old.received_on, old.due_on, old.state, old.handler, old.answer, old.refunded_amount, old.closed_on, old.county_id, old.unit_id, new.position);
END;

