CREATE TABLE inspection_scheme (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    school_types TEXT,
    organiser TEXT,
    has_self_report INTEGER NOT NULL,
    has_site_check INTEGER NOT NULL,
    least_team INTEGER NOT NULL,
    defence_days INTEGER NOT NULL,
    passed_from INTEGER NOT NULL,
    basic_from INTEGER NOT NULL,
    bars_enrolment INTEGER NOT NULL,
    basis TEXT NOT NULL,
    is_verified INTEGER NOT NULL,
    used_on TEXT,
    search TEXT NOT NULL,
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (category NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (school_types NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (organiser NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_inspection_scheme_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_inspection_scheme_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM inspection_scheme;

CREATE TRIGGER gx_inspection_scheme_search_new AFTER INSERT ON inspection_scheme BEGIN
    INSERT INTO gx_inspection_scheme_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_inspection_scheme_search_changed AFTER UPDATE OF search ON inspection_scheme BEGIN
    INSERT INTO gx_inspection_scheme_search (gx_inspection_scheme_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_inspection_scheme_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_inspection_scheme_code ON inspection_scheme (code) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_scheme_code_id ON inspection_scheme (code, id);

CREATE INDEX ix_inspection_scheme_category ON inspection_scheme (category);

CREATE INDEX ix_inspection_scheme_bars_enrolment ON inspection_scheme (bars_enrolment);

CREATE TABLE inspection_scheme_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    code TEXT,
    name TEXT,
    category TEXT,
    valid_from TEXT,
    valid_until TEXT,
    school_types TEXT,
    organiser TEXT,
    has_self_report INTEGER,
    has_site_check INTEGER,
    least_team INTEGER,
    defence_days INTEGER,
    passed_from INTEGER,
    basic_from INTEGER,
    bars_enrolment INTEGER,
    basis TEXT,
    is_verified INTEGER,
    used_on TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_inspection_scheme_history_id_position ON inspection_scheme_history (id, position);

CREATE INDEX ix_inspection_scheme_history_code ON inspection_scheme_history (code) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_scheme_history_code_id ON inspection_scheme_history (code, id);

CREATE INDEX ix_inspection_scheme_history_category ON inspection_scheme_history (category);

CREATE INDEX ix_inspection_scheme_history_bars_enrolment ON inspection_scheme_history (bars_enrolment);

DROP TRIGGER IF EXISTS keep_inspection_scheme_history;

CREATE TRIGGER keep_inspection_scheme_history AFTER UPDATE ON inspection_scheme
WHEN new.position <> old.position BEGIN
    INSERT INTO inspection_scheme_history (id, version, position, void_reason, code, name, category, valid_from, valid_until, school_types, organiser, has_self_report, has_site_check, least_team, defence_days, passed_from, basic_from, bars_enrolment, basis, is_verified, used_on, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.code, old.name, old.category, old.valid_from, old.valid_until, old.school_types, old.organiser, old.has_self_report, old.has_site_check, old.least_team, old.defence_days, old.passed_from, old.basic_from, old.bars_enrolment, old.basis, old.is_verified, old.used_on, old.search, new.position);
END;

CREATE TABLE enterprise (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    credit_code TEXT NOT NULL,
    name TEXT NOT NULL,
    staff INTEGER NOT NULL,
    listing TEXT NOT NULL,
    trade TEXT,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (credit_code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (listing NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_enterprise_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_enterprise_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM enterprise;

CREATE TRIGGER gx_enterprise_search_new AFTER INSERT ON enterprise BEGIN
    INSERT INTO gx_enterprise_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_enterprise_search_changed AFTER UPDATE OF search ON enterprise BEGIN
    INSERT INTO gx_enterprise_search (gx_enterprise_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_enterprise_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_enterprise_credit_code ON enterprise (credit_code) WHERE void_reason IS NULL;

CREATE INDEX ix_enterprise_name_sort_id ON enterprise (name_sort, id);

CREATE INDEX ix_enterprise_staff_id ON enterprise (staff, id);

CREATE INDEX ix_enterprise_name ON enterprise (name);

CREATE INDEX ix_enterprise_listing ON enterprise (listing);

CREATE INDEX ix_enterprise_trade ON enterprise (trade);

CREATE TABLE enterprise_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    credit_code TEXT,
    name TEXT,
    staff INTEGER,
    listing TEXT,
    trade TEXT,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_enterprise_history_id_position ON enterprise_history (id, position);

CREATE INDEX ix_enterprise_history_credit_code ON enterprise_history (credit_code) WHERE void_reason IS NULL;

CREATE INDEX ix_enterprise_history_name_sort_id ON enterprise_history (name_sort, id);

CREATE INDEX ix_enterprise_history_staff_id ON enterprise_history (staff, id);

CREATE INDEX ix_enterprise_history_name ON enterprise_history (name);

CREATE INDEX ix_enterprise_history_listing ON enterprise_history (listing);

CREATE INDEX ix_enterprise_history_trade ON enterprise_history (trade);

DROP TRIGGER IF EXISTS keep_enterprise_history;

CREATE TRIGGER keep_enterprise_history AFTER UPDATE ON enterprise
WHEN new.position <> old.position BEGIN
    INSERT INTO enterprise_history (id, version, position, void_reason, credit_code, name, staff, listing, trade, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.credit_code, old.name, old.staff, old.listing, old.trade, old.name_sort, old.search, new.position);
END;

CREATE TABLE school_age_population (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    division_id INTEGER NOT NULL REFERENCES division (id),
    school_year_id INTEGER NOT NULL REFERENCES school_year (id),
    stage TEXT NOT NULL,
    people INTEGER NOT NULL,
    source TEXT NOT NULL,
    counted_on TEXT NOT NULL,
    CHECK (stage NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_school_age_population_division_id_id_void_reason ON school_age_population (division_id, id, void_reason);

CREATE INDEX ix_school_age_population_school_year_id_id_void_reason ON school_age_population (school_year_id, id, void_reason);

CREATE UNIQUE INDEX uq_school_age_population_division_id_school_year_id_stage ON school_age_population (division_id, school_year_id, stage) WHERE void_reason IS NULL;

CREATE INDEX ix_school_age_population_counted_on_id ON school_age_population (counted_on, id);

CREATE INDEX ix_school_age_population_stage ON school_age_population (stage);

CREATE TABLE school_age_population_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    division_id INTEGER,
    school_year_id INTEGER,
    stage TEXT,
    people INTEGER,
    source TEXT,
    counted_on TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_school_age_population_history_id_position ON school_age_population_history (id, position);

CREATE INDEX ix_school_age_population_history_division_id_id_void_reason ON school_age_population_history (division_id, id, void_reason);

CREATE INDEX ix_school_age_population_history_school_year_id_id_void_reason ON school_age_population_history (school_year_id, id, void_reason);

CREATE INDEX ix_school_age_population_history_division_id_school_ye_ae044ea0 ON school_age_population_history (division_id, school_year_id, stage) WHERE void_reason IS NULL;

CREATE INDEX ix_school_age_population_history_counted_on_id ON school_age_population_history (counted_on, id);

CREATE INDEX ix_school_age_population_history_stage ON school_age_population_history (stage);

DROP TRIGGER IF EXISTS keep_school_age_population_history;

CREATE TRIGGER keep_school_age_population_history AFTER UPDATE ON school_age_population
WHEN new.position <> old.position BEGIN
    INSERT INTO school_age_population_history (id, version, position, void_reason, division_id, school_year_id, stage, people, source, counted_on, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.division_id, old.school_year_id, old.stage, old.people, old.source, old.counted_on, new.position);
END;

CREATE TABLE inspection_item (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    scheme_id INTEGER NOT NULL REFERENCES inspection_scheme (id),
    place INTEGER NOT NULL,
    heading TEXT NOT NULL,
    name TEXT NOT NULL,
    demand TEXT NOT NULL,
    method TEXT NOT NULL,
    weight INTEGER NOT NULL,
    is_veto INTEGER NOT NULL,
    basis TEXT NOT NULL,
    is_verified INTEGER NOT NULL,
    search TEXT NOT NULL,
    CHECK (method NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_inspection_item_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_inspection_item_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM inspection_item;

CREATE TRIGGER gx_inspection_item_search_new AFTER INSERT ON inspection_item BEGIN
    INSERT INTO gx_inspection_item_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_inspection_item_search_changed AFTER UPDATE OF search ON inspection_item BEGIN
    INSERT INTO gx_inspection_item_search (gx_inspection_item_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_inspection_item_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_inspection_item_scheme_id_id_void_reason ON inspection_item (scheme_id, id, void_reason);

CREATE UNIQUE INDEX uq_inspection_item_scheme_id_place ON inspection_item (scheme_id, place) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_item_place_id ON inspection_item (place, id);

CREATE INDEX ix_inspection_item_method ON inspection_item (method);

CREATE INDEX ix_inspection_item_is_veto ON inspection_item (is_veto);

CREATE INDEX ix_inspection_item_is_verified ON inspection_item (is_verified);

CREATE TABLE inspection_item_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    scheme_id INTEGER,
    place INTEGER,
    heading TEXT,
    name TEXT,
    demand TEXT,
    method TEXT,
    weight INTEGER,
    is_veto INTEGER,
    basis TEXT,
    is_verified INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_inspection_item_history_id_position ON inspection_item_history (id, position);

CREATE INDEX ix_inspection_item_history_scheme_id_id_void_reason ON inspection_item_history (scheme_id, id, void_reason);

CREATE INDEX ix_inspection_item_history_scheme_id_place ON inspection_item_history (scheme_id, place) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_item_history_place_id ON inspection_item_history (place, id);

CREATE INDEX ix_inspection_item_history_method ON inspection_item_history (method);

CREATE INDEX ix_inspection_item_history_is_veto ON inspection_item_history (is_veto);

CREATE INDEX ix_inspection_item_history_is_verified ON inspection_item_history (is_verified);

DROP TRIGGER IF EXISTS keep_inspection_item_history;

CREATE TRIGGER keep_inspection_item_history AFTER UPDATE ON inspection_item
WHEN new.position <> old.position BEGIN
    INSERT INTO inspection_item_history (id, version, position, void_reason, scheme_id, place, heading, name, demand, method, weight, is_veto, basis, is_verified, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.scheme_id, old.place, old.heading, old.name, old.demand, old.method, old.weight, old.is_veto, old.basis, old.is_verified, old.search, new.position);
END;

CREATE TABLE inspection_round (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    scheme_id INTEGER NOT NULL REFERENCES inspection_scheme (id),
    office_id INTEGER NOT NULL REFERENCES unit (id),
    year INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    self_report_due TEXT,
    due TEXT NOT NULL,
    unit_count INTEGER NOT NULL,
    county_id INTEGER,
    search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_inspection_round_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_inspection_round_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM inspection_round;

CREATE TRIGGER gx_inspection_round_search_new AFTER INSERT ON inspection_round BEGIN
    INSERT INTO gx_inspection_round_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_inspection_round_search_changed AFTER UPDATE OF search ON inspection_round BEGIN
    INSERT INTO gx_inspection_round_search (gx_inspection_round_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_inspection_round_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_inspection_round_number ON inspection_round (number);

CREATE INDEX ix_inspection_round_scheme_id_id_void_reason ON inspection_round (scheme_id, id, void_reason);

CREATE INDEX ix_inspection_round_office_id_id_void_reason ON inspection_round (office_id, id, void_reason);

CREATE INDEX ix_inspection_round_county_id_id_void_reason ON inspection_round (county_id, id, void_reason);

CREATE INDEX ix_inspection_round_opened_on_id ON inspection_round (opened_on, id);

CREATE INDEX ix_inspection_round_county_id_opened_on_id ON inspection_round (county_id, opened_on, id);

CREATE INDEX ix_inspection_round_office_id_opened_on_id ON inspection_round (office_id, opened_on, id);

CREATE INDEX ix_inspection_round_year ON inspection_round (year);

CREATE INDEX ix_inspection_round_due ON inspection_round (due);

CREATE TABLE inspection_round_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    number TEXT,
    title TEXT,
    scheme_id INTEGER,
    office_id INTEGER,
    year INTEGER,
    opened_on TEXT,
    opened_by TEXT,
    self_report_due TEXT,
    due TEXT,
    unit_count INTEGER,
    county_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_inspection_round_history_id_position ON inspection_round_history (id, position);

CREATE INDEX ix_inspection_round_history_number ON inspection_round_history (number);

CREATE INDEX ix_inspection_round_history_scheme_id_id_void_reason ON inspection_round_history (scheme_id, id, void_reason);

CREATE INDEX ix_inspection_round_history_office_id_id_void_reason ON inspection_round_history (office_id, id, void_reason);

CREATE INDEX ix_inspection_round_history_county_id_id_void_reason ON inspection_round_history (county_id, id, void_reason);

CREATE INDEX ix_inspection_round_history_opened_on_id ON inspection_round_history (opened_on, id);

CREATE INDEX ix_inspection_round_history_county_id_opened_on_id ON inspection_round_history (county_id, opened_on, id);

CREATE INDEX ix_inspection_round_history_office_id_opened_on_id ON inspection_round_history (office_id, opened_on, id);

CREATE INDEX ix_inspection_round_history_year ON inspection_round_history (year);

CREATE INDEX ix_inspection_round_history_due ON inspection_round_history (due);

DROP TRIGGER IF EXISTS keep_inspection_round_history;

CREATE TRIGGER keep_inspection_round_history AFTER UPDATE ON inspection_round
WHEN new.position <> old.position BEGIN
    INSERT INTO inspection_round_history (id, version, position, void_reason, number, title, scheme_id, office_id, year, opened_on, opened_by, self_report_due, due, unit_count, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.title, old.scheme_id, old.office_id, old.year, old.opened_on, old.opened_by, old.self_report_due, old.due, old.unit_count, old.county_id, old.search, new.position);
END;

CREATE TABLE school_proposal (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    short_name TEXT,
    english_name TEXT,
    type TEXT NOT NULL,
    division_id INTEGER NOT NULL REFERENCES division (id),
    organiser TEXT NOT NULL,
    setting TEXT,
    address TEXT NOT NULL,
    village_code TEXT,
    schooling TEXT,
    has_boarding INTEGER,
    places INTEGER NOT NULL,
    opens_on TEXT NOT NULL,
    grounds TEXT NOT NULL,
    state TEXT NOT NULL,
    document TEXT,
    school_id INTEGER REFERENCES unit (id),
    county_id INTEGER,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (organiser NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (setting NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (village_code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (schooling NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_school_proposal_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_school_proposal_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM school_proposal;

CREATE TRIGGER gx_school_proposal_search_new AFTER INSERT ON school_proposal BEGIN
    INSERT INTO gx_school_proposal_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_school_proposal_search_changed AFTER UPDATE OF search ON school_proposal BEGIN
    INSERT INTO gx_school_proposal_search (gx_school_proposal_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_school_proposal_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_school_proposal_unit_id_id_void_reason ON school_proposal (unit_id, id, void_reason);

CREATE INDEX ix_school_proposal_division_id_id_void_reason ON school_proposal (division_id, id, void_reason);

CREATE INDEX ix_school_proposal_school_id_id_void_reason ON school_proposal (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_school_proposal_unit_id_name ON school_proposal (unit_id, name) WHERE void_reason IS NULL;

CREATE INDEX ix_school_proposal_county_id_id_void_reason ON school_proposal (county_id, id, void_reason);

CREATE INDEX ix_school_proposal_name_sort_id ON school_proposal (name_sort, id);

CREATE INDEX ix_school_proposal_county_id_name_sort_id ON school_proposal (county_id, name_sort, id);

CREATE INDEX ix_school_proposal_unit_id_name_sort_id ON school_proposal (unit_id, name_sort, id);

CREATE INDEX ix_school_proposal_opens_on_id ON school_proposal (opens_on, id);

CREATE INDEX ix_school_proposal_county_id_opens_on_id ON school_proposal (county_id, opens_on, id);

CREATE INDEX ix_school_proposal_unit_id_opens_on_id ON school_proposal (unit_id, opens_on, id);

CREATE INDEX ix_school_proposal_name ON school_proposal (name);

CREATE INDEX ix_school_proposal_type ON school_proposal (type);

CREATE INDEX ix_school_proposal_organiser ON school_proposal (organiser);

CREATE INDEX ix_school_proposal_state ON school_proposal (state);

CREATE TABLE school_proposal_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    unit_id INTEGER,
    name TEXT,
    short_name TEXT,
    english_name TEXT,
    type TEXT,
    division_id INTEGER,
    organiser TEXT,
    setting TEXT,
    address TEXT,
    village_code TEXT,
    schooling TEXT,
    has_boarding INTEGER,
    places INTEGER,
    opens_on TEXT,
    grounds TEXT,
    state TEXT,
    document TEXT,
    school_id INTEGER,
    county_id INTEGER,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_school_proposal_history_id_position ON school_proposal_history (id, position);

CREATE INDEX ix_school_proposal_history_unit_id_id_void_reason ON school_proposal_history (unit_id, id, void_reason);

CREATE INDEX ix_school_proposal_history_division_id_id_void_reason ON school_proposal_history (division_id, id, void_reason);

CREATE INDEX ix_school_proposal_history_school_id_id_void_reason ON school_proposal_history (school_id, id, void_reason);

CREATE INDEX ix_school_proposal_history_unit_id_name ON school_proposal_history (unit_id, name) WHERE void_reason IS NULL;

CREATE INDEX ix_school_proposal_history_county_id_id_void_reason ON school_proposal_history (county_id, id, void_reason);

CREATE INDEX ix_school_proposal_history_name_sort_id ON school_proposal_history (name_sort, id);

CREATE INDEX ix_school_proposal_history_county_id_name_sort_id ON school_proposal_history (county_id, name_sort, id);

CREATE INDEX ix_school_proposal_history_unit_id_name_sort_id ON school_proposal_history (unit_id, name_sort, id);

CREATE INDEX ix_school_proposal_history_opens_on_id ON school_proposal_history (opens_on, id);

CREATE INDEX ix_school_proposal_history_county_id_opens_on_id ON school_proposal_history (county_id, opens_on, id);

CREATE INDEX ix_school_proposal_history_unit_id_opens_on_id ON school_proposal_history (unit_id, opens_on, id);

CREATE INDEX ix_school_proposal_history_name ON school_proposal_history (name);

CREATE INDEX ix_school_proposal_history_type ON school_proposal_history (type);

CREATE INDEX ix_school_proposal_history_organiser ON school_proposal_history (organiser);

CREATE INDEX ix_school_proposal_history_state ON school_proposal_history (state);

DROP TRIGGER IF EXISTS keep_school_proposal_history;

CREATE TRIGGER keep_school_proposal_history AFTER UPDATE ON school_proposal
WHEN new.position <> old.position BEGIN
    INSERT INTO school_proposal_history (id, version, position, void_reason, unit_id, name, short_name, english_name, type, division_id, organiser, setting, address, village_code, schooling, has_boarding, places, opens_on, grounds, state, document, school_id, county_id, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.name, old.short_name, old.english_name, old.type, old.division_id, old.organiser, old.setting, old.address, old.village_code, old.schooling, old.has_boarding, old.places, old.opens_on, old.grounds, old.state, old.document, old.school_id, old.county_id, old.name_sort, old.search, new.position);
END;

CREATE TABLE school_succession (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    predecessor_id INTEGER NOT NULL REFERENCES unit (id),
    sort TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    predecessor_name TEXT NOT NULL,
    predecessor_code TEXT NOT NULL,
    predecessor_address TEXT,
    document TEXT,
    county_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_school_succession_school_id_id_void_reason ON school_succession (school_id, id, void_reason);

CREATE INDEX ix_school_succession_predecessor_id_id_void_reason ON school_succession (predecessor_id, id, void_reason);

CREATE INDEX ix_school_succession_county_id_id_void_reason ON school_succession (county_id, id, void_reason);

CREATE INDEX ix_school_succession_effective_on_id ON school_succession (effective_on, id);

CREATE INDEX ix_school_succession_county_id_effective_on_id ON school_succession (county_id, effective_on, id);

CREATE INDEX ix_school_succession_school_id_effective_on_id ON school_succession (school_id, effective_on, id);

CREATE INDEX ix_school_succession_sort ON school_succession (sort);

CREATE INDEX ix_school_succession_predecessor_code ON school_succession (predecessor_code);

CREATE INDEX ix_school_succession_predecessor_name ON school_succession (predecessor_name);

CREATE TABLE school_succession_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    predecessor_id INTEGER,
    sort TEXT,
    effective_on TEXT,
    predecessor_name TEXT,
    predecessor_code TEXT,
    predecessor_address TEXT,
    document TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_school_succession_history_id_position ON school_succession_history (id, position);

CREATE INDEX ix_school_succession_history_school_id_id_void_reason ON school_succession_history (school_id, id, void_reason);

CREATE INDEX ix_school_succession_history_predecessor_id_id_void_reason ON school_succession_history (predecessor_id, id, void_reason);

CREATE INDEX ix_school_succession_history_county_id_id_void_reason ON school_succession_history (county_id, id, void_reason);

CREATE INDEX ix_school_succession_history_effective_on_id ON school_succession_history (effective_on, id);

CREATE INDEX ix_school_succession_history_county_id_effective_on_id ON school_succession_history (county_id, effective_on, id);

CREATE INDEX ix_school_succession_history_school_id_effective_on_id ON school_succession_history (school_id, effective_on, id);

CREATE INDEX ix_school_succession_history_sort ON school_succession_history (sort);

CREATE INDEX ix_school_succession_history_predecessor_code ON school_succession_history (predecessor_code);

CREATE INDEX ix_school_succession_history_predecessor_name ON school_succession_history (predecessor_name);

DROP TRIGGER IF EXISTS keep_school_succession_history;

CREATE TRIGGER keep_school_succession_history AFTER UPDATE ON school_succession
WHEN new.position <> old.position BEGIN
    INSERT INTO school_succession_history (id, version, position, void_reason, school_id, predecessor_id, sort, effective_on, predecessor_name, predecessor_code, predecessor_address, document, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.predecessor_id, old.sort, old.effective_on, old.predecessor_name, old.predecessor_code, old.predecessor_address, old.document, old.county_id, new.position);
END;

CREATE TABLE school_closure (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    sort TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    reopened_on TEXT,
    reason TEXT NOT NULL,
    document TEXT,
    county_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_school_closure_school_id_id_void_reason ON school_closure (school_id, id, void_reason);

CREATE INDEX ix_school_closure_county_id_id_void_reason ON school_closure (county_id, id, void_reason);

CREATE INDEX ix_school_closure_effective_on_id ON school_closure (effective_on, id);

CREATE INDEX ix_school_closure_county_id_effective_on_id ON school_closure (county_id, effective_on, id);

CREATE INDEX ix_school_closure_school_id_effective_on_id ON school_closure (school_id, effective_on, id);

CREATE INDEX ix_school_closure_sort ON school_closure (sort);

CREATE INDEX ix_school_closure_reopened_on ON school_closure (reopened_on);

CREATE TABLE school_closure_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    sort TEXT,
    effective_on TEXT,
    reopened_on TEXT,
    reason TEXT,
    document TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_school_closure_history_id_position ON school_closure_history (id, position);

CREATE INDEX ix_school_closure_history_school_id_id_void_reason ON school_closure_history (school_id, id, void_reason);

CREATE INDEX ix_school_closure_history_county_id_id_void_reason ON school_closure_history (county_id, id, void_reason);

CREATE INDEX ix_school_closure_history_effective_on_id ON school_closure_history (effective_on, id);

CREATE INDEX ix_school_closure_history_county_id_effective_on_id ON school_closure_history (county_id, effective_on, id);

CREATE INDEX ix_school_closure_history_school_id_effective_on_id ON school_closure_history (school_id, effective_on, id);

CREATE INDEX ix_school_closure_history_sort ON school_closure_history (sort);

CREATE INDEX ix_school_closure_history_reopened_on ON school_closure_history (reopened_on);

DROP TRIGGER IF EXISTS keep_school_closure_history;

CREATE TRIGGER keep_school_closure_history AFTER UPDATE ON school_closure
WHEN new.position <> old.position BEGIN
    INSERT INTO school_closure_history (id, version, position, void_reason, school_id, sort, effective_on, reopened_on, reason, document, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.sort, old.effective_on, old.reopened_on, old.reason, old.document, old.county_id, new.position);
END;

CREATE TABLE handover_item (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    item TEXT NOT NULL,
    basis TEXT NOT NULL,
    receiver_id INTEGER NOT NULL REFERENCES unit (id),
    state TEXT NOT NULL,
    document TEXT,
    note TEXT,
    settled_by TEXT,
    settled_at TEXT,
    county_id INTEGER,
    school_name_sort TEXT NOT NULL,
    CHECK (item NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_handover_item_school_id_id_void_reason ON handover_item (school_id, id, void_reason);

CREATE INDEX ix_handover_item_receiver_id_id_void_reason ON handover_item (receiver_id, id, void_reason);

CREATE UNIQUE INDEX uq_handover_item_school_id_item ON handover_item (school_id, item) WHERE void_reason IS NULL;

CREATE INDEX ix_handover_item_county_id_id_void_reason ON handover_item (county_id, id, void_reason);

CREATE INDEX ix_handover_item_school_name_sort_id ON handover_item (school_name_sort, id);

CREATE INDEX ix_handover_item_county_id_school_name_sort_id ON handover_item (county_id, school_name_sort, id);

CREATE INDEX ix_handover_item_school_id_school_name_sort_id ON handover_item (school_id, school_name_sort, id);

CREATE INDEX ix_handover_item_item ON handover_item (item);

CREATE INDEX ix_handover_item_state ON handover_item (state);

CREATE INDEX ix_handover_item_settled_at ON handover_item (settled_at);

CREATE TABLE handover_item_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    item TEXT,
    basis TEXT,
    receiver_id INTEGER,
    state TEXT,
    document TEXT,
    note TEXT,
    settled_by TEXT,
    settled_at TEXT,
    county_id INTEGER,
    school_name_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_handover_item_history_id_position ON handover_item_history (id, position);

CREATE INDEX ix_handover_item_history_school_id_id_void_reason ON handover_item_history (school_id, id, void_reason);

CREATE INDEX ix_handover_item_history_receiver_id_id_void_reason ON handover_item_history (receiver_id, id, void_reason);

CREATE INDEX ix_handover_item_history_school_id_item ON handover_item_history (school_id, item) WHERE void_reason IS NULL;

CREATE INDEX ix_handover_item_history_county_id_id_void_reason ON handover_item_history (county_id, id, void_reason);

CREATE INDEX ix_handover_item_history_school_name_sort_id ON handover_item_history (school_name_sort, id);

CREATE INDEX ix_handover_item_history_county_id_school_name_sort_id ON handover_item_history (county_id, school_name_sort, id);

CREATE INDEX ix_handover_item_history_school_id_school_name_sort_id ON handover_item_history (school_id, school_name_sort, id);

CREATE INDEX ix_handover_item_history_item ON handover_item_history (item);

CREATE INDEX ix_handover_item_history_state ON handover_item_history (state);

CREATE INDEX ix_handover_item_history_settled_at ON handover_item_history (settled_at);

DROP TRIGGER IF EXISTS keep_handover_item_history;

CREATE TRIGGER keep_handover_item_history AFTER UPDATE ON handover_item
WHEN new.position <> old.position BEGIN
    INSERT INTO handover_item_history (id, version, position, void_reason, school_id, item, basis, receiver_id, state, document, note, settled_by, settled_at, county_id, school_name_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.item, old.basis, old.receiver_id, old.state, old.document, old.note, old.settled_by, old.settled_at, old.county_id, old.school_name_sort, new.position);
END;

CREATE TABLE organiser (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    office_id INTEGER NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    sort TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id),
    credit_code TEXT,
    has_state_assets INTEGER NOT NULL,
    unqualified_on TEXT,
    change_due TEXT,
    county_id INTEGER,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (credit_code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_organiser_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_organiser_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM organiser;

CREATE TRIGGER gx_organiser_search_new AFTER INSERT ON organiser BEGIN
    INSERT INTO gx_organiser_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_organiser_search_changed AFTER UPDATE OF search ON organiser BEGIN
    INSERT INTO gx_organiser_search (gx_organiser_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_organiser_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_organiser_office_id_id_void_reason ON organiser (office_id, id, void_reason);

CREATE INDEX ix_organiser_person_id_id_void_reason ON organiser (person_id, id, void_reason);

CREATE UNIQUE INDEX uq_organiser_office_id_name ON organiser (office_id, name) WHERE void_reason IS NULL;

CREATE INDEX ix_organiser_change_due ON organiser (change_due);

CREATE INDEX ix_organiser_county_id_id_void_reason ON organiser (county_id, id, void_reason);

CREATE INDEX ix_organiser_name_sort_id ON organiser (name_sort, id);

CREATE INDEX ix_organiser_county_id_name_sort_id ON organiser (county_id, name_sort, id);

CREATE INDEX ix_organiser_office_id_name_sort_id ON organiser (office_id, name_sort, id);

CREATE INDEX ix_organiser_name ON organiser (name);

CREATE INDEX ix_organiser_sort ON organiser (sort);

CREATE INDEX ix_organiser_has_state_assets ON organiser (has_state_assets);

CREATE INDEX ix_organiser_unqualified_on ON organiser (unqualified_on);

CREATE TABLE organiser_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    office_id INTEGER,
    name TEXT,
    sort TEXT,
    person_id INTEGER,
    credit_code TEXT,
    has_state_assets INTEGER,
    unqualified_on TEXT,
    change_due TEXT,
    county_id INTEGER,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_organiser_history_id_position ON organiser_history (id, position);

CREATE INDEX ix_organiser_history_office_id_id_void_reason ON organiser_history (office_id, id, void_reason);

CREATE INDEX ix_organiser_history_person_id_id_void_reason ON organiser_history (person_id, id, void_reason);

CREATE INDEX ix_organiser_history_office_id_name ON organiser_history (office_id, name) WHERE void_reason IS NULL;

CREATE INDEX ix_organiser_history_change_due ON organiser_history (change_due);

CREATE INDEX ix_organiser_history_county_id_id_void_reason ON organiser_history (county_id, id, void_reason);

CREATE INDEX ix_organiser_history_name_sort_id ON organiser_history (name_sort, id);

CREATE INDEX ix_organiser_history_county_id_name_sort_id ON organiser_history (county_id, name_sort, id);

CREATE INDEX ix_organiser_history_office_id_name_sort_id ON organiser_history (office_id, name_sort, id);

CREATE INDEX ix_organiser_history_name ON organiser_history (name);

CREATE INDEX ix_organiser_history_sort ON organiser_history (sort);

CREATE INDEX ix_organiser_history_has_state_assets ON organiser_history (has_state_assets);

CREATE INDEX ix_organiser_history_unqualified_on ON organiser_history (unqualified_on);

DROP TRIGGER IF EXISTS keep_organiser_history;

CREATE TRIGGER keep_organiser_history AFTER UPDATE ON organiser
WHEN new.position <> old.position BEGIN
    INSERT INTO organiser_history (id, version, position, void_reason, office_id, name, sort, person_id, credit_code, has_state_assets, unqualified_on, change_due, county_id, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.office_id, old.name, old.sort, old.person_id, old.credit_code, old.has_state_assets, old.unqualified_on, old.change_due, old.county_id, old.name_sort, old.search, new.position);
END;

CREATE TABLE school_major (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    major TEXT NOT NULL,
    years INTEGER NOT NULL,
    direction TEXT,
    state TEXT NOT NULL,
    grounds TEXT,
    filed_on TEXT,
    filing_number TEXT,
    withdrawn_on TEXT,
    reason TEXT,
    county_id INTEGER,
    school_name_sort TEXT NOT NULL,
    CHECK (major NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_school_major_school_id_id_void_reason ON school_major (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_school_major_school_id_major ON school_major (school_id, major) WHERE void_reason IS NULL;

CREATE INDEX ix_school_major_county_id_id_void_reason ON school_major (county_id, id, void_reason);

CREATE INDEX ix_school_major_school_name_sort_id ON school_major (school_name_sort, id);

CREATE INDEX ix_school_major_county_id_school_name_sort_id ON school_major (county_id, school_name_sort, id);

CREATE INDEX ix_school_major_school_id_school_name_sort_id ON school_major (school_id, school_name_sort, id);

CREATE INDEX ix_school_major_major_id ON school_major (major, id);

CREATE INDEX ix_school_major_county_id_major_id ON school_major (county_id, major, id);

CREATE INDEX ix_school_major_school_id_major_id ON school_major (school_id, major, id);

CREATE INDEX ix_school_major_state ON school_major (state);

CREATE INDEX ix_school_major_years ON school_major (years);

CREATE INDEX ix_school_major_filed_on ON school_major (filed_on);

CREATE INDEX ix_school_major_filing_number ON school_major (filing_number);

CREATE TABLE school_major_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    major TEXT,
    years INTEGER,
    direction TEXT,
    state TEXT,
    grounds TEXT,
    filed_on TEXT,
    filing_number TEXT,
    withdrawn_on TEXT,
    reason TEXT,
    county_id INTEGER,
    school_name_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_school_major_history_id_position ON school_major_history (id, position);

CREATE INDEX ix_school_major_history_school_id_id_void_reason ON school_major_history (school_id, id, void_reason);

CREATE INDEX ix_school_major_history_school_id_major ON school_major_history (school_id, major) WHERE void_reason IS NULL;

CREATE INDEX ix_school_major_history_county_id_id_void_reason ON school_major_history (county_id, id, void_reason);

CREATE INDEX ix_school_major_history_school_name_sort_id ON school_major_history (school_name_sort, id);

CREATE INDEX ix_school_major_history_county_id_school_name_sort_id ON school_major_history (county_id, school_name_sort, id);

CREATE INDEX ix_school_major_history_school_id_school_name_sort_id ON school_major_history (school_id, school_name_sort, id);

CREATE INDEX ix_school_major_history_major_id ON school_major_history (major, id);

CREATE INDEX ix_school_major_history_county_id_major_id ON school_major_history (county_id, major, id);

CREATE INDEX ix_school_major_history_school_id_major_id ON school_major_history (school_id, major, id);

CREATE INDEX ix_school_major_history_state ON school_major_history (state);

CREATE INDEX ix_school_major_history_years ON school_major_history (years);

CREATE INDEX ix_school_major_history_filed_on ON school_major_history (filed_on);

CREATE INDEX ix_school_major_history_filing_number ON school_major_history (filing_number);

DROP TRIGGER IF EXISTS keep_school_major_history;

CREATE TRIGGER keep_school_major_history AFTER UPDATE ON school_major
WHEN new.position <> old.position BEGIN
    INSERT INTO school_major_history (id, version, position, void_reason, school_id, major, years, direction, state, grounds, filed_on, filing_number, withdrawn_on, reason, county_id, school_name_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.major, old.years, old.direction, old.state, old.grounds, old.filed_on, old.filing_number, old.withdrawn_on, old.reason, old.county_id, old.school_name_sort, new.position);
END;

CREATE TABLE zone_plan (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    school_year_id INTEGER NOT NULL REFERENCES school_year (id),
    stage TEXT NOT NULL,
    revision INTEGER NOT NULL,
    code TEXT NOT NULL,
    state TEXT NOT NULL,
    document_number TEXT,
    in_force_from TEXT,
    in_force_until TEXT,
    county_id INTEGER,
    code_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    unit_search TEXT NOT NULL,
    CHECK (stage NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_zone_plan_search_unit_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_zone_plan_search_unit_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, '')||' '||coalesce(unit_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')||' '||coalesce(unit_search, '')))), '00', ',0'), 2) || ']')) FROM zone_plan;

CREATE TRIGGER gx_zone_plan_search_unit_search_new AFTER INSERT ON zone_plan BEGIN
    INSERT INTO gx_zone_plan_search_unit_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.unit_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.unit_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_zone_plan_search_unit_search_changed AFTER UPDATE OF search, unit_search ON zone_plan BEGIN
    INSERT INTO gx_zone_plan_search_unit_search (gx_zone_plan_search_unit_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, '')||' '||coalesce(old.unit_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')||' '||coalesce(old.unit_search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_zone_plan_search_unit_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.unit_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.unit_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_zone_plan_unit_id_id_void_reason ON zone_plan (unit_id, id, void_reason);

CREATE INDEX ix_zone_plan_school_year_id_id_void_reason ON zone_plan (school_year_id, id, void_reason);

CREATE UNIQUE INDEX uq_zone_plan_code ON zone_plan (code) WHERE void_reason IS NULL;

CREATE UNIQUE INDEX uq_zone_plan_unit_id_school_year_id_stage_revision ON zone_plan (unit_id, school_year_id, stage, revision) WHERE void_reason IS NULL;

CREATE INDEX ix_zone_plan_county_id_id_void_reason ON zone_plan (county_id, id, void_reason);

CREATE INDEX ix_zone_plan_code_sort_id ON zone_plan (code_sort, id);

CREATE INDEX ix_zone_plan_county_id_code_sort_id ON zone_plan (county_id, code_sort, id);

CREATE INDEX ix_zone_plan_unit_id_code_sort_id ON zone_plan (unit_id, code_sort, id);

CREATE INDEX ix_zone_plan_stage ON zone_plan (stage);

CREATE INDEX ix_zone_plan_state ON zone_plan (state);

CREATE INDEX ix_zone_plan_revision ON zone_plan (revision);

CREATE TABLE zone_plan_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    unit_id INTEGER,
    school_year_id INTEGER,
    stage TEXT,
    revision INTEGER,
    code TEXT,
    state TEXT,
    document_number TEXT,
    in_force_from TEXT,
    in_force_until TEXT,
    county_id INTEGER,
    code_sort TEXT,
    search TEXT,
    unit_search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_zone_plan_history_id_position ON zone_plan_history (id, position);

CREATE INDEX ix_zone_plan_history_unit_id_id_void_reason ON zone_plan_history (unit_id, id, void_reason);

CREATE INDEX ix_zone_plan_history_school_year_id_id_void_reason ON zone_plan_history (school_year_id, id, void_reason);

CREATE INDEX ix_zone_plan_history_code ON zone_plan_history (code) WHERE void_reason IS NULL;

CREATE INDEX ix_zone_plan_history_unit_id_school_year_id_stage_revision ON zone_plan_history (unit_id, school_year_id, stage, revision) WHERE void_reason IS NULL;

CREATE INDEX ix_zone_plan_history_county_id_id_void_reason ON zone_plan_history (county_id, id, void_reason);

CREATE INDEX ix_zone_plan_history_code_sort_id ON zone_plan_history (code_sort, id);

CREATE INDEX ix_zone_plan_history_county_id_code_sort_id ON zone_plan_history (county_id, code_sort, id);

CREATE INDEX ix_zone_plan_history_unit_id_code_sort_id ON zone_plan_history (unit_id, code_sort, id);

CREATE INDEX ix_zone_plan_history_stage ON zone_plan_history (stage);

CREATE INDEX ix_zone_plan_history_state ON zone_plan_history (state);

CREATE INDEX ix_zone_plan_history_revision ON zone_plan_history (revision);

DROP TRIGGER IF EXISTS keep_zone_plan_history;

CREATE TRIGGER keep_zone_plan_history AFTER UPDATE ON zone_plan
WHEN new.position <> old.position BEGIN
    INSERT INTO zone_plan_history (id, version, position, void_reason, unit_id, school_year_id, stage, revision, code, state, document_number, in_force_from, in_force_until, county_id, code_sort, search, unit_search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.school_year_id, old.stage, old.revision, old.code, old.state, old.document_number, old.in_force_from, old.in_force_until, old.county_id, old.code_sort, old.search, old.unit_search, new.position);
END;

CREATE TABLE known_address (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    street_id INTEGER NOT NULL REFERENCES division (id),
    road TEXT NOT NULL,
    number INTEGER NOT NULL,
    source TEXT,
    county_id INTEGER,
    road_sort TEXT NOT NULL,
    search TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE gx_known_address_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_known_address_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM known_address;

CREATE TRIGGER gx_known_address_search_new AFTER INSERT ON known_address BEGIN
    INSERT INTO gx_known_address_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_known_address_search_changed AFTER UPDATE OF search ON known_address BEGIN
    INSERT INTO gx_known_address_search (gx_known_address_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_known_address_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_known_address_unit_id_id_void_reason ON known_address (unit_id, id, void_reason);

CREATE INDEX ix_known_address_street_id_id_void_reason ON known_address (street_id, id, void_reason);

CREATE UNIQUE INDEX uq_known_address_street_id_road_number ON known_address (street_id, road, number) WHERE void_reason IS NULL;

CREATE INDEX ix_known_address_county_id_id_void_reason ON known_address (county_id, id, void_reason);

CREATE INDEX ix_known_address_road_sort_id ON known_address (road_sort, id);

CREATE INDEX ix_known_address_county_id_road_sort_id ON known_address (county_id, road_sort, id);

CREATE INDEX ix_known_address_unit_id_road_sort_id ON known_address (unit_id, road_sort, id);

CREATE INDEX ix_known_address_road ON known_address (road);

CREATE INDEX ix_known_address_number ON known_address (number);

CREATE INDEX ix_known_address_source ON known_address (source);

CREATE TABLE known_address_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    unit_id INTEGER,
    street_id INTEGER,
    road TEXT,
    number INTEGER,
    source TEXT,
    county_id INTEGER,
    road_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_known_address_history_id_position ON known_address_history (id, position);

CREATE INDEX ix_known_address_history_unit_id_id_void_reason ON known_address_history (unit_id, id, void_reason);

CREATE INDEX ix_known_address_history_street_id_id_void_reason ON known_address_history (street_id, id, void_reason);

CREATE INDEX ix_known_address_history_street_id_road_number ON known_address_history (street_id, road, number) WHERE void_reason IS NULL;

CREATE INDEX ix_known_address_history_county_id_id_void_reason ON known_address_history (county_id, id, void_reason);

CREATE INDEX ix_known_address_history_road_sort_id ON known_address_history (road_sort, id);

CREATE INDEX ix_known_address_history_county_id_road_sort_id ON known_address_history (county_id, road_sort, id);

CREATE INDEX ix_known_address_history_unit_id_road_sort_id ON known_address_history (unit_id, road_sort, id);

CREATE INDEX ix_known_address_history_road ON known_address_history (road);

CREATE INDEX ix_known_address_history_number ON known_address_history (number);

CREATE INDEX ix_known_address_history_source ON known_address_history (source);

DROP TRIGGER IF EXISTS keep_known_address_history;

CREATE TRIGGER keep_known_address_history AFTER UPDATE ON known_address
WHEN new.position <> old.position BEGIN
    INSERT INTO known_address_history (id, version, position, void_reason, unit_id, street_id, road, number, source, county_id, road_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.street_id, old.road, old.number, old.source, old.county_id, old.road_sort, old.search, new.position);
END;

CREATE TABLE inspection (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    number TEXT NOT NULL,
    round_id INTEGER NOT NULL REFERENCES inspection_round (id),
    scheme_id INTEGER NOT NULL REFERENCES inspection_scheme (id),
    category TEXT NOT NULL,
    year INTEGER NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    office_id INTEGER NOT NULL REFERENCES unit (id),
    office_name TEXT NOT NULL,
    state TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    due TEXT NOT NULL,
    lamp TEXT,
    yellow_from TEXT,
    red_from TEXT,
    calendar INTEGER,
    times_returned INTEGER NOT NULL,
    reported_on TEXT,
    visited_on TEXT,
    score INTEGER,
    result TEXT,
    opinion TEXT,
    result_on TEXT,
    defence_until TEXT,
    published_on TEXT,
    rectify_due TEXT,
    times_extended INTEGER NOT NULL,
    rectified_on TEXT,
    recheck TEXT,
    rechecked_on TEXT,
    late_from TEXT,
    settled_on TEXT,
    ended_on TEXT,
    county_id INTEGER,
    unit_name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (category NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (lamp NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (result NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (recheck NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_inspection_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_inspection_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM inspection;

CREATE TRIGGER gx_inspection_search_new AFTER INSERT ON inspection BEGIN
    INSERT INTO gx_inspection_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_inspection_search_changed AFTER UPDATE OF search ON inspection BEGIN
    INSERT INTO gx_inspection_search (gx_inspection_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_inspection_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_inspection_number ON inspection (number);

CREATE INDEX ix_inspection_round_id_id_void_reason ON inspection (round_id, id, void_reason);

CREATE INDEX ix_inspection_scheme_id_id_void_reason ON inspection (scheme_id, id, void_reason);

CREATE INDEX ix_inspection_unit_id_id_void_reason ON inspection (unit_id, id, void_reason);

CREATE INDEX ix_inspection_office_id_id_void_reason ON inspection (office_id, id, void_reason);

CREATE UNIQUE INDEX uq_inspection_round_id_unit_id ON inspection (round_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_county_id_id_void_reason ON inspection (county_id, id, void_reason);

CREATE INDEX ix_inspection_due_id ON inspection (due, id);

CREATE INDEX ix_inspection_county_id_due_id ON inspection (county_id, due, id);

CREATE INDEX ix_inspection_unit_id_due_id ON inspection (unit_id, due, id);

CREATE INDEX ix_inspection_unit_name_sort_id ON inspection (unit_name_sort, id);

CREATE INDEX ix_inspection_county_id_unit_name_sort_id ON inspection (county_id, unit_name_sort, id);

CREATE INDEX ix_inspection_unit_id_unit_name_sort_id ON inspection (unit_id, unit_name_sort, id);

CREATE INDEX ix_inspection_county_id_state_void_reason ON inspection (county_id, state, void_reason);

CREATE INDEX ix_inspection_unit_id_state_void_reason ON inspection (unit_id, state, void_reason);

CREATE INDEX ix_inspection_county_id_lamp_void_reason ON inspection (county_id, lamp, void_reason);

CREATE INDEX ix_inspection_unit_id_lamp_void_reason ON inspection (unit_id, lamp, void_reason);

CREATE INDEX ix_inspection_category ON inspection (category);

CREATE INDEX ix_inspection_year ON inspection (year);

CREATE INDEX ix_inspection_state ON inspection (state);

CREATE INDEX ix_inspection_lamp ON inspection (lamp);

CREATE INDEX ix_inspection_result ON inspection (result);

CREATE INDEX ix_inspection_recheck ON inspection (recheck);

CREATE INDEX ix_inspection_published_on ON inspection (published_on);

CREATE INDEX ix_inspection_rectify_due ON inspection (rectify_due);

CREATE INDEX ix_inspection_late_from ON inspection (late_from);

CREATE INDEX ix_inspection_settled_on ON inspection (settled_on);

CREATE TABLE inspection_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    number TEXT,
    round_id INTEGER,
    scheme_id INTEGER,
    category TEXT,
    year INTEGER,
    unit_id INTEGER,
    unit_name TEXT,
    office_id INTEGER,
    office_name TEXT,
    state TEXT,
    opened_on TEXT,
    due TEXT,
    lamp TEXT,
    yellow_from TEXT,
    red_from TEXT,
    calendar INTEGER,
    times_returned INTEGER,
    reported_on TEXT,
    visited_on TEXT,
    score INTEGER,
    result TEXT,
    opinion TEXT,
    result_on TEXT,
    defence_until TEXT,
    published_on TEXT,
    rectify_due TEXT,
    times_extended INTEGER,
    rectified_on TEXT,
    recheck TEXT,
    rechecked_on TEXT,
    late_from TEXT,
    settled_on TEXT,
    ended_on TEXT,
    county_id INTEGER,
    unit_name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_inspection_history_id_position ON inspection_history (id, position);

CREATE INDEX ix_inspection_history_number ON inspection_history (number);

CREATE INDEX ix_inspection_history_round_id_id_void_reason ON inspection_history (round_id, id, void_reason);

CREATE INDEX ix_inspection_history_scheme_id_id_void_reason ON inspection_history (scheme_id, id, void_reason);

CREATE INDEX ix_inspection_history_unit_id_id_void_reason ON inspection_history (unit_id, id, void_reason);

CREATE INDEX ix_inspection_history_office_id_id_void_reason ON inspection_history (office_id, id, void_reason);

CREATE INDEX ix_inspection_history_round_id_unit_id ON inspection_history (round_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_history_county_id_id_void_reason ON inspection_history (county_id, id, void_reason);

CREATE INDEX ix_inspection_history_due_id ON inspection_history (due, id);

CREATE INDEX ix_inspection_history_county_id_due_id ON inspection_history (county_id, due, id);

CREATE INDEX ix_inspection_history_unit_id_due_id ON inspection_history (unit_id, due, id);

CREATE INDEX ix_inspection_history_unit_name_sort_id ON inspection_history (unit_name_sort, id);

CREATE INDEX ix_inspection_history_county_id_unit_name_sort_id ON inspection_history (county_id, unit_name_sort, id);

CREATE INDEX ix_inspection_history_unit_id_unit_name_sort_id ON inspection_history (unit_id, unit_name_sort, id);

CREATE INDEX ix_inspection_history_county_id_state_void_reason ON inspection_history (county_id, state, void_reason);

CREATE INDEX ix_inspection_history_unit_id_state_void_reason ON inspection_history (unit_id, state, void_reason);

CREATE INDEX ix_inspection_history_county_id_lamp_void_reason ON inspection_history (county_id, lamp, void_reason);

CREATE INDEX ix_inspection_history_unit_id_lamp_void_reason ON inspection_history (unit_id, lamp, void_reason);

CREATE INDEX ix_inspection_history_category ON inspection_history (category);

CREATE INDEX ix_inspection_history_year ON inspection_history (year);

CREATE INDEX ix_inspection_history_state ON inspection_history (state);

CREATE INDEX ix_inspection_history_lamp ON inspection_history (lamp);

CREATE INDEX ix_inspection_history_result ON inspection_history (result);

CREATE INDEX ix_inspection_history_recheck ON inspection_history (recheck);

CREATE INDEX ix_inspection_history_published_on ON inspection_history (published_on);

CREATE INDEX ix_inspection_history_rectify_due ON inspection_history (rectify_due);

CREATE INDEX ix_inspection_history_late_from ON inspection_history (late_from);

CREATE INDEX ix_inspection_history_settled_on ON inspection_history (settled_on);

DROP TRIGGER IF EXISTS keep_inspection_history;

CREATE TRIGGER keep_inspection_history AFTER UPDATE ON inspection
WHEN new.position <> old.position BEGIN
    INSERT INTO inspection_history (id, version, position, void_reason, number, round_id, scheme_id, category, year, unit_id, unit_name, office_id, office_name, state, opened_on, due, lamp, yellow_from, red_from, calendar, times_returned, reported_on, visited_on, score, result, opinion, result_on, defence_until, published_on, rectify_due, times_extended, rectified_on, recheck, rechecked_on, late_from, settled_on, ended_on, county_id, unit_name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.round_id, old.scheme_id, old.category, old.year, old.unit_id, old.unit_name, old.office_id, old.office_name, old.state, old.opened_on, old.due, old.lamp, old.yellow_from, old.red_from, old.calendar, old.times_returned, old.reported_on, old.visited_on, old.score, old.result, old.opinion, old.result_on, old.defence_until, old.published_on, old.rectify_due, old.times_extended, old.rectified_on, old.recheck, old.rechecked_on, old.late_from, old.settled_on, old.ended_on, old.county_id, old.unit_name_sort, old.search, new.position);
END;

CREATE TABLE credit_entry (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    organiser_id INTEGER NOT NULL REFERENCES organiser (id),
    school_id INTEGER REFERENCES unit (id),
    school_name TEXT,
    sort TEXT NOT NULL,
    facts TEXT NOT NULL,
    basis TEXT NOT NULL,
    found_on TEXT NOT NULL,
    document TEXT,
    noted_by TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_credit_entry_organiser_id_id_void_reason ON credit_entry (organiser_id, id, void_reason);

CREATE INDEX ix_credit_entry_school_id_id_void_reason ON credit_entry (school_id, id, void_reason);

CREATE INDEX ix_credit_entry_county_id_id_void_reason ON credit_entry (county_id, id, void_reason);

CREATE INDEX ix_credit_entry_unit_id_id_void_reason ON credit_entry (unit_id, id, void_reason);

CREATE INDEX ix_credit_entry_found_on_id ON credit_entry (found_on, id);

CREATE INDEX ix_credit_entry_county_id_found_on_id ON credit_entry (county_id, found_on, id);

CREATE INDEX ix_credit_entry_unit_id_found_on_id ON credit_entry (unit_id, found_on, id);

CREATE INDEX ix_credit_entry_sort ON credit_entry (sort);

CREATE TABLE credit_entry_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    organiser_id INTEGER,
    school_id INTEGER,
    school_name TEXT,
    sort TEXT,
    facts TEXT,
    basis TEXT,
    found_on TEXT,
    document TEXT,
    noted_by TEXT,
    noted_at TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_credit_entry_history_id_position ON credit_entry_history (id, position);

CREATE INDEX ix_credit_entry_history_organiser_id_id_void_reason ON credit_entry_history (organiser_id, id, void_reason);

CREATE INDEX ix_credit_entry_history_school_id_id_void_reason ON credit_entry_history (school_id, id, void_reason);

CREATE INDEX ix_credit_entry_history_county_id_id_void_reason ON credit_entry_history (county_id, id, void_reason);

CREATE INDEX ix_credit_entry_history_unit_id_id_void_reason ON credit_entry_history (unit_id, id, void_reason);

CREATE INDEX ix_credit_entry_history_found_on_id ON credit_entry_history (found_on, id);

CREATE INDEX ix_credit_entry_history_county_id_found_on_id ON credit_entry_history (county_id, found_on, id);

CREATE INDEX ix_credit_entry_history_unit_id_found_on_id ON credit_entry_history (unit_id, found_on, id);

CREATE INDEX ix_credit_entry_history_sort ON credit_entry_history (sort);

DROP TRIGGER IF EXISTS keep_credit_entry_history;

CREATE TRIGGER keep_credit_entry_history AFTER UPDATE ON credit_entry
WHEN new.position <> old.position BEGIN
    INSERT INTO credit_entry_history (id, version, position, void_reason, organiser_id, school_id, school_name, sort, facts, basis, found_on, document, noted_by, noted_at, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.organiser_id, old.school_id, old.school_name, old.sort, old.facts, old.basis, old.found_on, old.document, old.noted_by, old.noted_at, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE private_project (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    office_id INTEGER NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    purpose TEXT NOT NULL,
    organiser_id INTEGER NOT NULL REFERENCES organiser (id),
    division_id INTEGER NOT NULL REFERENCES division (id),
    address TEXT NOT NULL,
    places INTEGER NOT NULL,
    capital INTEGER NOT NULL,
    grounds TEXT NOT NULL,
    state TEXT NOT NULL,
    decide_by TEXT,
    decided_on TEXT,
    prepare_until TEXT,
    document TEXT,
    school_id INTEGER REFERENCES unit (id),
    county_id INTEGER,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (purpose NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_private_project_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_private_project_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM private_project;

CREATE TRIGGER gx_private_project_search_new AFTER INSERT ON private_project BEGIN
    INSERT INTO gx_private_project_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_private_project_search_changed AFTER UPDATE OF search ON private_project BEGIN
    INSERT INTO gx_private_project_search (gx_private_project_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_private_project_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_private_project_office_id_id_void_reason ON private_project (office_id, id, void_reason);

CREATE INDEX ix_private_project_organiser_id_id_void_reason ON private_project (organiser_id, id, void_reason);

CREATE INDEX ix_private_project_division_id_id_void_reason ON private_project (division_id, id, void_reason);

CREATE INDEX ix_private_project_school_id_id_void_reason ON private_project (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_private_project_office_id_name ON private_project (office_id, name) WHERE void_reason IS NULL;

CREATE INDEX ix_private_project_decide_by ON private_project (decide_by);

CREATE INDEX ix_private_project_prepare_until ON private_project (prepare_until);

CREATE INDEX ix_private_project_county_id_id_void_reason ON private_project (county_id, id, void_reason);

CREATE INDEX ix_private_project_name_sort_id ON private_project (name_sort, id);

CREATE INDEX ix_private_project_county_id_name_sort_id ON private_project (county_id, name_sort, id);

CREATE INDEX ix_private_project_office_id_name_sort_id ON private_project (office_id, name_sort, id);

CREATE INDEX ix_private_project_name ON private_project (name);

CREATE INDEX ix_private_project_type ON private_project (type);

CREATE INDEX ix_private_project_purpose ON private_project (purpose);

CREATE INDEX ix_private_project_state ON private_project (state);

CREATE INDEX ix_private_project_decided_on ON private_project (decided_on);

CREATE TABLE private_project_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    office_id INTEGER,
    name TEXT,
    type TEXT,
    purpose TEXT,
    organiser_id INTEGER,
    division_id INTEGER,
    address TEXT,
    places INTEGER,
    capital INTEGER,
    grounds TEXT,
    state TEXT,
    decide_by TEXT,
    decided_on TEXT,
    prepare_until TEXT,
    document TEXT,
    school_id INTEGER,
    county_id INTEGER,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_private_project_history_id_position ON private_project_history (id, position);

CREATE INDEX ix_private_project_history_office_id_id_void_reason ON private_project_history (office_id, id, void_reason);

CREATE INDEX ix_private_project_history_organiser_id_id_void_reason ON private_project_history (organiser_id, id, void_reason);

CREATE INDEX ix_private_project_history_division_id_id_void_reason ON private_project_history (division_id, id, void_reason);

CREATE INDEX ix_private_project_history_school_id_id_void_reason ON private_project_history (school_id, id, void_reason);

CREATE INDEX ix_private_project_history_office_id_name ON private_project_history (office_id, name) WHERE void_reason IS NULL;

CREATE INDEX ix_private_project_history_decide_by ON private_project_history (decide_by);

CREATE INDEX ix_private_project_history_prepare_until ON private_project_history (prepare_until);

CREATE INDEX ix_private_project_history_county_id_id_void_reason ON private_project_history (county_id, id, void_reason);

CREATE INDEX ix_private_project_history_name_sort_id ON private_project_history (name_sort, id);

CREATE INDEX ix_private_project_history_county_id_name_sort_id ON private_project_history (county_id, name_sort, id);

CREATE INDEX ix_private_project_history_office_id_name_sort_id ON private_project_history (office_id, name_sort, id);

CREATE INDEX ix_private_project_history_name ON private_project_history (name);

CREATE INDEX ix_private_project_history_type ON private_project_history (type);

CREATE INDEX ix_private_project_history_purpose ON private_project_history (purpose);

CREATE INDEX ix_private_project_history_state ON private_project_history (state);

CREATE INDEX ix_private_project_history_decided_on ON private_project_history (decided_on);

DROP TRIGGER IF EXISTS keep_private_project_history;

CREATE TRIGGER keep_private_project_history AFTER UPDATE ON private_project
WHEN new.position <> old.position BEGIN
    INSERT INTO private_project_history (id, version, position, void_reason, office_id, name, type, purpose, organiser_id, division_id, address, places, capital, grounds, state, decide_by, decided_on, prepare_until, document, school_id, county_id, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.office_id, old.name, old.type, old.purpose, old.organiser_id, old.division_id, old.address, old.places, old.capital, old.grounds, old.state, old.decide_by, old.decided_on, old.prepare_until, old.document, old.school_id, old.county_id, old.name_sort, old.search, new.position);
END;

CREATE TABLE licence (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    number TEXT NOT NULL,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_name TEXT NOT NULL,
    type TEXT NOT NULL,
    purpose TEXT NOT NULL,
    organiser_id INTEGER NOT NULL REFERENCES organiser (id),
    organiser_name TEXT NOT NULL,
    address TEXT NOT NULL,
    principal_name TEXT NOT NULL,
    representative_name TEXT NOT NULL,
    office_id INTEGER NOT NULL REFERENCES unit (id),
    office_name TEXT NOT NULL,
    decision TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    renewed_on TEXT,
    times_renewed INTEGER NOT NULL,
    state TEXT NOT NULL,
    ended_on TEXT,
    end_reason TEXT,
    county_id INTEGER,
    school_name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (purpose NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_licence_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_licence_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM licence;

CREATE TRIGGER gx_licence_search_new AFTER INSERT ON licence BEGIN
    INSERT INTO gx_licence_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_licence_search_changed AFTER UPDATE OF search ON licence BEGIN
    INSERT INTO gx_licence_search (gx_licence_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_licence_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_licence_number ON licence (number);

CREATE INDEX ix_licence_school_id_id_void_reason ON licence (school_id, id, void_reason);

CREATE INDEX ix_licence_organiser_id_id_void_reason ON licence (organiser_id, id, void_reason);

CREATE INDEX ix_licence_office_id_id_void_reason ON licence (office_id, id, void_reason);

CREATE INDEX ix_licence_valid_until ON licence (valid_until);

CREATE INDEX ix_licence_county_id_id_void_reason ON licence (county_id, id, void_reason);

CREATE INDEX ix_licence_valid_until_id ON licence (valid_until, id);

CREATE INDEX ix_licence_county_id_valid_until_id ON licence (county_id, valid_until, id);

CREATE INDEX ix_licence_school_id_valid_until_id ON licence (school_id, valid_until, id);

CREATE INDEX ix_licence_school_name_sort_id ON licence (school_name_sort, id);

CREATE INDEX ix_licence_county_id_school_name_sort_id ON licence (county_id, school_name_sort, id);

CREATE INDEX ix_licence_school_id_school_name_sort_id ON licence (school_id, school_name_sort, id);

CREATE INDEX ix_licence_county_id_state_void_reason ON licence (county_id, state, void_reason);

CREATE INDEX ix_licence_school_id_state_void_reason ON licence (school_id, state, void_reason);

CREATE INDEX ix_licence_type ON licence (type);

CREATE INDEX ix_licence_purpose ON licence (purpose);

CREATE INDEX ix_licence_state ON licence (state);

CREATE INDEX ix_licence_issued_on ON licence (issued_on);

CREATE TABLE licence_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    number TEXT,
    school_id INTEGER,
    school_name TEXT,
    type TEXT,
    purpose TEXT,
    organiser_id INTEGER,
    organiser_name TEXT,
    address TEXT,
    principal_name TEXT,
    representative_name TEXT,
    office_id INTEGER,
    office_name TEXT,
    decision TEXT,
    issued_on TEXT,
    valid_from TEXT,
    valid_until TEXT,
    renewed_on TEXT,
    times_renewed INTEGER,
    state TEXT,
    ended_on TEXT,
    end_reason TEXT,
    county_id INTEGER,
    school_name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_licence_history_id_position ON licence_history (id, position);

CREATE INDEX ix_licence_history_number ON licence_history (number);

CREATE INDEX ix_licence_history_school_id_id_void_reason ON licence_history (school_id, id, void_reason);

CREATE INDEX ix_licence_history_organiser_id_id_void_reason ON licence_history (organiser_id, id, void_reason);

CREATE INDEX ix_licence_history_office_id_id_void_reason ON licence_history (office_id, id, void_reason);

CREATE INDEX ix_licence_history_valid_until ON licence_history (valid_until);

CREATE INDEX ix_licence_history_county_id_id_void_reason ON licence_history (county_id, id, void_reason);

CREATE INDEX ix_licence_history_valid_until_id ON licence_history (valid_until, id);

CREATE INDEX ix_licence_history_county_id_valid_until_id ON licence_history (county_id, valid_until, id);

CREATE INDEX ix_licence_history_school_id_valid_until_id ON licence_history (school_id, valid_until, id);

CREATE INDEX ix_licence_history_school_name_sort_id ON licence_history (school_name_sort, id);

CREATE INDEX ix_licence_history_county_id_school_name_sort_id ON licence_history (county_id, school_name_sort, id);

CREATE INDEX ix_licence_history_school_id_school_name_sort_id ON licence_history (school_id, school_name_sort, id);

CREATE INDEX ix_licence_history_county_id_state_void_reason ON licence_history (county_id, state, void_reason);

CREATE INDEX ix_licence_history_school_id_state_void_reason ON licence_history (school_id, state, void_reason);

CREATE INDEX ix_licence_history_type ON licence_history (type);

CREATE INDEX ix_licence_history_purpose ON licence_history (purpose);

CREATE INDEX ix_licence_history_state ON licence_history (state);

CREATE INDEX ix_licence_history_issued_on ON licence_history (issued_on);

DROP TRIGGER IF EXISTS keep_licence_history;

CREATE TRIGGER keep_licence_history AFTER UPDATE ON licence
WHEN new.position <> old.position BEGIN
    INSERT INTO licence_history (id, version, position, void_reason, number, school_id, school_name, type, purpose, organiser_id, organiser_name, address, principal_name, representative_name, office_id, office_name, decision, issued_on, valid_from, valid_until, renewed_on, times_renewed, state, ended_on, end_reason, county_id, school_name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.school_id, old.school_name, old.type, old.purpose, old.organiser_id, old.organiser_name, old.address, old.principal_name, old.representative_name, old.office_id, old.office_name, old.decision, old.issued_on, old.valid_from, old.valid_until, old.renewed_on, old.times_renewed, old.state, old.ended_on, old.end_reason, old.county_id, old.school_name_sort, old.search, new.position);
END;

CREATE TABLE major_intake (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_major_id INTEGER NOT NULL REFERENCES school_major (id),
    school_year_id INTEGER NOT NULL REFERENCES school_year (id),
    places INTEGER NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    school_year_name TEXT NOT NULL,
    CHECK (school_year_name NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_major_intake_school_major_id_id_void_reason ON major_intake (school_major_id, id, void_reason);

CREATE INDEX ix_major_intake_school_year_id_id_void_reason ON major_intake (school_year_id, id, void_reason);

CREATE UNIQUE INDEX uq_major_intake_school_major_id_school_year_id ON major_intake (school_major_id, school_year_id) WHERE void_reason IS NULL;

CREATE INDEX ix_major_intake_county_id_id_void_reason ON major_intake (county_id, id, void_reason);

CREATE INDEX ix_major_intake_unit_id_id_void_reason ON major_intake (unit_id, id, void_reason);

CREATE INDEX ix_major_intake_school_year_name_id ON major_intake (school_year_name, id);

CREATE INDEX ix_major_intake_county_id_school_year_name_id ON major_intake (county_id, school_year_name, id);

CREATE INDEX ix_major_intake_unit_id_school_year_name_id ON major_intake (unit_id, school_year_name, id);

CREATE INDEX ix_major_intake_places_id ON major_intake (places, id);

CREATE INDEX ix_major_intake_county_id_places_id ON major_intake (county_id, places, id);

CREATE INDEX ix_major_intake_unit_id_places_id ON major_intake (unit_id, places, id);

CREATE TABLE major_intake_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_major_id INTEGER,
    school_year_id INTEGER,
    places INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    school_year_name TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_major_intake_history_id_position ON major_intake_history (id, position);

CREATE INDEX ix_major_intake_history_school_major_id_id_void_reason ON major_intake_history (school_major_id, id, void_reason);

CREATE INDEX ix_major_intake_history_school_year_id_id_void_reason ON major_intake_history (school_year_id, id, void_reason);

CREATE INDEX ix_major_intake_history_school_major_id_school_year_id ON major_intake_history (school_major_id, school_year_id) WHERE void_reason IS NULL;

CREATE INDEX ix_major_intake_history_county_id_id_void_reason ON major_intake_history (county_id, id, void_reason);

CREATE INDEX ix_major_intake_history_unit_id_id_void_reason ON major_intake_history (unit_id, id, void_reason);

CREATE INDEX ix_major_intake_history_school_year_name_id ON major_intake_history (school_year_name, id);

CREATE INDEX ix_major_intake_history_county_id_school_year_name_id ON major_intake_history (county_id, school_year_name, id);

CREATE INDEX ix_major_intake_history_unit_id_school_year_name_id ON major_intake_history (unit_id, school_year_name, id);

CREATE INDEX ix_major_intake_history_places_id ON major_intake_history (places, id);

CREATE INDEX ix_major_intake_history_county_id_places_id ON major_intake_history (county_id, places, id);

CREATE INDEX ix_major_intake_history_unit_id_places_id ON major_intake_history (unit_id, places, id);

DROP TRIGGER IF EXISTS keep_major_intake_history;

CREATE TRIGGER keep_major_intake_history AFTER UPDATE ON major_intake
WHEN new.position <> old.position BEGIN
    INSERT INTO major_intake_history (id, version, position, void_reason, school_major_id, school_year_id, places, county_id, unit_id, school_year_name, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_major_id, old.school_year_id, old.places, old.county_id, old.unit_id, old.school_year_name, new.position);
END;

CREATE TABLE cooperation (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    enterprise_id INTEGER NOT NULL REFERENCES enterprise (id),
    number TEXT NOT NULL,
    form TEXT NOT NULL,
    school_major_id INTEGER REFERENCES school_major (id),
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    contribution INTEGER,
    county_id INTEGER,
    school_name_sort TEXT NOT NULL,
    CHECK (form NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_cooperation_school_id_id_void_reason ON cooperation (school_id, id, void_reason);

CREATE INDEX ix_cooperation_enterprise_id_id_void_reason ON cooperation (enterprise_id, id, void_reason);

CREATE INDEX ix_cooperation_school_major_id_id_void_reason ON cooperation (school_major_id, id, void_reason);

CREATE UNIQUE INDEX uq_cooperation_school_id_number ON cooperation (school_id, number) WHERE void_reason IS NULL;

CREATE INDEX ix_cooperation_valid_until ON cooperation (valid_until);

CREATE INDEX ix_cooperation_county_id_id_void_reason ON cooperation (county_id, id, void_reason);

CREATE INDEX ix_cooperation_school_name_sort_id ON cooperation (school_name_sort, id);

CREATE INDEX ix_cooperation_county_id_school_name_sort_id ON cooperation (county_id, school_name_sort, id);

CREATE INDEX ix_cooperation_school_id_school_name_sort_id ON cooperation (school_id, school_name_sort, id);

CREATE INDEX ix_cooperation_valid_from_id ON cooperation (valid_from, id);

CREATE INDEX ix_cooperation_county_id_valid_from_id ON cooperation (county_id, valid_from, id);

CREATE INDEX ix_cooperation_school_id_valid_from_id ON cooperation (school_id, valid_from, id);

CREATE INDEX ix_cooperation_number ON cooperation (number);

CREATE INDEX ix_cooperation_form ON cooperation (form);

CREATE INDEX ix_cooperation_contribution ON cooperation (contribution);

CREATE TABLE cooperation_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    enterprise_id INTEGER,
    number TEXT,
    form TEXT,
    school_major_id INTEGER,
    valid_from TEXT,
    valid_until TEXT,
    contribution INTEGER,
    county_id INTEGER,
    school_name_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_cooperation_history_id_position ON cooperation_history (id, position);

CREATE INDEX ix_cooperation_history_school_id_id_void_reason ON cooperation_history (school_id, id, void_reason);

CREATE INDEX ix_cooperation_history_enterprise_id_id_void_reason ON cooperation_history (enterprise_id, id, void_reason);

CREATE INDEX ix_cooperation_history_school_major_id_id_void_reason ON cooperation_history (school_major_id, id, void_reason);

CREATE INDEX ix_cooperation_history_school_id_number ON cooperation_history (school_id, number) WHERE void_reason IS NULL;

CREATE INDEX ix_cooperation_history_valid_until ON cooperation_history (valid_until);

CREATE INDEX ix_cooperation_history_county_id_id_void_reason ON cooperation_history (county_id, id, void_reason);

CREATE INDEX ix_cooperation_history_school_name_sort_id ON cooperation_history (school_name_sort, id);

CREATE INDEX ix_cooperation_history_county_id_school_name_sort_id ON cooperation_history (county_id, school_name_sort, id);

CREATE INDEX ix_cooperation_history_school_id_school_name_sort_id ON cooperation_history (school_id, school_name_sort, id);

CREATE INDEX ix_cooperation_history_valid_from_id ON cooperation_history (valid_from, id);

CREATE INDEX ix_cooperation_history_county_id_valid_from_id ON cooperation_history (county_id, valid_from, id);

CREATE INDEX ix_cooperation_history_school_id_valid_from_id ON cooperation_history (school_id, valid_from, id);

CREATE INDEX ix_cooperation_history_number ON cooperation_history (number);

CREATE INDEX ix_cooperation_history_form ON cooperation_history (form);

CREATE INDEX ix_cooperation_history_contribution ON cooperation_history (contribution);

DROP TRIGGER IF EXISTS keep_cooperation_history;

CREATE TRIGGER keep_cooperation_history AFTER UPDATE ON cooperation
WHEN new.position <> old.position BEGIN
    INSERT INTO cooperation_history (id, version, position, void_reason, school_id, enterprise_id, number, form, school_major_id, valid_from, valid_until, contribution, county_id, school_name_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.enterprise_id, old.number, old.form, old.school_major_id, old.valid_from, old.valid_until, old.contribution, old.county_id, old.school_name_sort, new.position);
END;

CREATE TABLE school_zone (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    plan_id INTEGER NOT NULL REFERENCES zone_plan (id),
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    is_shared INTEGER NOT NULL,
    forecast INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    code_sort TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    search TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE gx_school_zone_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_school_zone_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM school_zone;

CREATE TRIGGER gx_school_zone_search_new AFTER INSERT ON school_zone BEGIN
    INSERT INTO gx_school_zone_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_school_zone_search_changed AFTER UPDATE OF search ON school_zone BEGIN
    INSERT INTO gx_school_zone_search (gx_school_zone_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_school_zone_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_school_zone_plan_id_id_void_reason ON school_zone (plan_id, id, void_reason);

CREATE UNIQUE INDEX uq_school_zone_code ON school_zone (code) WHERE void_reason IS NULL;

CREATE UNIQUE INDEX uq_school_zone_plan_id_number ON school_zone (plan_id, number) WHERE void_reason IS NULL;

CREATE INDEX ix_school_zone_county_id_id_void_reason ON school_zone (county_id, id, void_reason);

CREATE INDEX ix_school_zone_unit_id_id_void_reason ON school_zone (unit_id, id, void_reason);

CREATE INDEX ix_school_zone_code_sort_id ON school_zone (code_sort, id);

CREATE INDEX ix_school_zone_county_id_code_sort_id ON school_zone (county_id, code_sort, id);

CREATE INDEX ix_school_zone_unit_id_code_sort_id ON school_zone (unit_id, code_sort, id);

CREATE INDEX ix_school_zone_name_sort_id ON school_zone (name_sort, id);

CREATE INDEX ix_school_zone_county_id_name_sort_id ON school_zone (county_id, name_sort, id);

CREATE INDEX ix_school_zone_unit_id_name_sort_id ON school_zone (unit_id, name_sort, id);

CREATE INDEX ix_school_zone_name ON school_zone (name);

CREATE INDEX ix_school_zone_number ON school_zone (number);

CREATE INDEX ix_school_zone_is_shared ON school_zone (is_shared);

CREATE INDEX ix_school_zone_forecast ON school_zone (forecast);

CREATE TABLE school_zone_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    plan_id INTEGER,
    number INTEGER,
    name TEXT,
    code TEXT,
    is_shared INTEGER,
    forecast INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    code_sort TEXT,
    name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_school_zone_history_id_position ON school_zone_history (id, position);

CREATE INDEX ix_school_zone_history_plan_id_id_void_reason ON school_zone_history (plan_id, id, void_reason);

CREATE INDEX ix_school_zone_history_code ON school_zone_history (code) WHERE void_reason IS NULL;

CREATE INDEX ix_school_zone_history_plan_id_number ON school_zone_history (plan_id, number) WHERE void_reason IS NULL;

CREATE INDEX ix_school_zone_history_county_id_id_void_reason ON school_zone_history (county_id, id, void_reason);

CREATE INDEX ix_school_zone_history_unit_id_id_void_reason ON school_zone_history (unit_id, id, void_reason);

CREATE INDEX ix_school_zone_history_code_sort_id ON school_zone_history (code_sort, id);

CREATE INDEX ix_school_zone_history_county_id_code_sort_id ON school_zone_history (county_id, code_sort, id);

CREATE INDEX ix_school_zone_history_unit_id_code_sort_id ON school_zone_history (unit_id, code_sort, id);

CREATE INDEX ix_school_zone_history_name_sort_id ON school_zone_history (name_sort, id);

CREATE INDEX ix_school_zone_history_county_id_name_sort_id ON school_zone_history (county_id, name_sort, id);

CREATE INDEX ix_school_zone_history_unit_id_name_sort_id ON school_zone_history (unit_id, name_sort, id);

CREATE INDEX ix_school_zone_history_name ON school_zone_history (name);

CREATE INDEX ix_school_zone_history_number ON school_zone_history (number);

CREATE INDEX ix_school_zone_history_is_shared ON school_zone_history (is_shared);

CREATE INDEX ix_school_zone_history_forecast ON school_zone_history (forecast);

DROP TRIGGER IF EXISTS keep_school_zone_history;

CREATE TRIGGER keep_school_zone_history AFTER UPDATE ON school_zone
WHEN new.position <> old.position BEGIN
    INSERT INTO school_zone_history (id, version, position, void_reason, plan_id, number, name, code, is_shared, forecast, county_id, unit_id, code_sort, name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.plan_id, old.number, old.name, old.code, old.is_shared, old.forecast, old.county_id, old.unit_id, old.code_sort, old.name_sort, old.search, new.position);
END;

CREATE TABLE major_class (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    school_major_id INTEGER NOT NULL REFERENCES school_major (id),
    since TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    school_class_grade TEXT NOT NULL,
    CHECK (school_class_grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_major_class_school_class_id ON major_class (school_class_id) WHERE void_reason IS NULL;

CREATE INDEX ix_major_class_school_major_id_id_void_reason ON major_class (school_major_id, id, void_reason);

CREATE INDEX ix_major_class_county_id_id_void_reason ON major_class (county_id, id, void_reason);

CREATE INDEX ix_major_class_unit_id_id_void_reason ON major_class (unit_id, id, void_reason);

CREATE INDEX ix_major_class_school_class_grade_id ON major_class (school_class_grade, id);

CREATE INDEX ix_major_class_county_id_school_class_grade_id ON major_class (county_id, school_class_grade, id);

CREATE INDEX ix_major_class_unit_id_school_class_grade_id ON major_class (unit_id, school_class_grade, id);

CREATE TABLE major_class_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_class_id INTEGER,
    school_major_id INTEGER,
    since TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    school_class_grade TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_major_class_history_id_position ON major_class_history (id, position);

CREATE INDEX ix_major_class_history_school_class_id ON major_class_history (school_class_id) WHERE void_reason IS NULL;

CREATE INDEX ix_major_class_history_school_major_id_id_void_reason ON major_class_history (school_major_id, id, void_reason);

CREATE INDEX ix_major_class_history_county_id_id_void_reason ON major_class_history (county_id, id, void_reason);

CREATE INDEX ix_major_class_history_unit_id_id_void_reason ON major_class_history (unit_id, id, void_reason);

CREATE INDEX ix_major_class_history_school_class_grade_id ON major_class_history (school_class_grade, id);

CREATE INDEX ix_major_class_history_county_id_school_class_grade_id ON major_class_history (county_id, school_class_grade, id);

CREATE INDEX ix_major_class_history_unit_id_school_class_grade_id ON major_class_history (unit_id, school_class_grade, id);

DROP TRIGGER IF EXISTS keep_major_class_history;

CREATE TRIGGER keep_major_class_history AFTER UPDATE ON major_class
WHEN new.position <> old.position BEGIN
    INSERT INTO major_class_history (id, version, position, void_reason, school_class_id, school_major_id, since, county_id, unit_id, school_class_grade, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_class_id, old.school_major_id, old.since, old.county_id, old.unit_id, old.school_class_grade, new.position);
END;

CREATE TABLE internship_plan (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    school_major_id INTEGER NOT NULL REFERENCES school_major (id),
    sort TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT,
    state TEXT NOT NULL,
    filed_on TEXT,
    filing_number TEXT,
    county_id INTEGER,
    school_name_sort TEXT NOT NULL,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_internship_plan_school_id_id_void_reason ON internship_plan (school_id, id, void_reason);

CREATE INDEX ix_internship_plan_school_class_id_id_void_reason ON internship_plan (school_class_id, id, void_reason);

CREATE INDEX ix_internship_plan_school_major_id_id_void_reason ON internship_plan (school_major_id, id, void_reason);

CREATE UNIQUE INDEX uq_internship_plan_school_class_id_sort_period_from ON internship_plan (school_class_id, sort, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_internship_plan_county_id_id_void_reason ON internship_plan (county_id, id, void_reason);

CREATE INDEX ix_internship_plan_school_name_sort_id ON internship_plan (school_name_sort, id);

CREATE INDEX ix_internship_plan_county_id_school_name_sort_id ON internship_plan (county_id, school_name_sort, id);

CREATE INDEX ix_internship_plan_school_id_school_name_sort_id ON internship_plan (school_id, school_name_sort, id);

CREATE INDEX ix_internship_plan_period_from_id ON internship_plan (period_from, id);

CREATE INDEX ix_internship_plan_county_id_period_from_id ON internship_plan (county_id, period_from, id);

CREATE INDEX ix_internship_plan_school_id_period_from_id ON internship_plan (school_id, period_from, id);

CREATE INDEX ix_internship_plan_sort ON internship_plan (sort);

CREATE INDEX ix_internship_plan_state ON internship_plan (state);

CREATE INDEX ix_internship_plan_filed_on ON internship_plan (filed_on);

CREATE INDEX ix_internship_plan_filing_number ON internship_plan (filing_number);

CREATE TABLE internship_plan_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    school_id INTEGER,
    school_class_id INTEGER,
    school_major_id INTEGER,
    sort TEXT,
    period_from TEXT,
    period_until TEXT,
    state TEXT,
    filed_on TEXT,
    filing_number TEXT,
    county_id INTEGER,
    school_name_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_internship_plan_history_id_position ON internship_plan_history (id, position);

CREATE INDEX ix_internship_plan_history_school_id_id_void_reason ON internship_plan_history (school_id, id, void_reason);

CREATE INDEX ix_internship_plan_history_school_class_id_id_void_reason ON internship_plan_history (school_class_id, id, void_reason);

CREATE INDEX ix_internship_plan_history_school_major_id_id_void_reason ON internship_plan_history (school_major_id, id, void_reason);

CREATE INDEX ix_internship_plan_history_school_class_id_sort_period_from ON internship_plan_history (school_class_id, sort, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_internship_plan_history_county_id_id_void_reason ON internship_plan_history (county_id, id, void_reason);

CREATE INDEX ix_internship_plan_history_school_name_sort_id ON internship_plan_history (school_name_sort, id);

CREATE INDEX ix_internship_plan_history_county_id_school_name_sort_id ON internship_plan_history (county_id, school_name_sort, id);

CREATE INDEX ix_internship_plan_history_school_id_school_name_sort_id ON internship_plan_history (school_id, school_name_sort, id);

CREATE INDEX ix_internship_plan_history_period_from_id ON internship_plan_history (period_from, id);

CREATE INDEX ix_internship_plan_history_county_id_period_from_id ON internship_plan_history (county_id, period_from, id);

CREATE INDEX ix_internship_plan_history_school_id_period_from_id ON internship_plan_history (school_id, period_from, id);

CREATE INDEX ix_internship_plan_history_sort ON internship_plan_history (sort);

CREATE INDEX ix_internship_plan_history_state ON internship_plan_history (state);

CREATE INDEX ix_internship_plan_history_filed_on ON internship_plan_history (filed_on);

CREATE INDEX ix_internship_plan_history_filing_number ON internship_plan_history (filing_number);

DROP TRIGGER IF EXISTS keep_internship_plan_history;

CREATE TRIGGER keep_internship_plan_history AFTER UPDATE ON internship_plan
WHEN new.position <> old.position BEGIN
    INSERT INTO internship_plan_history (id, version, position, void_reason, school_id, school_class_id, school_major_id, sort, period_from, period_until, state, filed_on, filing_number, county_id, school_name_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.school_id, old.school_class_id, old.school_major_id, old.sort, old.period_from, old.period_until, old.state, old.filed_on, old.filing_number, old.county_id, old.school_name_sort, new.position);
END;

CREATE TABLE inspection_member (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    inspection_id INTEGER NOT NULL REFERENCES inspection (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    is_lead INTEGER NOT NULL,
    since TEXT NOT NULL,
    aside_on TEXT,
    aside_reason TEXT,
    county_id INTEGER,
    unit_id INTEGER
) STRICT;

CREATE INDEX ix_inspection_member_inspection_id_id_void_reason ON inspection_member (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_member_account_id_id_void_reason ON inspection_member (account_id, id, void_reason);

CREATE UNIQUE INDEX uq_inspection_member_inspection_id_account_id ON inspection_member (inspection_id, account_id) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_member_county_id_id_void_reason ON inspection_member (county_id, id, void_reason);

CREATE INDEX ix_inspection_member_unit_id_id_void_reason ON inspection_member (unit_id, id, void_reason);

CREATE INDEX ix_inspection_member_since_id ON inspection_member (since, id);

CREATE INDEX ix_inspection_member_county_id_since_id ON inspection_member (county_id, since, id);

CREATE INDEX ix_inspection_member_unit_id_since_id ON inspection_member (unit_id, since, id);

CREATE INDEX ix_inspection_member_is_lead ON inspection_member (is_lead);

CREATE INDEX ix_inspection_member_aside_on ON inspection_member (aside_on);

CREATE TABLE inspection_member_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    inspection_id INTEGER,
    account_id INTEGER,
    name TEXT,
    is_lead INTEGER,
    since TEXT,
    aside_on TEXT,
    aside_reason TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_inspection_member_history_id_position ON inspection_member_history (id, position);

CREATE INDEX ix_inspection_member_history_inspection_id_id_void_reason ON inspection_member_history (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_member_history_account_id_id_void_reason ON inspection_member_history (account_id, id, void_reason);

CREATE INDEX ix_inspection_member_history_inspection_id_account_id ON inspection_member_history (inspection_id, account_id) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_member_history_county_id_id_void_reason ON inspection_member_history (county_id, id, void_reason);

CREATE INDEX ix_inspection_member_history_unit_id_id_void_reason ON inspection_member_history (unit_id, id, void_reason);

CREATE INDEX ix_inspection_member_history_since_id ON inspection_member_history (since, id);

CREATE INDEX ix_inspection_member_history_county_id_since_id ON inspection_member_history (county_id, since, id);

CREATE INDEX ix_inspection_member_history_unit_id_since_id ON inspection_member_history (unit_id, since, id);

CREATE INDEX ix_inspection_member_history_is_lead ON inspection_member_history (is_lead);

CREATE INDEX ix_inspection_member_history_aside_on ON inspection_member_history (aside_on);

DROP TRIGGER IF EXISTS keep_inspection_member_history;

CREATE TRIGGER keep_inspection_member_history AFTER UPDATE ON inspection_member
WHEN new.position <> old.position BEGIN
    INSERT INTO inspection_member_history (id, version, position, void_reason, inspection_id, account_id, name, is_lead, since, aside_on, aside_reason, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.inspection_id, old.account_id, old.name, old.is_lead, old.since, old.aside_on, old.aside_reason, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE inspection_score (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    inspection_id INTEGER NOT NULL REFERENCES inspection (id),
    item_id INTEGER NOT NULL REFERENCES inspection_item (id),
    verdict TEXT NOT NULL,
    score INTEGER,
    note TEXT,
    demand TEXT NOT NULL,
    basis TEXT NOT NULL,
    is_verified INTEGER NOT NULL,
    scored_by TEXT NOT NULL,
    scored_at TEXT NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (verdict NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_inspection_score_inspection_id_id_void_reason ON inspection_score (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_score_item_id_id_void_reason ON inspection_score (item_id, id, void_reason);

CREATE UNIQUE INDEX uq_inspection_score_inspection_id_item_id ON inspection_score (inspection_id, item_id) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_score_county_id_id_void_reason ON inspection_score (county_id, id, void_reason);

CREATE INDEX ix_inspection_score_unit_id_id_void_reason ON inspection_score (unit_id, id, void_reason);

CREATE INDEX ix_inspection_score_scored_at_id ON inspection_score (scored_at, id);

CREATE INDEX ix_inspection_score_county_id_scored_at_id ON inspection_score (county_id, scored_at, id);

CREATE INDEX ix_inspection_score_unit_id_scored_at_id ON inspection_score (unit_id, scored_at, id);

CREATE INDEX ix_inspection_score_verdict ON inspection_score (verdict);

CREATE INDEX ix_inspection_score_is_verified ON inspection_score (is_verified);

CREATE TABLE inspection_score_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    inspection_id INTEGER,
    item_id INTEGER,
    verdict TEXT,
    score INTEGER,
    note TEXT,
    demand TEXT,
    basis TEXT,
    is_verified INTEGER,
    scored_by TEXT,
    scored_at TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_inspection_score_history_id_position ON inspection_score_history (id, position);

CREATE INDEX ix_inspection_score_history_inspection_id_id_void_reason ON inspection_score_history (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_score_history_item_id_id_void_reason ON inspection_score_history (item_id, id, void_reason);

CREATE INDEX ix_inspection_score_history_inspection_id_item_id ON inspection_score_history (inspection_id, item_id) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_score_history_county_id_id_void_reason ON inspection_score_history (county_id, id, void_reason);

CREATE INDEX ix_inspection_score_history_unit_id_id_void_reason ON inspection_score_history (unit_id, id, void_reason);

CREATE INDEX ix_inspection_score_history_scored_at_id ON inspection_score_history (scored_at, id);

CREATE INDEX ix_inspection_score_history_county_id_scored_at_id ON inspection_score_history (county_id, scored_at, id);

CREATE INDEX ix_inspection_score_history_unit_id_scored_at_id ON inspection_score_history (unit_id, scored_at, id);

CREATE INDEX ix_inspection_score_history_verdict ON inspection_score_history (verdict);

CREATE INDEX ix_inspection_score_history_is_verified ON inspection_score_history (is_verified);

DROP TRIGGER IF EXISTS keep_inspection_score_history;

CREATE TRIGGER keep_inspection_score_history AFTER UPDATE ON inspection_score
WHEN new.position <> old.position BEGIN
    INSERT INTO inspection_score_history (id, version, position, void_reason, inspection_id, item_id, verdict, score, note, demand, basis, is_verified, scored_by, scored_at, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.inspection_id, old.item_id, old.verdict, old.score, old.note, old.demand, old.basis, old.is_verified, old.scored_by, old.scored_at, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE inspection_finding (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    inspection_id INTEGER NOT NULL REFERENCES inspection (id),
    place INTEGER NOT NULL,
    item_id INTEGER REFERENCES inspection_item (id),
    text TEXT NOT NULL,
    demand TEXT NOT NULL,
    state TEXT NOT NULL,
    found_on TEXT NOT NULL,
    found_by TEXT NOT NULL,
    settled_on TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    search TEXT NOT NULL,
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_inspection_finding_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_inspection_finding_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM inspection_finding;

CREATE TRIGGER gx_inspection_finding_search_new AFTER INSERT ON inspection_finding BEGIN
    INSERT INTO gx_inspection_finding_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_inspection_finding_search_changed AFTER UPDATE OF search ON inspection_finding BEGIN
    INSERT INTO gx_inspection_finding_search (gx_inspection_finding_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_inspection_finding_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_inspection_finding_inspection_id_id_void_reason ON inspection_finding (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_finding_item_id_id_void_reason ON inspection_finding (item_id, id, void_reason);

CREATE UNIQUE INDEX uq_inspection_finding_inspection_id_place ON inspection_finding (inspection_id, place) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_finding_county_id_id_void_reason ON inspection_finding (county_id, id, void_reason);

CREATE INDEX ix_inspection_finding_unit_id_id_void_reason ON inspection_finding (unit_id, id, void_reason);

CREATE INDEX ix_inspection_finding_found_on_id ON inspection_finding (found_on, id);

CREATE INDEX ix_inspection_finding_county_id_found_on_id ON inspection_finding (county_id, found_on, id);

CREATE INDEX ix_inspection_finding_unit_id_found_on_id ON inspection_finding (unit_id, found_on, id);

CREATE INDEX ix_inspection_finding_state ON inspection_finding (state);

CREATE TABLE inspection_finding_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    inspection_id INTEGER,
    place INTEGER,
    item_id INTEGER,
    text TEXT,
    demand TEXT,
    state TEXT,
    found_on TEXT,
    found_by TEXT,
    settled_on TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_inspection_finding_history_id_position ON inspection_finding_history (id, position);

CREATE INDEX ix_inspection_finding_history_inspection_id_id_void_reason ON inspection_finding_history (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_finding_history_item_id_id_void_reason ON inspection_finding_history (item_id, id, void_reason);

CREATE INDEX ix_inspection_finding_history_inspection_id_place ON inspection_finding_history (inspection_id, place) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_finding_history_county_id_id_void_reason ON inspection_finding_history (county_id, id, void_reason);

CREATE INDEX ix_inspection_finding_history_unit_id_id_void_reason ON inspection_finding_history (unit_id, id, void_reason);

CREATE INDEX ix_inspection_finding_history_found_on_id ON inspection_finding_history (found_on, id);

CREATE INDEX ix_inspection_finding_history_county_id_found_on_id ON inspection_finding_history (county_id, found_on, id);

CREATE INDEX ix_inspection_finding_history_unit_id_found_on_id ON inspection_finding_history (unit_id, found_on, id);

CREATE INDEX ix_inspection_finding_history_state ON inspection_finding_history (state);

DROP TRIGGER IF EXISTS keep_inspection_finding_history;

CREATE TRIGGER keep_inspection_finding_history AFTER UPDATE ON inspection_finding
WHEN new.position <> old.position BEGIN
    INSERT INTO inspection_finding_history (id, version, position, void_reason, inspection_id, place, item_id, text, demand, state, found_on, found_by, settled_on, county_id, unit_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.inspection_id, old.place, old.item_id, old.text, old.demand, old.state, old.found_on, old.found_by, old.settled_on, old.county_id, old.unit_id, old.search, new.position);
END;

CREATE TABLE inspection_entry (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    inspection_id INTEGER NOT NULL REFERENCES inspection (id),
    sort TEXT NOT NULL,
    text TEXT,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_inspection_entry_inspection_id_id_void_reason ON inspection_entry (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_entry_county_id_id_void_reason ON inspection_entry (county_id, id, void_reason);

CREATE INDEX ix_inspection_entry_unit_id_id_void_reason ON inspection_entry (unit_id, id, void_reason);

CREATE INDEX ix_inspection_entry_said_at_id ON inspection_entry (said_at, id);

CREATE INDEX ix_inspection_entry_county_id_said_at_id ON inspection_entry (county_id, said_at, id);

CREATE INDEX ix_inspection_entry_unit_id_said_at_id ON inspection_entry (unit_id, said_at, id);

CREATE TABLE inspection_entry_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    inspection_id INTEGER,
    sort TEXT,
    text TEXT,
    said_by TEXT,
    said_at TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_inspection_entry_history_id_position ON inspection_entry_history (id, position);

CREATE INDEX ix_inspection_entry_history_inspection_id_id_void_reason ON inspection_entry_history (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_entry_history_county_id_id_void_reason ON inspection_entry_history (county_id, id, void_reason);

CREATE INDEX ix_inspection_entry_history_unit_id_id_void_reason ON inspection_entry_history (unit_id, id, void_reason);

CREATE INDEX ix_inspection_entry_history_said_at_id ON inspection_entry_history (said_at, id);

CREATE INDEX ix_inspection_entry_history_county_id_said_at_id ON inspection_entry_history (county_id, said_at, id);

CREATE INDEX ix_inspection_entry_history_unit_id_said_at_id ON inspection_entry_history (unit_id, said_at, id);

DROP TRIGGER IF EXISTS keep_inspection_entry_history;

CREATE TRIGGER keep_inspection_entry_history AFTER UPDATE ON inspection_entry
WHEN new.position <> old.position BEGIN
    INSERT INTO inspection_entry_history (id, version, position, void_reason, inspection_id, sort, text, said_by, said_at, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.inspection_id, old.sort, old.text, old.said_by, old.said_at, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE inspection_file (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    inspection_id INTEGER NOT NULL REFERENCES inspection (id),
    item_id INTEGER REFERENCES inspection_item (id),
    file_id INTEGER NOT NULL REFERENCES file (id),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    is_of_unit INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (media_type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_inspection_file_inspection_id_id_void_reason ON inspection_file (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_file_item_id_id_void_reason ON inspection_file (item_id, id, void_reason);

CREATE INDEX ix_inspection_file_file_id_id_void_reason ON inspection_file (file_id, id, void_reason);

CREATE UNIQUE INDEX uq_inspection_file_inspection_id_file_id ON inspection_file (inspection_id, file_id) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_file_county_id_id_void_reason ON inspection_file (county_id, id, void_reason);

CREATE INDEX ix_inspection_file_unit_id_id_void_reason ON inspection_file (unit_id, id, void_reason);

CREATE INDEX ix_inspection_file_added_at_id ON inspection_file (added_at, id);

CREATE INDEX ix_inspection_file_county_id_added_at_id ON inspection_file (county_id, added_at, id);

CREATE INDEX ix_inspection_file_unit_id_added_at_id ON inspection_file (unit_id, added_at, id);

CREATE TABLE inspection_file_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    inspection_id INTEGER,
    item_id INTEGER,
    file_id INTEGER,
    file_name TEXT,
    media_type TEXT,
    size INTEGER,
    is_of_unit INTEGER,
    added_by TEXT,
    added_at TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_inspection_file_history_id_position ON inspection_file_history (id, position);

CREATE INDEX ix_inspection_file_history_inspection_id_id_void_reason ON inspection_file_history (inspection_id, id, void_reason);

CREATE INDEX ix_inspection_file_history_item_id_id_void_reason ON inspection_file_history (item_id, id, void_reason);

CREATE INDEX ix_inspection_file_history_file_id_id_void_reason ON inspection_file_history (file_id, id, void_reason);

CREATE INDEX ix_inspection_file_history_inspection_id_file_id ON inspection_file_history (inspection_id, file_id) WHERE void_reason IS NULL;

CREATE INDEX ix_inspection_file_history_county_id_id_void_reason ON inspection_file_history (county_id, id, void_reason);

CREATE INDEX ix_inspection_file_history_unit_id_id_void_reason ON inspection_file_history (unit_id, id, void_reason);

CREATE INDEX ix_inspection_file_history_added_at_id ON inspection_file_history (added_at, id);

CREATE INDEX ix_inspection_file_history_county_id_added_at_id ON inspection_file_history (county_id, added_at, id);

CREATE INDEX ix_inspection_file_history_unit_id_added_at_id ON inspection_file_history (unit_id, added_at, id);

DROP TRIGGER IF EXISTS keep_inspection_file_history;

CREATE TRIGGER keep_inspection_file_history AFTER UPDATE ON inspection_file
WHEN new.position <> old.position BEGIN
    INSERT INTO inspection_file_history (id, version, position, void_reason, inspection_id, item_id, file_id, file_name, media_type, size, is_of_unit, added_by, added_at, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.inspection_id, old.item_id, old.file_id, old.file_name, old.media_type, old.size, old.is_of_unit, old.added_by, old.added_at, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE published_inspection (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    inspection_id INTEGER NOT NULL REFERENCES inspection (id),
    number TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    office_name TEXT NOT NULL,
    scheme_name TEXT NOT NULL,
    category TEXT NOT NULL,
    year INTEGER NOT NULL,
    result TEXT NOT NULL,
    published_on TEXT NOT NULL,
    rectify_due TEXT,
    recheck TEXT,
    settled_on TEXT,
    unit_name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (category NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (result NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (recheck NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_published_inspection_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_published_inspection_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM published_inspection;

CREATE TRIGGER gx_published_inspection_search_new AFTER INSERT ON published_inspection BEGIN
    INSERT INTO gx_published_inspection_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_published_inspection_search_changed AFTER UPDATE OF search ON published_inspection BEGIN
    INSERT INTO gx_published_inspection_search (gx_published_inspection_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_published_inspection_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_published_inspection_inspection_id_id_void_reason ON published_inspection (inspection_id, id, void_reason);

CREATE UNIQUE INDEX uq_published_inspection_number ON published_inspection (number);

CREATE INDEX ix_published_inspection_published_on_id ON published_inspection (published_on, id);

CREATE INDEX ix_published_inspection_unit_name_sort_id ON published_inspection (unit_name_sort, id);

CREATE INDEX ix_published_inspection_unit_name ON published_inspection (unit_name);

CREATE INDEX ix_published_inspection_category ON published_inspection (category);

CREATE INDEX ix_published_inspection_year ON published_inspection (year);

CREATE INDEX ix_published_inspection_result ON published_inspection (result);

CREATE TABLE published_inspection_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    inspection_id INTEGER,
    number TEXT,
    unit_name TEXT,
    office_name TEXT,
    scheme_name TEXT,
    category TEXT,
    year INTEGER,
    result TEXT,
    published_on TEXT,
    rectify_due TEXT,
    recheck TEXT,
    settled_on TEXT,
    unit_name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_published_inspection_history_id_position ON published_inspection_history (id, position);

CREATE INDEX ix_published_inspection_history_inspection_id_id_void_reason ON published_inspection_history (inspection_id, id, void_reason);

CREATE INDEX ix_published_inspection_history_number ON published_inspection_history (number);

CREATE INDEX ix_published_inspection_history_published_on_id ON published_inspection_history (published_on, id);

CREATE INDEX ix_published_inspection_history_unit_name_sort_id ON published_inspection_history (unit_name_sort, id);

CREATE INDEX ix_published_inspection_history_unit_name ON published_inspection_history (unit_name);

CREATE INDEX ix_published_inspection_history_category ON published_inspection_history (category);

CREATE INDEX ix_published_inspection_history_year ON published_inspection_history (year);

CREATE INDEX ix_published_inspection_history_result ON published_inspection_history (result);

DROP TRIGGER IF EXISTS keep_published_inspection_history;

CREATE TRIGGER keep_published_inspection_history AFTER UPDATE ON published_inspection
WHEN new.position <> old.position BEGIN
    INSERT INTO published_inspection_history (id, version, position, void_reason, inspection_id, number, unit_name, office_name, scheme_name, category, year, result, published_on, rectify_due, recheck, settled_on, unit_name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.inspection_id, old.number, old.unit_name, old.office_name, old.scheme_name, old.category, old.year, old.result, old.published_on, old.rectify_due, old.recheck, old.settled_on, old.unit_name_sort, old.search, new.position);
END;

CREATE TABLE licence_event (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    licence_id INTEGER NOT NULL REFERENCES licence (id),
    sort TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    text TEXT,
    document TEXT,
    noted_by TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_licence_event_licence_id_id_void_reason ON licence_event (licence_id, id, void_reason);

CREATE INDEX ix_licence_event_county_id_id_void_reason ON licence_event (county_id, id, void_reason);

CREATE INDEX ix_licence_event_unit_id_id_void_reason ON licence_event (unit_id, id, void_reason);

CREATE INDEX ix_licence_event_happened_on_id ON licence_event (happened_on, id);

CREATE INDEX ix_licence_event_county_id_happened_on_id ON licence_event (county_id, happened_on, id);

CREATE INDEX ix_licence_event_unit_id_happened_on_id ON licence_event (unit_id, happened_on, id);

CREATE INDEX ix_licence_event_sort ON licence_event (sort);

CREATE TABLE licence_event_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    licence_id INTEGER,
    sort TEXT,
    happened_on TEXT,
    text TEXT,
    document TEXT,
    noted_by TEXT,
    noted_at TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_licence_event_history_id_position ON licence_event_history (id, position);

CREATE INDEX ix_licence_event_history_licence_id_id_void_reason ON licence_event_history (licence_id, id, void_reason);

CREATE INDEX ix_licence_event_history_county_id_id_void_reason ON licence_event_history (county_id, id, void_reason);

CREATE INDEX ix_licence_event_history_unit_id_id_void_reason ON licence_event_history (unit_id, id, void_reason);

CREATE INDEX ix_licence_event_history_happened_on_id ON licence_event_history (happened_on, id);

CREATE INDEX ix_licence_event_history_county_id_happened_on_id ON licence_event_history (county_id, happened_on, id);

CREATE INDEX ix_licence_event_history_unit_id_happened_on_id ON licence_event_history (unit_id, happened_on, id);

CREATE INDEX ix_licence_event_history_sort ON licence_event_history (sort);

DROP TRIGGER IF EXISTS keep_licence_event_history;

CREATE TRIGGER keep_licence_event_history AFTER UPDATE ON licence_event
WHEN new.position <> old.position BEGIN
    INSERT INTO licence_event_history (id, version, position, void_reason, licence_id, sort, happened_on, text, document, noted_by, noted_at, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.licence_id, old.sort, old.happened_on, old.text, old.document, old.noted_by, old.noted_at, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE filed_account (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    licence_id INTEGER NOT NULL REFERENCES licence (id),
    representative_id INTEGER NOT NULL REFERENCES person (id),
    bank TEXT NOT NULL,
    account_sealed BLOB,
    account_digest BLOB,
    account_mask TEXT,
    held_from TEXT NOT NULL,
    held_until TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (account_mask NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_filed_account_licence_id_id_void_reason ON filed_account (licence_id, id, void_reason);

CREATE INDEX ix_filed_account_representative_id_id_void_reason ON filed_account (representative_id, id, void_reason);

CREATE INDEX ix_filed_account_account_digest ON filed_account (account_digest) WHERE account_digest IS NOT NULL;

CREATE UNIQUE INDEX uq_filed_account_licence_id_held_from ON filed_account (licence_id, held_from) WHERE void_reason IS NULL;

CREATE INDEX ix_filed_account_county_id_id_void_reason ON filed_account (county_id, id, void_reason);

CREATE INDEX ix_filed_account_unit_id_id_void_reason ON filed_account (unit_id, id, void_reason);

CREATE INDEX ix_filed_account_held_from_id ON filed_account (held_from, id);

CREATE INDEX ix_filed_account_county_id_held_from_id ON filed_account (county_id, held_from, id);

CREATE INDEX ix_filed_account_unit_id_held_from_id ON filed_account (unit_id, held_from, id);

CREATE TABLE filed_account_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    licence_id INTEGER,
    representative_id INTEGER,
    bank TEXT,
    account_mask TEXT,
    held_from TEXT,
    held_until TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_filed_account_history_id_position ON filed_account_history (id, position);

CREATE INDEX ix_filed_account_history_licence_id_id_void_reason ON filed_account_history (licence_id, id, void_reason);

CREATE INDEX ix_filed_account_history_representative_id_id_void_reason ON filed_account_history (representative_id, id, void_reason);

CREATE INDEX ix_filed_account_history_licence_id_held_from ON filed_account_history (licence_id, held_from) WHERE void_reason IS NULL;

CREATE INDEX ix_filed_account_history_county_id_id_void_reason ON filed_account_history (county_id, id, void_reason);

CREATE INDEX ix_filed_account_history_unit_id_id_void_reason ON filed_account_history (unit_id, id, void_reason);

CREATE INDEX ix_filed_account_history_held_from_id ON filed_account_history (held_from, id);

CREATE INDEX ix_filed_account_history_county_id_held_from_id ON filed_account_history (county_id, held_from, id);

CREATE INDEX ix_filed_account_history_unit_id_held_from_id ON filed_account_history (unit_id, held_from, id);

DROP TRIGGER IF EXISTS keep_filed_account_history;

CREATE TRIGGER keep_filed_account_history AFTER UPDATE ON filed_account
WHEN new.position <> old.position BEGIN
    INSERT INTO filed_account_history (id, version, position, void_reason, licence_id, representative_id, bank, account_mask, held_from, held_until, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.licence_id, old.representative_id, old.bank, old.account_mask, old.held_from, old.held_until, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE termination (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    licence_id INTEGER NOT NULL REFERENCES licence (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    announced_on TEXT NOT NULL,
    announced_in TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    state TEXT NOT NULL,
    approved_on TEXT,
    document TEXT,
    settled_on TEXT,
    liquidated_on TEXT,
    returned_on TEXT,
    seal_destroyed_on TEXT,
    deregistered_on TEXT,
    county_id INTEGER,
    search TEXT NOT NULL,
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_termination_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_termination_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM termination;

CREATE TRIGGER gx_termination_search_new AFTER INSERT ON termination BEGIN
    INSERT INTO gx_termination_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_termination_search_changed AFTER UPDATE OF search ON termination BEGIN
    INSERT INTO gx_termination_search (gx_termination_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_termination_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_termination_licence_id_id_void_reason ON termination (licence_id, id, void_reason);

CREATE INDEX ix_termination_school_id_id_void_reason ON termination (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_termination_licence_id_announced_on ON termination (licence_id, announced_on) WHERE void_reason IS NULL;

CREATE INDEX ix_termination_ends_on ON termination (ends_on);

CREATE INDEX ix_termination_county_id_id_void_reason ON termination (county_id, id, void_reason);

CREATE INDEX ix_termination_ends_on_id ON termination (ends_on, id);

CREATE INDEX ix_termination_county_id_ends_on_id ON termination (county_id, ends_on, id);

CREATE INDEX ix_termination_school_id_ends_on_id ON termination (school_id, ends_on, id);

CREATE INDEX ix_termination_state ON termination (state);

CREATE INDEX ix_termination_announced_on ON termination (announced_on);

CREATE TABLE termination_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    licence_id INTEGER,
    school_id INTEGER,
    school_name TEXT,
    reason TEXT,
    announced_on TEXT,
    announced_in TEXT,
    ends_on TEXT,
    state TEXT,
    approved_on TEXT,
    document TEXT,
    settled_on TEXT,
    liquidated_on TEXT,
    returned_on TEXT,
    seal_destroyed_on TEXT,
    deregistered_on TEXT,
    county_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_termination_history_id_position ON termination_history (id, position);

CREATE INDEX ix_termination_history_licence_id_id_void_reason ON termination_history (licence_id, id, void_reason);

CREATE INDEX ix_termination_history_school_id_id_void_reason ON termination_history (school_id, id, void_reason);

CREATE INDEX ix_termination_history_licence_id_announced_on ON termination_history (licence_id, announced_on) WHERE void_reason IS NULL;

CREATE INDEX ix_termination_history_ends_on ON termination_history (ends_on);

CREATE INDEX ix_termination_history_county_id_id_void_reason ON termination_history (county_id, id, void_reason);

CREATE INDEX ix_termination_history_ends_on_id ON termination_history (ends_on, id);

CREATE INDEX ix_termination_history_county_id_ends_on_id ON termination_history (county_id, ends_on, id);

CREATE INDEX ix_termination_history_school_id_ends_on_id ON termination_history (school_id, ends_on, id);

CREATE INDEX ix_termination_history_state ON termination_history (state);

CREATE INDEX ix_termination_history_announced_on ON termination_history (announced_on);

DROP TRIGGER IF EXISTS keep_termination_history;

CREATE TRIGGER keep_termination_history AFTER UPDATE ON termination
WHEN new.position <> old.position BEGIN
    INSERT INTO termination_history (id, version, position, void_reason, licence_id, school_id, school_name, reason, announced_on, announced_in, ends_on, state, approved_on, document, settled_on, liquidated_on, returned_on, seal_destroyed_on, deregistered_on, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.licence_id, old.school_id, old.school_name, old.reason, old.announced_on, old.announced_in, old.ends_on, old.state, old.approved_on, old.document, old.settled_on, old.liquidated_on, old.returned_on, old.seal_destroyed_on, old.deregistered_on, old.county_id, old.search, new.position);
END;

CREATE TABLE public_licence (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    licence_id INTEGER NOT NULL REFERENCES licence (id),
    number TEXT NOT NULL,
    school_name TEXT NOT NULL,
    type TEXT NOT NULL,
    purpose TEXT NOT NULL,
    organiser_name TEXT NOT NULL,
    address TEXT NOT NULL,
    office_name TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    state TEXT NOT NULL,
    ended_on TEXT,
    school_name_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (purpose NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_public_licence_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_public_licence_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM public_licence;

CREATE TRIGGER gx_public_licence_search_new AFTER INSERT ON public_licence BEGIN
    INSERT INTO gx_public_licence_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_public_licence_search_changed AFTER UPDATE OF search ON public_licence BEGIN
    INSERT INTO gx_public_licence_search (gx_public_licence_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_public_licence_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_public_licence_licence_id_id_void_reason ON public_licence (licence_id, id, void_reason);

CREATE UNIQUE INDEX uq_public_licence_number ON public_licence (number);

CREATE INDEX ix_public_licence_school_name_sort_id ON public_licence (school_name_sort, id);

CREATE INDEX ix_public_licence_valid_until_id ON public_licence (valid_until, id);

CREATE INDEX ix_public_licence_school_name ON public_licence (school_name);

CREATE INDEX ix_public_licence_type ON public_licence (type);

CREATE INDEX ix_public_licence_purpose ON public_licence (purpose);

CREATE INDEX ix_public_licence_state ON public_licence (state);

CREATE TABLE public_licence_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    licence_id INTEGER,
    number TEXT,
    school_name TEXT,
    type TEXT,
    purpose TEXT,
    organiser_name TEXT,
    address TEXT,
    office_name TEXT,
    issued_on TEXT,
    valid_from TEXT,
    valid_until TEXT,
    state TEXT,
    ended_on TEXT,
    school_name_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_public_licence_history_id_position ON public_licence_history (id, position);

CREATE INDEX ix_public_licence_history_licence_id_id_void_reason ON public_licence_history (licence_id, id, void_reason);

CREATE INDEX ix_public_licence_history_number ON public_licence_history (number);

CREATE INDEX ix_public_licence_history_school_name_sort_id ON public_licence_history (school_name_sort, id);

CREATE INDEX ix_public_licence_history_valid_until_id ON public_licence_history (valid_until, id);

CREATE INDEX ix_public_licence_history_school_name ON public_licence_history (school_name);

CREATE INDEX ix_public_licence_history_type ON public_licence_history (type);

CREATE INDEX ix_public_licence_history_purpose ON public_licence_history (purpose);

CREATE INDEX ix_public_licence_history_state ON public_licence_history (state);

DROP TRIGGER IF EXISTS keep_public_licence_history;

CREATE TRIGGER keep_public_licence_history AFTER UPDATE ON public_licence
WHEN new.position <> old.position BEGIN
    INSERT INTO public_licence_history (id, version, position, void_reason, licence_id, number, school_name, type, purpose, organiser_name, address, office_name, issued_on, valid_from, valid_until, state, ended_on, school_name_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.licence_id, old.number, old.school_name, old.type, old.purpose, old.organiser_name, old.address, old.office_name, old.issued_on, old.valid_from, old.valid_until, old.state, old.ended_on, old.school_name_sort, old.search, new.position);
END;

CREATE TABLE zone_school (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    zone_id INTEGER NOT NULL REFERENCES school_zone (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    places INTEGER NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    zone_code_sort TEXT NOT NULL
) STRICT;

CREATE INDEX ix_zone_school_zone_id_id_void_reason ON zone_school (zone_id, id, void_reason);

CREATE INDEX ix_zone_school_school_id_id_void_reason ON zone_school (school_id, id, void_reason);

CREATE UNIQUE INDEX uq_zone_school_zone_id_school_id ON zone_school (zone_id, school_id) WHERE void_reason IS NULL;

CREATE INDEX ix_zone_school_county_id_id_void_reason ON zone_school (county_id, id, void_reason);

CREATE INDEX ix_zone_school_unit_id_id_void_reason ON zone_school (unit_id, id, void_reason);

CREATE INDEX ix_zone_school_zone_code_sort_id ON zone_school (zone_code_sort, id);

CREATE INDEX ix_zone_school_county_id_zone_code_sort_id ON zone_school (county_id, zone_code_sort, id);

CREATE INDEX ix_zone_school_unit_id_zone_code_sort_id ON zone_school (unit_id, zone_code_sort, id);

CREATE INDEX ix_zone_school_places_id ON zone_school (places, id);

CREATE INDEX ix_zone_school_county_id_places_id ON zone_school (county_id, places, id);

CREATE INDEX ix_zone_school_unit_id_places_id ON zone_school (unit_id, places, id);

CREATE TABLE zone_school_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    zone_id INTEGER,
    school_id INTEGER,
    places INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    zone_code_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_zone_school_history_id_position ON zone_school_history (id, position);

CREATE INDEX ix_zone_school_history_zone_id_id_void_reason ON zone_school_history (zone_id, id, void_reason);

CREATE INDEX ix_zone_school_history_school_id_id_void_reason ON zone_school_history (school_id, id, void_reason);

CREATE INDEX ix_zone_school_history_zone_id_school_id ON zone_school_history (zone_id, school_id) WHERE void_reason IS NULL;

CREATE INDEX ix_zone_school_history_county_id_id_void_reason ON zone_school_history (county_id, id, void_reason);

CREATE INDEX ix_zone_school_history_unit_id_id_void_reason ON zone_school_history (unit_id, id, void_reason);

CREATE INDEX ix_zone_school_history_zone_code_sort_id ON zone_school_history (zone_code_sort, id);

CREATE INDEX ix_zone_school_history_county_id_zone_code_sort_id ON zone_school_history (county_id, zone_code_sort, id);

CREATE INDEX ix_zone_school_history_unit_id_zone_code_sort_id ON zone_school_history (unit_id, zone_code_sort, id);

CREATE INDEX ix_zone_school_history_places_id ON zone_school_history (places, id);

CREATE INDEX ix_zone_school_history_county_id_places_id ON zone_school_history (county_id, places, id);

CREATE INDEX ix_zone_school_history_unit_id_places_id ON zone_school_history (unit_id, places, id);

DROP TRIGGER IF EXISTS keep_zone_school_history;

CREATE TRIGGER keep_zone_school_history AFTER UPDATE ON zone_school
WHEN new.position <> old.position BEGIN
    INSERT INTO zone_school_history (id, version, position, void_reason, zone_id, school_id, places, county_id, unit_id, zone_code_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.zone_id, old.school_id, old.places, old.county_id, old.unit_id, old.zone_code_sort, new.position);
END;

CREATE TABLE zone_address (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    zone_id INTEGER NOT NULL REFERENCES school_zone (id),
    plan_id INTEGER NOT NULL REFERENCES zone_plan (id),
    street_id INTEGER NOT NULL REFERENCES division (id),
    road TEXT NOT NULL,
    side TEXT NOT NULL,
    first_number INTEGER NOT NULL,
    last_number INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    road_sort TEXT NOT NULL,
    zone_code_sort TEXT NOT NULL,
    search TEXT NOT NULL,
    CHECK (side NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_zone_address_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_zone_address_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM zone_address;

CREATE TRIGGER gx_zone_address_search_new AFTER INSERT ON zone_address BEGIN
    INSERT INTO gx_zone_address_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_zone_address_search_changed AFTER UPDATE OF search ON zone_address BEGIN
    INSERT INTO gx_zone_address_search (gx_zone_address_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_zone_address_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_zone_address_zone_id_id_void_reason ON zone_address (zone_id, id, void_reason);

CREATE INDEX ix_zone_address_plan_id_id_void_reason ON zone_address (plan_id, id, void_reason);

CREATE INDEX ix_zone_address_street_id_id_void_reason ON zone_address (street_id, id, void_reason);

CREATE UNIQUE INDEX uq_zone_address_zone_id_street_id_road_side_first_number ON zone_address (zone_id, street_id, road, side, first_number) WHERE void_reason IS NULL;

CREATE INDEX ix_zone_address_county_id_id_void_reason ON zone_address (county_id, id, void_reason);

CREATE INDEX ix_zone_address_unit_id_id_void_reason ON zone_address (unit_id, id, void_reason);

CREATE INDEX ix_zone_address_road_sort_id ON zone_address (road_sort, id);

CREATE INDEX ix_zone_address_county_id_road_sort_id ON zone_address (county_id, road_sort, id);

CREATE INDEX ix_zone_address_unit_id_road_sort_id ON zone_address (unit_id, road_sort, id);

CREATE INDEX ix_zone_address_zone_code_sort_id ON zone_address (zone_code_sort, id);

CREATE INDEX ix_zone_address_county_id_zone_code_sort_id ON zone_address (county_id, zone_code_sort, id);

CREATE INDEX ix_zone_address_unit_id_zone_code_sort_id ON zone_address (unit_id, zone_code_sort, id);

CREATE INDEX ix_zone_address_road ON zone_address (road);

CREATE INDEX ix_zone_address_side ON zone_address (side);

CREATE INDEX ix_zone_address_first_number ON zone_address (first_number);

CREATE INDEX ix_zone_address_last_number ON zone_address (last_number);

CREATE TABLE zone_address_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    zone_id INTEGER,
    plan_id INTEGER,
    street_id INTEGER,
    road TEXT,
    side TEXT,
    first_number INTEGER,
    last_number INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    road_sort TEXT,
    zone_code_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_zone_address_history_id_position ON zone_address_history (id, position);

CREATE INDEX ix_zone_address_history_zone_id_id_void_reason ON zone_address_history (zone_id, id, void_reason);

CREATE INDEX ix_zone_address_history_plan_id_id_void_reason ON zone_address_history (plan_id, id, void_reason);

CREATE INDEX ix_zone_address_history_street_id_id_void_reason ON zone_address_history (street_id, id, void_reason);

CREATE INDEX ix_zone_address_history_zone_id_street_id_road_side_fi_beccf7c4 ON zone_address_history (zone_id, street_id, road, side, first_number) WHERE void_reason IS NULL;

CREATE INDEX ix_zone_address_history_county_id_id_void_reason ON zone_address_history (county_id, id, void_reason);

CREATE INDEX ix_zone_address_history_unit_id_id_void_reason ON zone_address_history (unit_id, id, void_reason);

CREATE INDEX ix_zone_address_history_road_sort_id ON zone_address_history (road_sort, id);

CREATE INDEX ix_zone_address_history_county_id_road_sort_id ON zone_address_history (county_id, road_sort, id);

CREATE INDEX ix_zone_address_history_unit_id_road_sort_id ON zone_address_history (unit_id, road_sort, id);

CREATE INDEX ix_zone_address_history_zone_code_sort_id ON zone_address_history (zone_code_sort, id);

CREATE INDEX ix_zone_address_history_county_id_zone_code_sort_id ON zone_address_history (county_id, zone_code_sort, id);

CREATE INDEX ix_zone_address_history_unit_id_zone_code_sort_id ON zone_address_history (unit_id, zone_code_sort, id);

CREATE INDEX ix_zone_address_history_road ON zone_address_history (road);

CREATE INDEX ix_zone_address_history_side ON zone_address_history (side);

CREATE INDEX ix_zone_address_history_first_number ON zone_address_history (first_number);

CREATE INDEX ix_zone_address_history_last_number ON zone_address_history (last_number);

DROP TRIGGER IF EXISTS keep_zone_address_history;

CREATE TRIGGER keep_zone_address_history AFTER UPDATE ON zone_address
WHEN new.position <> old.position BEGIN
    INSERT INTO zone_address_history (id, version, position, void_reason, zone_id, plan_id, street_id, road, side, first_number, last_number, county_id, unit_id, road_sort, zone_code_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.zone_id, old.plan_id, old.street_id, old.road, old.side, old.first_number, old.last_number, old.county_id, old.unit_id, old.road_sort, old.zone_code_sort, old.search, new.position);
END;

CREATE TABLE reorganisation (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    sort TEXT NOT NULL,
    successor_id INTEGER NOT NULL REFERENCES unit (id),
    effective_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    job_id INTEGER REFERENCES job (id),
    pupils INTEGER NOT NULL,
    classes INTEGER NOT NULL,
    teachers INTEGER NOT NULL,
    posts INTEGER NOT NULL,
    campuses INTEGER NOT NULL,
    document TEXT,
    approved_on TEXT,
    committed_at TEXT,
    undone_at TEXT,
    english_reason TEXT,
    chinese_reason TEXT,
    positions TEXT,
    county_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (positions NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_reorganisation_unit_id_id_void_reason ON reorganisation (unit_id, id, void_reason);

CREATE INDEX ix_reorganisation_successor_id_id_void_reason ON reorganisation (successor_id, id, void_reason);

CREATE INDEX ix_reorganisation_job_id_id_void_reason ON reorganisation (job_id, id, void_reason);

CREATE INDEX ix_reorganisation_county_id_id_void_reason ON reorganisation (county_id, id, void_reason);

CREATE INDEX ix_reorganisation_asked_at_id ON reorganisation (asked_at, id);

CREATE INDEX ix_reorganisation_county_id_asked_at_id ON reorganisation (county_id, asked_at, id);

CREATE INDEX ix_reorganisation_unit_id_asked_at_id ON reorganisation (unit_id, asked_at, id);

CREATE INDEX ix_reorganisation_effective_on_id ON reorganisation (effective_on, id);

CREATE INDEX ix_reorganisation_county_id_effective_on_id ON reorganisation (county_id, effective_on, id);

CREATE INDEX ix_reorganisation_unit_id_effective_on_id ON reorganisation (unit_id, effective_on, id);

CREATE INDEX ix_reorganisation_sort ON reorganisation (sort);

CREATE INDEX ix_reorganisation_state ON reorganisation (state);

ALTER TABLE procedure_case ADD COLUMN remedy_english TEXT;

ALTER TABLE procedure_case_history ADD COLUMN remedy_english TEXT;

ALTER TABLE procedure_case ADD COLUMN remedy_chinese TEXT;

ALTER TABLE procedure_case_history ADD COLUMN remedy_chinese TEXT;

DROP TRIGGER IF EXISTS keep_procedure_case_history;

CREATE TRIGGER keep_procedure_case_history AFTER UPDATE ON procedure_case
WHEN new.position <> old.position BEGIN
    INSERT INTO procedure_case_history (id, version, position, void_reason, number, kind, procedure, procedure_version, form_title, basis, outcome, supplied, subject, subject_name, student_id, unit_id, unit_name, state, step, step_english, step_chinese, sequence, due, opener_id, opened_by, opened_for, opened_at, ended_at, end_reason, remedy_english, remedy_chinese, file_count, verification, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.kind, old.procedure, old.procedure_version, old.form_title, old.basis, old.outcome, old.supplied, old.subject, old.subject_name, old.student_id, old.unit_id, old.unit_name, old.state, old.step, old.step_english, old.step_chinese, old.sequence, old.due, old.opener_id, old.opened_by, old.opened_for, old.opened_at, old.ended_at, old.end_reason, old.remedy_english, old.remedy_chinese, old.file_count, old.verification, old.county_id, old.search, new.position);
END;

ALTER TABLE leave_request ADD COLUMN document_name TEXT;

ALTER TABLE leave_request_history ADD COLUMN document_name TEXT;

DROP TRIGGER IF EXISTS keep_leave_request_history;

CREATE TRIGGER keep_leave_request_history AFTER UPDATE ON leave_request
WHEN new.position <> old.position BEGIN
    INSERT INTO leave_request_history (id, version, position, void_reason, student_id, school_id, school_class_id, code, first_day, last_day, reason, certificate, document_id, document_name, asker_id, asked_by, asked_at, state, decided_by, decided_at, answer, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.school_id, old.school_class_id, old.code, old.first_day, old.last_day, old.reason, old.certificate, old.document_id, old.document_name, old.asker_id, old.asked_by, old.asked_at, old.state, old.decided_by, old.decided_at, old.answer, old.county_id, new.position);
END;

CREATE TABLE graduate_outcome (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    graduated_in INTEGER NOT NULL,
    destination TEXT NOT NULL,
    credit_code TEXT,
    employer TEXT,
    contract_number TEXT,
    occupation TEXT,
    matched INTEGER,
    place TEXT,
    started_on TEXT,
    checked_on TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (destination NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (credit_code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (place NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_graduate_outcome_student_id ON graduate_outcome (student_id) WHERE void_reason IS NULL;

CREATE INDEX ix_graduate_outcome_county_id_id_void_reason ON graduate_outcome (county_id, id, void_reason);

CREATE INDEX ix_graduate_outcome_unit_id_id_void_reason ON graduate_outcome (unit_id, id, void_reason);

CREATE INDEX ix_graduate_outcome_graduated_in_id ON graduate_outcome (graduated_in, id);

CREATE INDEX ix_graduate_outcome_county_id_graduated_in_id ON graduate_outcome (county_id, graduated_in, id);

CREATE INDEX ix_graduate_outcome_unit_id_graduated_in_id ON graduate_outcome (unit_id, graduated_in, id);

CREATE INDEX ix_graduate_outcome_destination ON graduate_outcome (destination);

CREATE INDEX ix_graduate_outcome_matched ON graduate_outcome (matched);

CREATE INDEX ix_graduate_outcome_place ON graduate_outcome (place);

CREATE INDEX ix_graduate_outcome_started_on ON graduate_outcome (started_on);

CREATE INDEX ix_graduate_outcome_checked_on ON graduate_outcome (checked_on);

CREATE TABLE graduate_outcome_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    graduated_in INTEGER,
    destination TEXT,
    credit_code TEXT,
    employer TEXT,
    contract_number TEXT,
    occupation TEXT,
    matched INTEGER,
    place TEXT,
    started_on TEXT,
    checked_on TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_graduate_outcome_history_id_position ON graduate_outcome_history (id, position);

CREATE INDEX ix_graduate_outcome_history_student_id ON graduate_outcome_history (student_id) WHERE void_reason IS NULL;

CREATE INDEX ix_graduate_outcome_history_county_id_id_void_reason ON graduate_outcome_history (county_id, id, void_reason);

CREATE INDEX ix_graduate_outcome_history_unit_id_id_void_reason ON graduate_outcome_history (unit_id, id, void_reason);

CREATE INDEX ix_graduate_outcome_history_graduated_in_id ON graduate_outcome_history (graduated_in, id);

CREATE INDEX ix_graduate_outcome_history_county_id_graduated_in_id ON graduate_outcome_history (county_id, graduated_in, id);

CREATE INDEX ix_graduate_outcome_history_unit_id_graduated_in_id ON graduate_outcome_history (unit_id, graduated_in, id);

CREATE INDEX ix_graduate_outcome_history_destination ON graduate_outcome_history (destination);

CREATE INDEX ix_graduate_outcome_history_matched ON graduate_outcome_history (matched);

CREATE INDEX ix_graduate_outcome_history_place ON graduate_outcome_history (place);

CREATE INDEX ix_graduate_outcome_history_started_on ON graduate_outcome_history (started_on);

CREATE INDEX ix_graduate_outcome_history_checked_on ON graduate_outcome_history (checked_on);

DROP TRIGGER IF EXISTS keep_graduate_outcome_history;

CREATE TRIGGER keep_graduate_outcome_history AFTER UPDATE ON graduate_outcome
WHEN new.position <> old.position BEGIN
    INSERT INTO graduate_outcome_history (id, version, position, void_reason, student_id, graduated_in, destination, credit_code, employer, contract_number, occupation, matched, place, started_on, checked_on, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.graduated_in, old.destination, old.credit_code, old.employer, old.contract_number, old.occupation, old.matched, old.place, old.started_on, old.checked_on, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE internship_placement (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    plan_id INTEGER NOT NULL REFERENCES internship_plan (id),
    enterprise_id INTEGER NOT NULL REFERENCES enterprise (id),
    post TEXT NOT NULL,
    post_staff INTEGER,
    matches_major INTEGER NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT,
    hours INTEGER NOT NULL,
    pay INTEGER,
    post_pay INTEGER,
    agreement_number TEXT,
    signed_on TEXT,
    consented_on TEXT,
    insured_until TEXT,
    mentor TEXT,
    company_mentor TEXT,
    state TEXT NOT NULL,
    ended_on TEXT,
    end_reason TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_internship_placement_student_id_id_void_reason ON internship_placement (student_id, id, void_reason);

CREATE INDEX ix_internship_placement_plan_id_id_void_reason ON internship_placement (plan_id, id, void_reason);

CREATE INDEX ix_internship_placement_enterprise_id_id_void_reason ON internship_placement (enterprise_id, id, void_reason);

CREATE UNIQUE INDEX uq_internship_placement_student_id_plan_id_period_from ON internship_placement (student_id, plan_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_internship_placement_county_id_id_void_reason ON internship_placement (county_id, id, void_reason);

CREATE INDEX ix_internship_placement_unit_id_id_void_reason ON internship_placement (unit_id, id, void_reason);

CREATE INDEX ix_internship_placement_period_from_id ON internship_placement (period_from, id);

CREATE INDEX ix_internship_placement_county_id_period_from_id ON internship_placement (county_id, period_from, id);

CREATE INDEX ix_internship_placement_unit_id_period_from_id ON internship_placement (unit_id, period_from, id);

CREATE INDEX ix_internship_placement_state ON internship_placement (state);

CREATE INDEX ix_internship_placement_matches_major ON internship_placement (matches_major);

CREATE INDEX ix_internship_placement_ended_on ON internship_placement (ended_on);

CREATE TABLE internship_placement_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    plan_id INTEGER,
    enterprise_id INTEGER,
    post TEXT,
    post_staff INTEGER,
    matches_major INTEGER,
    period_from TEXT,
    period_until TEXT,
    hours INTEGER,
    pay INTEGER,
    post_pay INTEGER,
    agreement_number TEXT,
    signed_on TEXT,
    consented_on TEXT,
    insured_until TEXT,
    mentor TEXT,
    company_mentor TEXT,
    state TEXT,
    ended_on TEXT,
    end_reason TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_internship_placement_history_id_position ON internship_placement_history (id, position);

CREATE INDEX ix_internship_placement_history_student_id_id_void_reason ON internship_placement_history (student_id, id, void_reason);

CREATE INDEX ix_internship_placement_history_plan_id_id_void_reason ON internship_placement_history (plan_id, id, void_reason);

CREATE INDEX ix_internship_placement_history_enterprise_id_id_void_reason ON internship_placement_history (enterprise_id, id, void_reason);

CREATE INDEX ix_internship_placement_history_student_id_plan_id_period_from ON internship_placement_history (student_id, plan_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_internship_placement_history_county_id_id_void_reason ON internship_placement_history (county_id, id, void_reason);

CREATE INDEX ix_internship_placement_history_unit_id_id_void_reason ON internship_placement_history (unit_id, id, void_reason);

CREATE INDEX ix_internship_placement_history_period_from_id ON internship_placement_history (period_from, id);

CREATE INDEX ix_internship_placement_history_county_id_period_from_id ON internship_placement_history (county_id, period_from, id);

CREATE INDEX ix_internship_placement_history_unit_id_period_from_id ON internship_placement_history (unit_id, period_from, id);

CREATE INDEX ix_internship_placement_history_state ON internship_placement_history (state);

CREATE INDEX ix_internship_placement_history_matches_major ON internship_placement_history (matches_major);

CREATE INDEX ix_internship_placement_history_ended_on ON internship_placement_history (ended_on);

DROP TRIGGER IF EXISTS keep_internship_placement_history;

CREATE TRIGGER keep_internship_placement_history AFTER UPDATE ON internship_placement
WHEN new.position <> old.position BEGIN
    INSERT INTO internship_placement_history (id, version, position, void_reason, student_id, plan_id, enterprise_id, post, post_staff, matches_major, period_from, period_until, hours, pay, post_pay, agreement_number, signed_on, consented_on, insured_until, mentor, company_mentor, state, ended_on, end_reason, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.plan_id, old.enterprise_id, old.post, old.post_staff, old.matches_major, old.period_from, old.period_until, old.hours, old.pay, old.post_pay, old.agreement_number, old.signed_on, old.consented_on, old.insured_until, old.mentor, old.company_mentor, old.state, old.ended_on, old.end_reason, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE reorganisation_part (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    run_id INTEGER NOT NULL REFERENCES reorganisation (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_class_id INTEGER REFERENCES school_class (id),
    teacher_id INTEGER REFERENCES teacher (id),
    county_id INTEGER,
    school_name_sort TEXT NOT NULL
) STRICT;

CREATE INDEX ix_reorganisation_part_run_id_id_void_reason ON reorganisation_part (run_id, id, void_reason);

CREATE INDEX ix_reorganisation_part_school_id_id_void_reason ON reorganisation_part (school_id, id, void_reason);

CREATE INDEX ix_reorganisation_part_school_class_id_id_void_reason ON reorganisation_part (school_class_id, id, void_reason);

CREATE INDEX ix_reorganisation_part_teacher_id_id_void_reason ON reorganisation_part (teacher_id, id, void_reason);

CREATE INDEX ix_reorganisation_part_county_id_id_void_reason ON reorganisation_part (county_id, id, void_reason);

CREATE INDEX ix_reorganisation_part_school_name_sort_id ON reorganisation_part (school_name_sort, id);

CREATE INDEX ix_reorganisation_part_county_id_school_name_sort_id ON reorganisation_part (county_id, school_name_sort, id);

CREATE INDEX ix_reorganisation_part_school_id_school_name_sort_id ON reorganisation_part (school_id, school_name_sort, id);

CREATE TABLE reorganisation_class (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    run_id INTEGER NOT NULL REFERENCES reorganisation (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_class_id INTEGER NOT NULL REFERENCES school_class (id),
    number INTEGER NOT NULL,
    next_number INTEGER NOT NULL,
    name TEXT NOT NULL,
    next_name TEXT NOT NULL,
    pupils INTEGER NOT NULL,
    county_id INTEGER
) STRICT;

CREATE INDEX ix_reorganisation_class_run_id_id_void_reason ON reorganisation_class (run_id, id, void_reason);

CREATE INDEX ix_reorganisation_class_school_id_id_void_reason ON reorganisation_class (school_id, id, void_reason);

CREATE INDEX ix_reorganisation_class_school_class_id_id_void_reason ON reorganisation_class (school_class_id, id, void_reason);

CREATE UNIQUE INDEX uq_reorganisation_class_run_id_school_class_id ON reorganisation_class (run_id, school_class_id) WHERE void_reason IS NULL;

CREATE INDEX ix_reorganisation_class_county_id_id_void_reason ON reorganisation_class (county_id, id, void_reason);

CREATE INDEX ix_reorganisation_class_number_id ON reorganisation_class (number, id);

CREATE INDEX ix_reorganisation_class_county_id_number_id ON reorganisation_class (county_id, number, id);

CREATE INDEX ix_reorganisation_class_school_id_number_id ON reorganisation_class (school_id, number, id);

CREATE TABLE reorganisation_finding (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    run_id INTEGER NOT NULL REFERENCES reorganisation (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    is_blocking INTEGER NOT NULL,
    code TEXT NOT NULL,
    english_text TEXT NOT NULL,
    chinese_text TEXT NOT NULL,
    record TEXT,
    county_id INTEGER,
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (record NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_reorganisation_finding_run_id_id_void_reason ON reorganisation_finding (run_id, id, void_reason);

CREATE INDEX ix_reorganisation_finding_unit_id_id_void_reason ON reorganisation_finding (unit_id, id, void_reason);

CREATE INDEX ix_reorganisation_finding_county_id_id_void_reason ON reorganisation_finding (county_id, id, void_reason);

CREATE INDEX ix_reorganisation_finding_is_blocking_id ON reorganisation_finding (is_blocking, id);

CREATE INDEX ix_reorganisation_finding_county_id_is_blocking_id ON reorganisation_finding (county_id, is_blocking, id);

CREATE INDEX ix_reorganisation_finding_unit_id_is_blocking_id ON reorganisation_finding (unit_id, is_blocking, id);

CREATE INDEX ix_reorganisation_finding_code ON reorganisation_finding (code);

