ALTER TABLE division ADD COLUMN successor_id INTEGER REFERENCES division (id);

ALTER TABLE division_history ADD COLUMN successor_id INTEGER;

DROP TRIGGER IF EXISTS keep_division_history;

CREATE TRIGGER keep_division_history AFTER UPDATE ON division
WHEN new.position <> old.position BEGIN
    INSERT INTO division_history (id, version, position, void_reason, code, name, level, parent_id, valid_from, valid_until, successor_id, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.name, old.level, old.parent_id, old.valid_from, old.valid_until, old.successor_id, old.name_sort, old.search, new.position);
END;

CREATE INDEX ix_division_successor_id_id_void_reason ON division (successor_id, id, void_reason);

CREATE INDEX ix_division_history_successor_id_id_void_reason ON division_history (successor_id, id, void_reason);

CREATE TABLE school_year (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    name TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT,
    CHECK (name NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_school_year_name ON school_year (name) WHERE void_reason IS NULL;

CREATE INDEX ix_school_year_name_id ON school_year (name, id);

CREATE TABLE school_year_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    name TEXT,
    period_from TEXT,
    period_until TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_school_year_history_id_position ON school_year_history (id, position);

CREATE INDEX ix_school_year_history_name ON school_year_history (name) WHERE void_reason IS NULL;

CREATE INDEX ix_school_year_history_name_id ON school_year_history (name, id);

DROP TRIGGER IF EXISTS keep_school_year_history;

CREATE TRIGGER keep_school_year_history AFTER UPDATE ON school_year
WHEN new.position <> old.position BEGIN
    INSERT INTO school_year_history (id, version, position, void_reason, name, period_from, period_until, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.name, old.period_from, old.period_until, new.position);
END;

ALTER TABLE person ADD COLUMN nationality TEXT CHECK (nationality NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE person_history ADD COLUMN nationality TEXT;

ALTER TABLE person ADD COLUMN overseas_status TEXT CHECK (overseas_status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE person_history ADD COLUMN overseas_status TEXT;

ALTER TABLE person ADD COLUMN political_status TEXT CHECK (political_status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE person_history ADD COLUMN political_status TEXT;

ALTER TABLE person ADD COLUMN marital_status TEXT CHECK (marital_status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE person_history ADD COLUMN marital_status TEXT;

ALTER TABLE person ADD COLUMN health TEXT CHECK (health NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE person_history ADD COLUMN health TEXT;

ALTER TABLE person ADD COLUMN household_type TEXT CHECK (household_type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE person_history ADD COLUMN household_type TEXT;

DROP TRIGGER IF EXISTS keep_person_history;

CREATE TRIGGER keep_person_history AFTER UPDATE ON person
WHEN new.position <> old.position BEGIN
    INSERT INTO person_history (id, version, position, void_reason, name, sex, birth_date, ethnicity, nationality, overseas_status, political_status, marital_status, health, household_type, document_type, document_number_mask, phone_mask, address, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.name, old.sex, old.birth_date, old.ethnicity, old.nationality, old.overseas_status, old.political_status, old.marital_status, old.health, old.household_type, old.document_type, old.document_number_mask, old.phone_mask, old.address, old.name_sort, old.search, new.position);
END;

CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_year_id INTEGER NOT NULL REFERENCES school_year (id),
    season TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT,
    status TEXT NOT NULL,
    CHECK (season NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_term_school_year_id_id_void_reason ON term (school_year_id, id, void_reason);

CREATE UNIQUE INDEX uq_term_school_year_id_season ON term (school_year_id, season) WHERE void_reason IS NULL;

CREATE INDEX ix_term_period_from_id ON term (period_from, id);

CREATE INDEX ix_term_season ON term (season);

CREATE INDEX ix_term_status ON term (status);

CREATE TABLE term_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_year_id INTEGER,
    season TEXT,
    period_from TEXT,
    period_until TEXT,
    status TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_term_history_id_position ON term_history (id, position);

CREATE INDEX ix_term_history_school_year_id_id_void_reason ON term_history (school_year_id, id, void_reason);

CREATE INDEX ix_term_history_school_year_id_season ON term_history (school_year_id, season) WHERE void_reason IS NULL;

CREATE INDEX ix_term_history_period_from_id ON term_history (period_from, id);

CREATE INDEX ix_term_history_season ON term_history (season);

CREATE INDEX ix_term_history_status ON term_history (status);

DROP TRIGGER IF EXISTS keep_term_history;

CREATE TRIGGER keep_term_history AFTER UPDATE ON term
WHEN new.position <> old.position BEGIN
    INSERT INTO term_history (id, version, position, void_reason, school_year_id, season, period_from, period_until, status, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_year_id, old.season, old.period_from, old.period_until, old.status, new.position);
END;

ALTER TABLE unit ADD COLUMN legal_representative_id INTEGER REFERENCES person (id);

ALTER TABLE unit_history ADD COLUMN legal_representative_id INTEGER;

ALTER TABLE unit ADD COLUMN host_id INTEGER REFERENCES unit (id);

ALTER TABLE unit_history ADD COLUMN host_id INTEGER;

ALTER TABLE unit ADD COLUMN founded_on TEXT;

ALTER TABLE unit_history ADD COLUMN founded_on TEXT;

ALTER TABLE unit ADD COLUMN village_code TEXT CHECK (village_code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE unit_history ADD COLUMN village_code TEXT;

ALTER TABLE unit ADD COLUMN phone TEXT CHECK (phone NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE unit_history ADD COLUMN phone TEXT;

ALTER TABLE unit ADD COLUMN schooling TEXT CHECK (schooling NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE unit_history ADD COLUMN schooling TEXT;

ALTER TABLE unit ADD COLUMN language TEXT CHECK (language NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE unit_history ADD COLUMN language TEXT;

ALTER TABLE unit ADD COLUMN has_boarding INTEGER;

ALTER TABLE unit_history ADD COLUMN has_boarding INTEGER;

ALTER TABLE unit ADD COLUMN is_inclusive INTEGER;

ALTER TABLE unit_history ADD COLUMN is_inclusive INTEGER;

DROP TRIGGER IF EXISTS keep_unit_history;

CREATE TRIGGER keep_unit_history AFTER UPDATE ON unit
WHEN new.position <> old.position BEGIN
    INSERT INTO unit_history (id, version, position, void_reason, code, name, short_name, english_name, category, superior_id, division_id, operation_from, operation_until, county_id, name_sort, code_sort, search, type, credit_code, organiser, setting, principal_id, legal_representative_id, host_id, founded_on, address, village_code, phone, schooling, language, has_boarding, is_inclusive, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.name, old.short_name, old.english_name, old.category, old.superior_id, old.division_id, old.operation_from, old.operation_until, old.county_id, old.name_sort, old.code_sort, old.search, old.type, old.credit_code, old.organiser, old.setting, old.principal_id, old.legal_representative_id, old.host_id, old.founded_on, old.address, old.village_code, old.phone, old.schooling, old.language, old.has_boarding, old.is_inclusive, new.position);
END;

CREATE INDEX ix_unit_legal_representative_id_id_void_reason ON unit (legal_representative_id, id, void_reason);

CREATE INDEX ix_unit_host_id_id_void_reason ON unit (host_id, id, void_reason);

CREATE INDEX ix_unit_has_boarding ON unit (has_boarding);

CREATE INDEX ix_unit_is_inclusive ON unit (is_inclusive);

CREATE INDEX ix_unit_history_legal_representative_id_id_void_reason ON unit_history (legal_representative_id, id, void_reason);

CREATE INDEX ix_unit_history_host_id_id_void_reason ON unit_history (host_id, id, void_reason);

CREATE INDEX ix_unit_history_has_boarding ON unit_history (has_boarding);

CREATE INDEX ix_unit_history_is_inclusive ON unit_history (is_inclusive);

CREATE TABLE former_code (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    code TEXT NOT NULL,
    held_from TEXT,
    held_until TEXT NOT NULL,
    document TEXT,
    county_id INTEGER,
    code_sort TEXT NOT NULL
) STRICT;

CREATE INDEX ix_former_code_unit_id_id_void_reason ON former_code (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_former_code_code ON former_code (code) WHERE void_reason IS NULL;

CREATE INDEX ix_former_code_county_id_id_void_reason ON former_code (county_id, id, void_reason);

CREATE INDEX ix_former_code_code_sort_id ON former_code (code_sort, id);

CREATE INDEX ix_former_code_county_id_code_sort_id ON former_code (county_id, code_sort, id);

CREATE INDEX ix_former_code_unit_id_code_sort_id ON former_code (unit_id, code_sort, id);

CREATE TABLE former_code_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    unit_id INTEGER,
    code TEXT,
    held_from TEXT,
    held_until TEXT,
    document TEXT,
    county_id INTEGER,
    code_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_former_code_history_id_position ON former_code_history (id, position);

CREATE INDEX ix_former_code_history_unit_id_id_void_reason ON former_code_history (unit_id, id, void_reason);

CREATE INDEX ix_former_code_history_code ON former_code_history (code) WHERE void_reason IS NULL;

CREATE INDEX ix_former_code_history_county_id_id_void_reason ON former_code_history (county_id, id, void_reason);

CREATE INDEX ix_former_code_history_code_sort_id ON former_code_history (code_sort, id);

CREATE INDEX ix_former_code_history_county_id_code_sort_id ON former_code_history (county_id, code_sort, id);

CREATE INDEX ix_former_code_history_unit_id_code_sort_id ON former_code_history (unit_id, code_sort, id);

DROP TRIGGER IF EXISTS keep_former_code_history;

CREATE TRIGGER keep_former_code_history AFTER UPDATE ON former_code
WHEN new.position <> old.position BEGIN
    INSERT INTO former_code_history (id, version, position, void_reason, unit_id, code, held_from, held_until, document, county_id, code_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.code, old.held_from, old.held_until, old.document, old.county_id, old.code_sort, new.position);
END;

CREATE TABLE former_name (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    held_from TEXT,
    held_until TEXT NOT NULL,
    document TEXT,
    county_id INTEGER,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE gx_former_name_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_former_name_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM former_name;

CREATE TRIGGER gx_former_name_search_new AFTER INSERT ON former_name BEGIN
    INSERT INTO gx_former_name_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_former_name_search_changed AFTER UPDATE OF search ON former_name BEGIN
    INSERT INTO gx_former_name_search (gx_former_name_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_former_name_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_former_name_unit_id_id_void_reason ON former_name (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_former_name_unit_id_held_until ON former_name (unit_id, held_until) WHERE void_reason IS NULL;

CREATE INDEX ix_former_name_county_id_id_void_reason ON former_name (county_id, id, void_reason);

CREATE INDEX ix_former_name_name_sort_id ON former_name (name_sort, id);

CREATE INDEX ix_former_name_county_id_name_sort_id ON former_name (county_id, name_sort, id);

CREATE INDEX ix_former_name_unit_id_name_sort_id ON former_name (unit_id, name_sort, id);

CREATE INDEX ix_former_name_name ON former_name (name);

CREATE TABLE former_name_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    unit_id INTEGER,
    name TEXT,
    held_from TEXT,
    held_until TEXT,
    document TEXT,
    county_id INTEGER,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_former_name_history_id_position ON former_name_history (id, position);

CREATE INDEX ix_former_name_history_unit_id_id_void_reason ON former_name_history (unit_id, id, void_reason);

CREATE INDEX ix_former_name_history_unit_id_held_until ON former_name_history (unit_id, held_until) WHERE void_reason IS NULL;

CREATE INDEX ix_former_name_history_county_id_id_void_reason ON former_name_history (county_id, id, void_reason);

CREATE INDEX ix_former_name_history_name_sort_id ON former_name_history (name_sort, id);

CREATE INDEX ix_former_name_history_county_id_name_sort_id ON former_name_history (county_id, name_sort, id);

CREATE INDEX ix_former_name_history_unit_id_name_sort_id ON former_name_history (unit_id, name_sort, id);

CREATE INDEX ix_former_name_history_name ON former_name_history (name);

DROP TRIGGER IF EXISTS keep_former_name_history;

CREATE TRIGGER keep_former_name_history AFTER UPDATE ON former_name
WHEN new.position <> old.position BEGIN
    INSERT INTO former_name_history (id, version, position, void_reason, unit_id, name, held_from, held_until, document, county_id, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.name, old.held_from, old.held_until, old.document, old.county_id, old.name_sort, old.search, new.position);
END;

CREATE TABLE campus (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    is_main INTEGER NOT NULL,
    address TEXT,
    division_id INTEGER REFERENCES division (id),
    longitude INTEGER,
    latitude INTEGER,
    county_id INTEGER,
    name_sort TEXT NOT NULL
) STRICT;

CREATE INDEX ix_campus_school_id_id_void_reason ON campus (school_id, id, void_reason);

CREATE INDEX ix_campus_division_id_id_void_reason ON campus (division_id, id, void_reason);

CREATE UNIQUE INDEX uq_campus_school_id_name ON campus (school_id, name) WHERE void_reason IS NULL;

CREATE INDEX ix_campus_county_id_id_void_reason ON campus (county_id, id, void_reason);

CREATE INDEX ix_campus_name_sort_id ON campus (name_sort, id);

CREATE INDEX ix_campus_county_id_name_sort_id ON campus (county_id, name_sort, id);

CREATE INDEX ix_campus_school_id_name_sort_id ON campus (school_id, name_sort, id);

CREATE INDEX ix_campus_name ON campus (name);

CREATE INDEX ix_campus_is_main ON campus (is_main);

CREATE TABLE campus_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    name TEXT,
    is_main INTEGER,
    address TEXT,
    division_id INTEGER,
    longitude INTEGER,
    latitude INTEGER,
    county_id INTEGER,
    name_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_campus_history_id_position ON campus_history (id, position);

CREATE INDEX ix_campus_history_school_id_id_void_reason ON campus_history (school_id, id, void_reason);

CREATE INDEX ix_campus_history_division_id_id_void_reason ON campus_history (division_id, id, void_reason);

CREATE INDEX ix_campus_history_school_id_name ON campus_history (school_id, name) WHERE void_reason IS NULL;

CREATE INDEX ix_campus_history_county_id_id_void_reason ON campus_history (county_id, id, void_reason);

CREATE INDEX ix_campus_history_name_sort_id ON campus_history (name_sort, id);

CREATE INDEX ix_campus_history_county_id_name_sort_id ON campus_history (county_id, name_sort, id);

CREATE INDEX ix_campus_history_school_id_name_sort_id ON campus_history (school_id, name_sort, id);

CREATE INDEX ix_campus_history_name ON campus_history (name);

CREATE INDEX ix_campus_history_is_main ON campus_history (is_main);

DROP TRIGGER IF EXISTS keep_campus_history;

CREATE TRIGGER keep_campus_history AFTER UPDATE ON campus
WHEN new.position <> old.position BEGIN
    INSERT INTO campus_history (id, version, position, void_reason, school_id, name, is_main, address, division_id, longitude, latitude, county_id, name_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.name, old.is_main, old.address, old.division_id, old.longitude, old.latitude, old.county_id, old.name_sort, new.position);
END;

CREATE TABLE school_stage (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_year_id INTEGER NOT NULL REFERENCES school_year (id),
    stage TEXT NOT NULL,
    places INTEGER NOT NULL,
    classes INTEGER,
    county_id INTEGER,
    CHECK (stage NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_school_stage_school_id_id_void_reason ON school_stage (school_id, id, void_reason);

CREATE INDEX ix_school_stage_school_year_id_id_void_reason ON school_stage (school_year_id, id, void_reason);

CREATE UNIQUE INDEX uq_school_stage_school_id_school_year_id_stage ON school_stage (school_id, school_year_id, stage) WHERE void_reason IS NULL;

CREATE INDEX ix_school_stage_county_id_id_void_reason ON school_stage (county_id, id, void_reason);

CREATE INDEX ix_school_stage_places_id ON school_stage (places, id);

CREATE INDEX ix_school_stage_county_id_places_id ON school_stage (county_id, places, id);

CREATE INDEX ix_school_stage_school_id_places_id ON school_stage (school_id, places, id);

CREATE INDEX ix_school_stage_stage ON school_stage (stage);

CREATE TABLE school_stage_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    school_year_id INTEGER,
    stage TEXT,
    places INTEGER,
    classes INTEGER,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_school_stage_history_id_position ON school_stage_history (id, position);

CREATE INDEX ix_school_stage_history_school_id_id_void_reason ON school_stage_history (school_id, id, void_reason);

CREATE INDEX ix_school_stage_history_school_year_id_id_void_reason ON school_stage_history (school_year_id, id, void_reason);

CREATE INDEX ix_school_stage_history_school_id_school_year_id_stage ON school_stage_history (school_id, school_year_id, stage) WHERE void_reason IS NULL;

CREATE INDEX ix_school_stage_history_county_id_id_void_reason ON school_stage_history (county_id, id, void_reason);

CREATE INDEX ix_school_stage_history_places_id ON school_stage_history (places, id);

CREATE INDEX ix_school_stage_history_county_id_places_id ON school_stage_history (county_id, places, id);

CREATE INDEX ix_school_stage_history_school_id_places_id ON school_stage_history (school_id, places, id);

CREATE INDEX ix_school_stage_history_stage ON school_stage_history (stage);

DROP TRIGGER IF EXISTS keep_school_stage_history;

CREATE TRIGGER keep_school_stage_history AFTER UPDATE ON school_stage
WHEN new.position <> old.position BEGIN
    INSERT INTO school_stage_history (id, version, position, void_reason, school_id, school_year_id, stage, places, classes, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.school_year_id, old.stage, old.places, old.classes, old.county_id, new.position);
END;

CREATE TABLE teacher (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    number TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    status TEXT NOT NULL,
    staffing TEXT,
    education TEXT,
    degree TEXT,
    title TEXT,
    teaching_since TEXT,
    entered_on TEXT,
    county_id INTEGER,
    person_name_sort TEXT NOT NULL,
    person_sex TEXT,
    person_birth_date TEXT,
    search TEXT NOT NULL,
    person_search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (staffing NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (education NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (degree NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (title NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (person_sex NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_teacher_search_person_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_teacher_search_person_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, '')||' '||coalesce(person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')||' '||coalesce(person_search, '')))), '00', ',0'), 2) || ']')) FROM teacher;

CREATE TRIGGER gx_teacher_search_person_search_new AFTER INSERT ON teacher BEGIN
    INSERT INTO gx_teacher_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_teacher_search_person_search_changed AFTER UPDATE OF search, person_search ON teacher BEGIN
    INSERT INTO gx_teacher_search_person_search (gx_teacher_search_person_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, '')||' '||coalesce(old.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')||' '||coalesce(old.person_search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_teacher_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_teacher_number ON teacher (number);

CREATE UNIQUE INDEX uq_teacher_person_id ON teacher (person_id) WHERE void_reason IS NULL;

CREATE INDEX ix_teacher_unit_id_id_void_reason ON teacher (unit_id, id, void_reason);

CREATE INDEX ix_teacher_county_id_id_void_reason ON teacher (county_id, id, void_reason);

CREATE INDEX ix_teacher_person_name_sort_id ON teacher (person_name_sort, id);

CREATE INDEX ix_teacher_county_id_person_name_sort_id ON teacher (county_id, person_name_sort, id);

CREATE INDEX ix_teacher_unit_id_person_name_sort_id ON teacher (unit_id, person_name_sort, id);

CREATE INDEX ix_teacher_county_id_status_void_reason ON teacher (county_id, status, void_reason);

CREATE INDEX ix_teacher_unit_id_status_void_reason ON teacher (unit_id, status, void_reason);

CREATE INDEX ix_teacher_status ON teacher (status);

CREATE INDEX ix_teacher_staffing ON teacher (staffing);

CREATE INDEX ix_teacher_education ON teacher (education);

CREATE INDEX ix_teacher_title ON teacher (title);

CREATE INDEX ix_teacher_person_sex ON teacher (person_sex);

CREATE INDEX ix_teacher_person_birth_date ON teacher (person_birth_date);

CREATE INDEX ix_teacher_entered_on ON teacher (entered_on);

CREATE TABLE teacher_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    number TEXT,
    person_id INTEGER,
    unit_id INTEGER,
    status TEXT,
    staffing TEXT,
    education TEXT,
    degree TEXT,
    title TEXT,
    teaching_since TEXT,
    entered_on TEXT,
    county_id INTEGER,
    person_name_sort TEXT,
    person_sex TEXT,
    person_birth_date TEXT,
    search TEXT,
    person_search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_teacher_history_id_position ON teacher_history (id, position);

CREATE INDEX ix_teacher_history_number ON teacher_history (number);

CREATE INDEX ix_teacher_history_person_id ON teacher_history (person_id) WHERE void_reason IS NULL;

CREATE INDEX ix_teacher_history_unit_id_id_void_reason ON teacher_history (unit_id, id, void_reason);

CREATE INDEX ix_teacher_history_county_id_id_void_reason ON teacher_history (county_id, id, void_reason);

CREATE INDEX ix_teacher_history_person_name_sort_id ON teacher_history (person_name_sort, id);

CREATE INDEX ix_teacher_history_county_id_person_name_sort_id ON teacher_history (county_id, person_name_sort, id);

CREATE INDEX ix_teacher_history_unit_id_person_name_sort_id ON teacher_history (unit_id, person_name_sort, id);

CREATE INDEX ix_teacher_history_county_id_status_void_reason ON teacher_history (county_id, status, void_reason);

CREATE INDEX ix_teacher_history_unit_id_status_void_reason ON teacher_history (unit_id, status, void_reason);

CREATE INDEX ix_teacher_history_status ON teacher_history (status);

CREATE INDEX ix_teacher_history_staffing ON teacher_history (staffing);

CREATE INDEX ix_teacher_history_education ON teacher_history (education);

CREATE INDEX ix_teacher_history_title ON teacher_history (title);

CREATE INDEX ix_teacher_history_person_sex ON teacher_history (person_sex);

CREATE INDEX ix_teacher_history_person_birth_date ON teacher_history (person_birth_date);

CREATE INDEX ix_teacher_history_entered_on ON teacher_history (entered_on);

DROP TRIGGER IF EXISTS keep_teacher_history;

CREATE TRIGGER keep_teacher_history AFTER UPDATE ON teacher
WHEN new.position <> old.position BEGIN
    INSERT INTO teacher_history (id, version, position, void_reason, number, person_id, unit_id, status, staffing, education, degree, title, teaching_since, entered_on, county_id, person_name_sort, person_sex, person_birth_date, search, person_search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.person_id, old.unit_id, old.status, old.staffing, old.education, old.degree, old.title, old.teaching_since, old.entered_on, old.county_id, old.person_name_sort, old.person_sex, old.person_birth_date, old.search, old.person_search, new.position);
END;

CREATE TABLE post (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    teacher_id INTEGER NOT NULL REFERENCES teacher (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    category TEXT NOT NULL,
    post_class TEXT,
    subject TEXT,
    stage TEXT,
    is_main INTEGER NOT NULL,
    weekly_hours INTEGER,
    period_from TEXT NOT NULL,
    period_until TEXT,
    county_id INTEGER,
    person_name_sort TEXT NOT NULL,
    CHECK (category NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (post_class NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (stage NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_post_teacher_id_id_void_reason ON post (teacher_id, id, void_reason);

CREATE INDEX ix_post_person_id_id_void_reason ON post (person_id, id, void_reason);

CREATE INDEX ix_post_unit_id_id_void_reason ON post (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_post_teacher_id_unit_id_period_from ON post (teacher_id, unit_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_post_county_id_id_void_reason ON post (county_id, id, void_reason);

CREATE INDEX ix_post_person_name_sort_id ON post (person_name_sort, id);

CREATE INDEX ix_post_county_id_person_name_sort_id ON post (county_id, person_name_sort, id);

CREATE INDEX ix_post_unit_id_person_name_sort_id ON post (unit_id, person_name_sort, id);

CREATE INDEX ix_post_period_from_id ON post (period_from, id);

CREATE INDEX ix_post_county_id_period_from_id ON post (county_id, period_from, id);

CREATE INDEX ix_post_unit_id_period_from_id ON post (unit_id, period_from, id);

CREATE INDEX ix_post_category ON post (category);

CREATE INDEX ix_post_subject ON post (subject);

CREATE INDEX ix_post_stage ON post (stage);

CREATE INDEX ix_post_is_main ON post (is_main);

CREATE TABLE post_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    teacher_id INTEGER,
    person_id INTEGER,
    unit_id INTEGER,
    category TEXT,
    post_class TEXT,
    subject TEXT,
    stage TEXT,
    is_main INTEGER,
    weekly_hours INTEGER,
    period_from TEXT,
    period_until TEXT,
    county_id INTEGER,
    person_name_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_post_history_id_position ON post_history (id, position);

CREATE INDEX ix_post_history_teacher_id_id_void_reason ON post_history (teacher_id, id, void_reason);

CREATE INDEX ix_post_history_person_id_id_void_reason ON post_history (person_id, id, void_reason);

CREATE INDEX ix_post_history_unit_id_id_void_reason ON post_history (unit_id, id, void_reason);

CREATE INDEX ix_post_history_teacher_id_unit_id_period_from ON post_history (teacher_id, unit_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_post_history_county_id_id_void_reason ON post_history (county_id, id, void_reason);

CREATE INDEX ix_post_history_person_name_sort_id ON post_history (person_name_sort, id);

CREATE INDEX ix_post_history_county_id_person_name_sort_id ON post_history (county_id, person_name_sort, id);

CREATE INDEX ix_post_history_unit_id_person_name_sort_id ON post_history (unit_id, person_name_sort, id);

CREATE INDEX ix_post_history_period_from_id ON post_history (period_from, id);

CREATE INDEX ix_post_history_county_id_period_from_id ON post_history (county_id, period_from, id);

CREATE INDEX ix_post_history_unit_id_period_from_id ON post_history (unit_id, period_from, id);

CREATE INDEX ix_post_history_category ON post_history (category);

CREATE INDEX ix_post_history_subject ON post_history (subject);

CREATE INDEX ix_post_history_stage ON post_history (stage);

CREATE INDEX ix_post_history_is_main ON post_history (is_main);

DROP TRIGGER IF EXISTS keep_post_history;

CREATE TRIGGER keep_post_history AFTER UPDATE ON post
WHEN new.position <> old.position BEGIN
    INSERT INTO post_history (id, version, position, void_reason, teacher_id, person_id, unit_id, category, post_class, subject, stage, is_main, weekly_hours, period_from, period_until, county_id, person_name_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.teacher_id, old.person_id, old.unit_id, old.category, old.post_class, old.subject, old.stage, old.is_main, old.weekly_hours, old.period_from, old.period_until, old.county_id, old.person_name_sort, new.position);
END;

CREATE TABLE teacher_study (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    teacher_id INTEGER NOT NULL REFERENCES teacher (id),
    institution TEXT NOT NULL,
    major TEXT,
    education TEXT NOT NULL,
    degree TEXT,
    period_from TEXT NOT NULL,
    period_until TEXT,
    is_full_time INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (education NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (degree NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_teacher_study_teacher_id_id_void_reason ON teacher_study (teacher_id, id, void_reason);

CREATE UNIQUE INDEX uq_teacher_study_teacher_id_period_from ON teacher_study (teacher_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_teacher_study_county_id_id_void_reason ON teacher_study (county_id, id, void_reason);

CREATE INDEX ix_teacher_study_unit_id_id_void_reason ON teacher_study (unit_id, id, void_reason);

CREATE INDEX ix_teacher_study_period_from_id ON teacher_study (period_from, id);

CREATE INDEX ix_teacher_study_county_id_period_from_id ON teacher_study (county_id, period_from, id);

CREATE INDEX ix_teacher_study_unit_id_period_from_id ON teacher_study (unit_id, period_from, id);

CREATE INDEX ix_teacher_study_education ON teacher_study (education);

CREATE INDEX ix_teacher_study_degree ON teacher_study (degree);

CREATE TABLE teacher_study_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    teacher_id INTEGER,
    institution TEXT,
    major TEXT,
    education TEXT,
    degree TEXT,
    period_from TEXT,
    period_until TEXT,
    is_full_time INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_teacher_study_history_id_position ON teacher_study_history (id, position);

CREATE INDEX ix_teacher_study_history_teacher_id_id_void_reason ON teacher_study_history (teacher_id, id, void_reason);

CREATE INDEX ix_teacher_study_history_teacher_id_period_from ON teacher_study_history (teacher_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_teacher_study_history_county_id_id_void_reason ON teacher_study_history (county_id, id, void_reason);

CREATE INDEX ix_teacher_study_history_unit_id_id_void_reason ON teacher_study_history (unit_id, id, void_reason);

CREATE INDEX ix_teacher_study_history_period_from_id ON teacher_study_history (period_from, id);

CREATE INDEX ix_teacher_study_history_county_id_period_from_id ON teacher_study_history (county_id, period_from, id);

CREATE INDEX ix_teacher_study_history_unit_id_period_from_id ON teacher_study_history (unit_id, period_from, id);

CREATE INDEX ix_teacher_study_history_education ON teacher_study_history (education);

CREATE INDEX ix_teacher_study_history_degree ON teacher_study_history (degree);

DROP TRIGGER IF EXISTS keep_teacher_study_history;

CREATE TRIGGER keep_teacher_study_history AFTER UPDATE ON teacher_study
WHEN new.position <> old.position BEGIN
    INSERT INTO teacher_study_history (id, version, position, void_reason, teacher_id, institution, major, education, degree, period_from, period_until, is_full_time, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.teacher_id, old.institution, old.major, old.education, old.degree, old.period_from, old.period_until, old.is_full_time, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE record_check (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    teacher_id INTEGER NOT NULL REFERENCES teacher (id),
    checked_on TEXT NOT NULL,
    result TEXT NOT NULL,
    reference TEXT,
    next_due TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (result NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_record_check_teacher_id_id_void_reason ON record_check (teacher_id, id, void_reason);

CREATE UNIQUE INDEX uq_record_check_teacher_id_checked_on ON record_check (teacher_id, checked_on) WHERE void_reason IS NULL;

CREATE INDEX ix_record_check_county_id_id_void_reason ON record_check (county_id, id, void_reason);

CREATE INDEX ix_record_check_unit_id_id_void_reason ON record_check (unit_id, id, void_reason);

CREATE INDEX ix_record_check_next_due_id ON record_check (next_due, id);

CREATE INDEX ix_record_check_county_id_next_due_id ON record_check (county_id, next_due, id);

CREATE INDEX ix_record_check_unit_id_next_due_id ON record_check (unit_id, next_due, id);

CREATE INDEX ix_record_check_checked_on_id ON record_check (checked_on, id);

CREATE INDEX ix_record_check_county_id_checked_on_id ON record_check (county_id, checked_on, id);

CREATE INDEX ix_record_check_unit_id_checked_on_id ON record_check (unit_id, checked_on, id);

CREATE INDEX ix_record_check_result ON record_check (result);

CREATE TABLE record_check_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    teacher_id INTEGER,
    checked_on TEXT,
    result TEXT,
    reference TEXT,
    next_due TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_record_check_history_id_position ON record_check_history (id, position);

CREATE INDEX ix_record_check_history_teacher_id_id_void_reason ON record_check_history (teacher_id, id, void_reason);

CREATE INDEX ix_record_check_history_teacher_id_checked_on ON record_check_history (teacher_id, checked_on) WHERE void_reason IS NULL;

CREATE INDEX ix_record_check_history_county_id_id_void_reason ON record_check_history (county_id, id, void_reason);

CREATE INDEX ix_record_check_history_unit_id_id_void_reason ON record_check_history (unit_id, id, void_reason);

CREATE INDEX ix_record_check_history_next_due_id ON record_check_history (next_due, id);

CREATE INDEX ix_record_check_history_county_id_next_due_id ON record_check_history (county_id, next_due, id);

CREATE INDEX ix_record_check_history_unit_id_next_due_id ON record_check_history (unit_id, next_due, id);

CREATE INDEX ix_record_check_history_checked_on_id ON record_check_history (checked_on, id);

CREATE INDEX ix_record_check_history_county_id_checked_on_id ON record_check_history (county_id, checked_on, id);

CREATE INDEX ix_record_check_history_unit_id_checked_on_id ON record_check_history (unit_id, checked_on, id);

CREATE INDEX ix_record_check_history_result ON record_check_history (result);

DROP TRIGGER IF EXISTS keep_record_check_history;

CREATE TRIGGER keep_record_check_history AFTER UPDATE ON record_check
WHEN new.position <> old.position BEGIN
    INSERT INTO record_check_history (id, version, position, void_reason, teacher_id, checked_on, result, reference, next_due, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.teacher_id, old.checked_on, old.result, old.reference, old.next_due, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE school_class (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    stage TEXT NOT NULL,
    entry_year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT,
    grade TEXT NOT NULL,
    type TEXT,
    campus_id INTEGER REFERENCES campus (id),
    head_teacher_id INTEGER REFERENCES teacher (id),
    code TEXT NOT NULL,
    capacity INTEGER,
    ended_on TEXT,
    county_id INTEGER,
    CHECK (stage NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_school_class_school_id_id_void_reason ON school_class (school_id, id, void_reason);

CREATE INDEX ix_school_class_campus_id_id_void_reason ON school_class (campus_id, id, void_reason);

CREATE INDEX ix_school_class_head_teacher_id_id_void_reason ON school_class (head_teacher_id, id, void_reason);

CREATE UNIQUE INDEX uq_school_class_code ON school_class (code) WHERE void_reason IS NULL;

CREATE UNIQUE INDEX uq_school_class_school_id_stage_entry_year_number ON school_class (school_id, stage, entry_year, number) WHERE void_reason IS NULL;

CREATE INDEX ix_school_class_county_id_id_void_reason ON school_class (county_id, id, void_reason);

CREATE INDEX ix_school_class_grade_id ON school_class (grade, id);

CREATE INDEX ix_school_class_county_id_grade_id ON school_class (county_id, grade, id);

CREATE INDEX ix_school_class_school_id_grade_id ON school_class (school_id, grade, id);

CREATE INDEX ix_school_class_entry_year_id ON school_class (entry_year, id);

CREATE INDEX ix_school_class_county_id_entry_year_id ON school_class (county_id, entry_year, id);

CREATE INDEX ix_school_class_school_id_entry_year_id ON school_class (school_id, entry_year, id);

CREATE INDEX ix_school_class_stage ON school_class (stage);

CREATE INDEX ix_school_class_number ON school_class (number);

CREATE INDEX ix_school_class_type ON school_class (type);

CREATE TABLE school_class_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    stage TEXT,
    entry_year INTEGER,
    number INTEGER,
    name TEXT,
    grade TEXT,
    type TEXT,
    campus_id INTEGER,
    head_teacher_id INTEGER,
    code TEXT,
    capacity INTEGER,
    ended_on TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_school_class_history_id_position ON school_class_history (id, position);

CREATE INDEX ix_school_class_history_school_id_id_void_reason ON school_class_history (school_id, id, void_reason);

CREATE INDEX ix_school_class_history_campus_id_id_void_reason ON school_class_history (campus_id, id, void_reason);

CREATE INDEX ix_school_class_history_head_teacher_id_id_void_reason ON school_class_history (head_teacher_id, id, void_reason);

CREATE INDEX ix_school_class_history_code ON school_class_history (code) WHERE void_reason IS NULL;

CREATE INDEX ix_school_class_history_school_id_stage_entry_year_number ON school_class_history (school_id, stage, entry_year, number) WHERE void_reason IS NULL;

CREATE INDEX ix_school_class_history_county_id_id_void_reason ON school_class_history (county_id, id, void_reason);

CREATE INDEX ix_school_class_history_grade_id ON school_class_history (grade, id);

CREATE INDEX ix_school_class_history_county_id_grade_id ON school_class_history (county_id, grade, id);

CREATE INDEX ix_school_class_history_school_id_grade_id ON school_class_history (school_id, grade, id);

CREATE INDEX ix_school_class_history_entry_year_id ON school_class_history (entry_year, id);

CREATE INDEX ix_school_class_history_county_id_entry_year_id ON school_class_history (county_id, entry_year, id);

CREATE INDEX ix_school_class_history_school_id_entry_year_id ON school_class_history (school_id, entry_year, id);

CREATE INDEX ix_school_class_history_stage ON school_class_history (stage);

CREATE INDEX ix_school_class_history_number ON school_class_history (number);

CREATE INDEX ix_school_class_history_type ON school_class_history (type);

DROP TRIGGER IF EXISTS keep_school_class_history;

CREATE TRIGGER keep_school_class_history AFTER UPDATE ON school_class
WHEN new.position <> old.position BEGIN
    INSERT INTO school_class_history (id, version, position, void_reason, school_id, stage, entry_year, number, name, grade, type, campus_id, head_teacher_id, code, capacity, ended_on, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.stage, old.entry_year, old.number, old.name, old.grade, old.type, old.campus_id, old.head_teacher_id, old.code, old.capacity, old.ended_on, old.county_id, new.position);
END;

ALTER TABLE student ADD COLUMN school_class_id INTEGER REFERENCES school_class (id);

ALTER TABLE student_history ADD COLUMN school_class_id INTEGER;

ALTER TABLE student ADD COLUMN seat_number INTEGER;

ALTER TABLE student_history ADD COLUMN seat_number INTEGER;

ALTER TABLE student ADD COLUMN category TEXT CHECK (category NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*');

ALTER TABLE student_history ADD COLUMN category TEXT;

DROP TRIGGER IF EXISTS keep_student_history;

CREATE TRIGGER keep_student_history AFTER UPDATE ON student
WHEN new.position <> old.position BEGIN
    INSERT INTO student_history (id, version, position, void_reason, number, person_id, national_number_mask, school_id, grade, school_class_id, seat_number, category, status, boarding, entered_on, county_id, person_name_sort, person_sex, person_birth_date, search, person_search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.person_id, old.national_number_mask, old.school_id, old.grade, old.school_class_id, old.seat_number, old.category, old.status, old.boarding, old.entered_on, old.county_id, old.person_name_sort, old.person_sex, old.person_birth_date, old.search, old.person_search, new.position);
END;

CREATE INDEX ix_student_school_class_id_id_void_reason ON student (school_class_id, id, void_reason);

CREATE INDEX ix_student_category ON student (category);

CREATE INDEX ix_student_history_school_class_id_id_void_reason ON student_history (school_class_id, id, void_reason);

CREATE INDEX ix_student_history_category ON student_history (category);

CREATE TABLE guardianship (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    guardian_id INTEGER NOT NULL REFERENCES person (id),
    relation TEXT NOT NULL,
    is_legal_guardian INTEGER NOT NULL,
    may_decide INTEGER NOT NULL,
    may_see INTEGER NOT NULL,
    may_collect INTEGER NOT NULL,
    custody_basis TEXT,
    withheld_until TEXT,
    contact_order INTEGER NOT NULL,
    period_from TEXT,
    period_until TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    guardian_name_sort TEXT NOT NULL,
    CHECK (relation NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (custody_basis NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_guardianship_student_id_id_void_reason ON guardianship (student_id, id, void_reason);

CREATE INDEX ix_guardianship_guardian_id_id_void_reason ON guardianship (guardian_id, id, void_reason);

CREATE UNIQUE INDEX uq_guardianship_student_id_guardian_id ON guardianship (student_id, guardian_id) WHERE void_reason IS NULL;

CREATE INDEX ix_guardianship_county_id_id_void_reason ON guardianship (county_id, id, void_reason);

CREATE INDEX ix_guardianship_unit_id_id_void_reason ON guardianship (unit_id, id, void_reason);

CREATE INDEX ix_guardianship_contact_order_id ON guardianship (contact_order, id);

CREATE INDEX ix_guardianship_county_id_contact_order_id ON guardianship (county_id, contact_order, id);

CREATE INDEX ix_guardianship_unit_id_contact_order_id ON guardianship (unit_id, contact_order, id);

CREATE INDEX ix_guardianship_guardian_name_sort_id ON guardianship (guardian_name_sort, id);

CREATE INDEX ix_guardianship_county_id_guardian_name_sort_id ON guardianship (county_id, guardian_name_sort, id);

CREATE INDEX ix_guardianship_unit_id_guardian_name_sort_id ON guardianship (unit_id, guardian_name_sort, id);

CREATE INDEX ix_guardianship_relation ON guardianship (relation);

CREATE INDEX ix_guardianship_is_legal_guardian ON guardianship (is_legal_guardian);

CREATE INDEX ix_guardianship_may_collect ON guardianship (may_collect);

CREATE INDEX ix_guardianship_custody_basis ON guardianship (custody_basis);

CREATE TABLE guardianship_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    guardian_id INTEGER,
    relation TEXT,
    is_legal_guardian INTEGER,
    may_decide INTEGER,
    may_see INTEGER,
    may_collect INTEGER,
    custody_basis TEXT,
    withheld_until TEXT,
    contact_order INTEGER,
    period_from TEXT,
    period_until TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    guardian_name_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_guardianship_history_id_position ON guardianship_history (id, position);

CREATE INDEX ix_guardianship_history_student_id_id_void_reason ON guardianship_history (student_id, id, void_reason);

CREATE INDEX ix_guardianship_history_guardian_id_id_void_reason ON guardianship_history (guardian_id, id, void_reason);

CREATE INDEX ix_guardianship_history_student_id_guardian_id ON guardianship_history (student_id, guardian_id) WHERE void_reason IS NULL;

CREATE INDEX ix_guardianship_history_county_id_id_void_reason ON guardianship_history (county_id, id, void_reason);

CREATE INDEX ix_guardianship_history_unit_id_id_void_reason ON guardianship_history (unit_id, id, void_reason);

CREATE INDEX ix_guardianship_history_contact_order_id ON guardianship_history (contact_order, id);

CREATE INDEX ix_guardianship_history_county_id_contact_order_id ON guardianship_history (county_id, contact_order, id);

CREATE INDEX ix_guardianship_history_unit_id_contact_order_id ON guardianship_history (unit_id, contact_order, id);

CREATE INDEX ix_guardianship_history_guardian_name_sort_id ON guardianship_history (guardian_name_sort, id);

CREATE INDEX ix_guardianship_history_county_id_guardian_name_sort_id ON guardianship_history (county_id, guardian_name_sort, id);

CREATE INDEX ix_guardianship_history_unit_id_guardian_name_sort_id ON guardianship_history (unit_id, guardian_name_sort, id);

CREATE INDEX ix_guardianship_history_relation ON guardianship_history (relation);

CREATE INDEX ix_guardianship_history_is_legal_guardian ON guardianship_history (is_legal_guardian);

CREATE INDEX ix_guardianship_history_may_collect ON guardianship_history (may_collect);

CREATE INDEX ix_guardianship_history_custody_basis ON guardianship_history (custody_basis);

DROP TRIGGER IF EXISTS keep_guardianship_history;

CREATE TRIGGER keep_guardianship_history AFTER UPDATE ON guardianship
WHEN new.position <> old.position BEGIN
    INSERT INTO guardianship_history (id, version, position, void_reason, student_id, guardian_id, relation, is_legal_guardian, may_decide, may_see, may_collect, custody_basis, withheld_until, contact_order, period_from, period_until, county_id, unit_id, guardian_name_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.guardian_id, old.relation, old.is_legal_guardian, old.may_decide, old.may_see, old.may_collect, old.custody_basis, old.withheld_until, old.contact_order, old.period_from, old.period_until, old.county_id, old.unit_id, old.guardian_name_sort, new.position);
END;

