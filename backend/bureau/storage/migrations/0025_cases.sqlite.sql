CREATE TABLE calendar_day (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    day TEXT NOT NULL,
    is_working INTEGER NOT NULL,
    english_name TEXT NOT NULL,
    chinese_name TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

CREATE INDEX ix_calendar_day_day_id ON calendar_day (day, id);

CREATE INDEX ix_calendar_day_is_working ON calendar_day (is_working);

CREATE TABLE calendar_day_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    day TEXT,
    is_working INTEGER,
    english_name TEXT,
    chinese_name TEXT,
    source TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_calendar_day_history_id_position ON calendar_day_history (id, position);

CREATE INDEX ix_calendar_day_history_day_id ON calendar_day_history (day, id);

CREATE INDEX ix_calendar_day_history_is_working ON calendar_day_history (is_working);

DROP TRIGGER IF EXISTS keep_calendar_day_history;

CREATE TRIGGER keep_calendar_day_history AFTER UPDATE ON calendar_day
WHEN new.position <> old.position BEGIN
    INSERT INTO calendar_day_history (id, version, position, void_reason, day, is_working, english_name, chinese_name, source, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.day, old.is_working, old.english_name, old.chinese_name, old.source, new.position);
END;

CREATE TABLE procedure_case (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    procedure TEXT NOT NULL,
    procedure_version TEXT NOT NULL,
    form_title TEXT NOT NULL,
    basis TEXT NOT NULL,
    outcome TEXT NOT NULL,
    supplied TEXT,
    subject TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    student_id INTEGER REFERENCES student (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    state TEXT NOT NULL,
    step TEXT NOT NULL,
    step_english TEXT NOT NULL,
    step_chinese TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    due TEXT,
    opener_id INTEGER REFERENCES account (id),
    opened_by TEXT NOT NULL,
    opened_for TEXT,
    opened_at TEXT NOT NULL,
    ended_at TEXT,
    end_reason TEXT,
    verification TEXT NOT NULL,
    county_id INTEGER,
    search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (kind NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (procedure NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (outcome NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (supplied NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (step NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (verification NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_procedure_case_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_procedure_case_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM procedure_case;

CREATE TRIGGER gx_procedure_case_search_new AFTER INSERT ON procedure_case BEGIN
    INSERT INTO gx_procedure_case_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_procedure_case_search_changed AFTER UPDATE OF search ON procedure_case BEGIN
    INSERT INTO gx_procedure_case_search (gx_procedure_case_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_procedure_case_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_procedure_case_number ON procedure_case (number);

CREATE INDEX ix_procedure_case_student_id_id_void_reason ON procedure_case (student_id, id, void_reason);

CREATE INDEX ix_procedure_case_unit_id_id_void_reason ON procedure_case (unit_id, id, void_reason);

CREATE INDEX ix_procedure_case_opener_id_id_void_reason ON procedure_case (opener_id, id, void_reason);

CREATE UNIQUE INDEX uq_procedure_case_verification ON procedure_case (verification);

CREATE INDEX ix_procedure_case_county_id_id_void_reason ON procedure_case (county_id, id, void_reason);

CREATE INDEX ix_procedure_case_due_id ON procedure_case (due, id);

CREATE INDEX ix_procedure_case_county_id_due_id ON procedure_case (county_id, due, id);

CREATE INDEX ix_procedure_case_unit_id_due_id ON procedure_case (unit_id, due, id);

CREATE INDEX ix_procedure_case_opened_at_id ON procedure_case (opened_at, id);

CREATE INDEX ix_procedure_case_county_id_opened_at_id ON procedure_case (county_id, opened_at, id);

CREATE INDEX ix_procedure_case_unit_id_opened_at_id ON procedure_case (unit_id, opened_at, id);

CREATE INDEX ix_procedure_case_county_id_state_void_reason ON procedure_case (county_id, state, void_reason);

CREATE INDEX ix_procedure_case_unit_id_state_void_reason ON procedure_case (unit_id, state, void_reason);

CREATE INDEX ix_procedure_case_procedure ON procedure_case (procedure);

CREATE INDEX ix_procedure_case_state ON procedure_case (state);

CREATE INDEX ix_procedure_case_step ON procedure_case (step);

CREATE INDEX ix_procedure_case_subject ON procedure_case (subject);

CREATE INDEX ix_procedure_case_subject_name ON procedure_case (subject_name);

CREATE TABLE procedure_case_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    number TEXT,
    kind TEXT,
    procedure TEXT,
    procedure_version TEXT,
    form_title TEXT,
    basis TEXT,
    outcome TEXT,
    supplied TEXT,
    subject TEXT,
    subject_name TEXT,
    student_id INTEGER,
    unit_id INTEGER,
    unit_name TEXT,
    state TEXT,
    step TEXT,
    step_english TEXT,
    step_chinese TEXT,
    sequence INTEGER,
    due TEXT,
    opener_id INTEGER,
    opened_by TEXT,
    opened_for TEXT,
    opened_at TEXT,
    ended_at TEXT,
    end_reason TEXT,
    verification TEXT,
    county_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_procedure_case_history_id_position ON procedure_case_history (id, position);

CREATE INDEX ix_procedure_case_history_number ON procedure_case_history (number);

CREATE INDEX ix_procedure_case_history_student_id_id_void_reason ON procedure_case_history (student_id, id, void_reason);

CREATE INDEX ix_procedure_case_history_unit_id_id_void_reason ON procedure_case_history (unit_id, id, void_reason);

CREATE INDEX ix_procedure_case_history_opener_id_id_void_reason ON procedure_case_history (opener_id, id, void_reason);

CREATE INDEX ix_procedure_case_history_verification ON procedure_case_history (verification);

CREATE INDEX ix_procedure_case_history_county_id_id_void_reason ON procedure_case_history (county_id, id, void_reason);

CREATE INDEX ix_procedure_case_history_due_id ON procedure_case_history (due, id);

CREATE INDEX ix_procedure_case_history_county_id_due_id ON procedure_case_history (county_id, due, id);

CREATE INDEX ix_procedure_case_history_unit_id_due_id ON procedure_case_history (unit_id, due, id);

CREATE INDEX ix_procedure_case_history_opened_at_id ON procedure_case_history (opened_at, id);

CREATE INDEX ix_procedure_case_history_county_id_opened_at_id ON procedure_case_history (county_id, opened_at, id);

CREATE INDEX ix_procedure_case_history_unit_id_opened_at_id ON procedure_case_history (unit_id, opened_at, id);

CREATE INDEX ix_procedure_case_history_county_id_state_void_reason ON procedure_case_history (county_id, state, void_reason);

CREATE INDEX ix_procedure_case_history_unit_id_state_void_reason ON procedure_case_history (unit_id, state, void_reason);

CREATE INDEX ix_procedure_case_history_procedure ON procedure_case_history (procedure);

CREATE INDEX ix_procedure_case_history_state ON procedure_case_history (state);

CREATE INDEX ix_procedure_case_history_step ON procedure_case_history (step);

CREATE INDEX ix_procedure_case_history_subject ON procedure_case_history (subject);

CREATE INDEX ix_procedure_case_history_subject_name ON procedure_case_history (subject_name);

DROP TRIGGER IF EXISTS keep_procedure_case_history;

CREATE TRIGGER keep_procedure_case_history AFTER UPDATE ON procedure_case
WHEN new.position <> old.position BEGIN
    INSERT INTO procedure_case_history (id, version, position, void_reason, number, kind, procedure, procedure_version, form_title, basis, outcome, supplied, subject, subject_name, student_id, unit_id, unit_name, state, step, step_english, step_chinese, sequence, due, opener_id, opened_by, opened_for, opened_at, ended_at, end_reason, verification, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.kind, old.procedure, old.procedure_version, old.form_title, old.basis, old.outcome, old.supplied, old.subject, old.subject_name, old.student_id, old.unit_id, old.unit_name, old.state, old.step, old.step_english, old.step_chinese, old.sequence, old.due, old.opener_id, old.opened_by, old.opened_for, old.opened_at, old.ended_at, old.end_reason, old.verification, old.county_id, old.search, new.position);
END;

CREATE TABLE case_party (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    county_id INTEGER
) STRICT;

CREATE INDEX ix_case_party_case_id_id_void_reason ON case_party (case_id, id, void_reason);

CREATE INDEX ix_case_party_unit_id_id_void_reason ON case_party (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_case_party_case_id_unit_id ON case_party (case_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_case_party_county_id_id_void_reason ON case_party (county_id, id, void_reason);

CREATE TABLE case_party_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    unit_id INTEGER,
    unit_name TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_party_history_id_position ON case_party_history (id, position);

CREATE INDEX ix_case_party_history_case_id_id_void_reason ON case_party_history (case_id, id, void_reason);

CREATE INDEX ix_case_party_history_unit_id_id_void_reason ON case_party_history (unit_id, id, void_reason);

CREATE INDEX ix_case_party_history_case_id_unit_id ON case_party_history (case_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_case_party_history_county_id_id_void_reason ON case_party_history (county_id, id, void_reason);

DROP TRIGGER IF EXISTS keep_case_party_history;

CREATE TRIGGER keep_case_party_history AFTER UPDATE ON case_party
WHEN new.position <> old.position BEGIN
    INSERT INTO case_party_history (id, version, position, void_reason, case_id, unit_id, unit_name, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.unit_id, old.unit_name, old.county_id, new.position);
END;

CREATE TABLE case_step (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    sequence INTEGER NOT NULL,
    code TEXT NOT NULL,
    english_name TEXT NOT NULL,
    chinese_name TEXT NOT NULL,
    sort TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    roles TEXT NOT NULL,
    need TEXT NOT NULL,
    apart TEXT,
    working_days INTEGER,
    state TEXT NOT NULL,
    came_on TEXT,
    due TEXT,
    calendar INTEGER,
    is_late INTEGER,
    escalated_on TEXT,
    escalated_to_id INTEGER REFERENCES unit (id),
    escalated_name TEXT,
    paused_on TEXT,
    pause_sort TEXT,
    pause_reason TEXT,
    paused_days INTEGER NOT NULL,
    delegate_id INTEGER REFERENCES account (id),
    delegated_to TEXT,
    decision TEXT,
    opinion TEXT,
    decided_by TEXT,
    decided_at TEXT,
    document_number TEXT,
    document_date TEXT,
    public_days INTEGER,
    public_from TEXT,
    public_until TEXT,
    public_english TEXT,
    public_chinese TEXT,
    CHECK (code NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (roles NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (need NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (apart NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (pause_sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (decision NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_case_step_case_id_id_void_reason ON case_step (case_id, id, void_reason);

CREATE INDEX ix_case_step_unit_id_id_void_reason ON case_step (unit_id, id, void_reason);

CREATE INDEX ix_case_step_escalated_to_id_id_void_reason ON case_step (escalated_to_id, id, void_reason);

CREATE INDEX ix_case_step_delegate_id_id_void_reason ON case_step (delegate_id, id, void_reason);

CREATE UNIQUE INDEX uq_case_step_case_id_sequence ON case_step (case_id, sequence) WHERE void_reason IS NULL;

CREATE INDEX ix_case_step_sequence_id ON case_step (sequence, id);

CREATE INDEX ix_case_step_state ON case_step (state);

CREATE INDEX ix_case_step_due ON case_step (due);

CREATE INDEX ix_case_step_public_until ON case_step (public_until);

CREATE TABLE case_step_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    sequence INTEGER,
    code TEXT,
    english_name TEXT,
    chinese_name TEXT,
    sort TEXT,
    unit_id INTEGER,
    unit_name TEXT,
    roles TEXT,
    need TEXT,
    apart TEXT,
    working_days INTEGER,
    state TEXT,
    came_on TEXT,
    due TEXT,
    calendar INTEGER,
    is_late INTEGER,
    escalated_on TEXT,
    escalated_to_id INTEGER,
    escalated_name TEXT,
    paused_on TEXT,
    pause_sort TEXT,
    pause_reason TEXT,
    paused_days INTEGER,
    delegate_id INTEGER,
    delegated_to TEXT,
    decision TEXT,
    opinion TEXT,
    decided_by TEXT,
    decided_at TEXT,
    document_number TEXT,
    document_date TEXT,
    public_days INTEGER,
    public_from TEXT,
    public_until TEXT,
    public_english TEXT,
    public_chinese TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_step_history_id_position ON case_step_history (id, position);

CREATE INDEX ix_case_step_history_case_id_id_void_reason ON case_step_history (case_id, id, void_reason);

CREATE INDEX ix_case_step_history_unit_id_id_void_reason ON case_step_history (unit_id, id, void_reason);

CREATE INDEX ix_case_step_history_escalated_to_id_id_void_reason ON case_step_history (escalated_to_id, id, void_reason);

CREATE INDEX ix_case_step_history_delegate_id_id_void_reason ON case_step_history (delegate_id, id, void_reason);

CREATE INDEX ix_case_step_history_case_id_sequence ON case_step_history (case_id, sequence) WHERE void_reason IS NULL;

CREATE INDEX ix_case_step_history_sequence_id ON case_step_history (sequence, id);

CREATE INDEX ix_case_step_history_state ON case_step_history (state);

CREATE INDEX ix_case_step_history_due ON case_step_history (due);

CREATE INDEX ix_case_step_history_public_until ON case_step_history (public_until);

DROP TRIGGER IF EXISTS keep_case_step_history;

CREATE TRIGGER keep_case_step_history AFTER UPDATE ON case_step
WHEN new.position <> old.position BEGIN
    INSERT INTO case_step_history (id, version, position, void_reason, case_id, sequence, code, english_name, chinese_name, sort, unit_id, unit_name, roles, need, apart, working_days, state, came_on, due, calendar, is_late, escalated_on, escalated_to_id, escalated_name, paused_on, pause_sort, pause_reason, paused_days, delegate_id, delegated_to, decision, opinion, decided_by, decided_at, document_number, document_date, public_days, public_from, public_until, public_english, public_chinese, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.sequence, old.code, old.english_name, old.chinese_name, old.sort, old.unit_id, old.unit_name, old.roles, old.need, old.apart, old.working_days, old.state, old.came_on, old.due, old.calendar, old.is_late, old.escalated_on, old.escalated_to_id, old.escalated_name, old.paused_on, old.pause_sort, old.pause_reason, old.paused_days, old.delegate_id, old.delegated_to, old.decision, old.opinion, old.decided_by, old.decided_at, old.document_number, old.document_date, old.public_days, old.public_from, old.public_until, old.public_english, old.public_chinese, new.position);
END;

CREATE TABLE case_entry (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    place INTEGER NOT NULL,
    argument TEXT NOT NULL,
    english_name TEXT NOT NULL,
    chinese_name TEXT NOT NULL,
    given TEXT NOT NULL,
    english_value TEXT,
    chinese_value TEXT,
    CHECK (argument NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_case_entry_case_id_id_void_reason ON case_entry (case_id, id, void_reason);

CREATE UNIQUE INDEX uq_case_entry_case_id_argument ON case_entry (case_id, argument) WHERE void_reason IS NULL;

CREATE INDEX ix_case_entry_place_id ON case_entry (place, id);

CREATE TABLE case_entry_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    place INTEGER,
    argument TEXT,
    english_name TEXT,
    chinese_name TEXT,
    given TEXT,
    english_value TEXT,
    chinese_value TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_entry_history_id_position ON case_entry_history (id, position);

CREATE INDEX ix_case_entry_history_case_id_id_void_reason ON case_entry_history (case_id, id, void_reason);

CREATE INDEX ix_case_entry_history_case_id_argument ON case_entry_history (case_id, argument) WHERE void_reason IS NULL;

CREATE INDEX ix_case_entry_history_place_id ON case_entry_history (place, id);

DROP TRIGGER IF EXISTS keep_case_entry_history;

CREATE TRIGGER keep_case_entry_history AFTER UPDATE ON case_entry
WHEN new.position <> old.position BEGIN
    INSERT INTO case_entry_history (id, version, position, void_reason, case_id, place, argument, english_name, chinese_name, given, english_value, chinese_value, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.place, old.argument, old.english_name, old.chinese_name, old.given, old.english_value, old.chinese_value, new.position);
END;

CREATE TABLE case_objection (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    account_id INTEGER REFERENCES account (id),
    made_by TEXT NOT NULL,
    contact TEXT,
    text TEXT NOT NULL,
    made_at TEXT NOT NULL,
    answer TEXT,
    answered_by TEXT,
    answered_at TEXT
) STRICT;

CREATE INDEX ix_case_objection_case_id_id_void_reason ON case_objection (case_id, id, void_reason);

CREATE INDEX ix_case_objection_account_id_id_void_reason ON case_objection (account_id, id, void_reason);

CREATE INDEX ix_case_objection_made_at_id ON case_objection (made_at, id);

CREATE TABLE case_objection_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    account_id INTEGER,
    made_by TEXT,
    contact TEXT,
    text TEXT,
    made_at TEXT,
    answer TEXT,
    answered_by TEXT,
    answered_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_objection_history_id_position ON case_objection_history (id, position);

CREATE INDEX ix_case_objection_history_case_id_id_void_reason ON case_objection_history (case_id, id, void_reason);

CREATE INDEX ix_case_objection_history_account_id_id_void_reason ON case_objection_history (account_id, id, void_reason);

CREATE INDEX ix_case_objection_history_made_at_id ON case_objection_history (made_at, id);

DROP TRIGGER IF EXISTS keep_case_objection_history;

CREATE TRIGGER keep_case_objection_history AFTER UPDATE ON case_objection
WHEN new.position <> old.position BEGIN
    INSERT INTO case_objection_history (id, version, position, void_reason, case_id, account_id, made_by, contact, text, made_at, answer, answered_by, answered_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.account_id, old.made_by, old.contact, old.text, old.made_at, old.answer, old.answered_by, old.answered_at, new.position);
END;

CREATE TABLE case_opinion (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_step_id INTEGER NOT NULL REFERENCES case_step (id),
    account_id INTEGER REFERENCES account (id),
    decision TEXT NOT NULL,
    opinion TEXT,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL,
    CHECK (decision NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_case_opinion_case_step_id_id_void_reason ON case_opinion (case_step_id, id, void_reason);

CREATE INDEX ix_case_opinion_account_id_id_void_reason ON case_opinion (account_id, id, void_reason);

CREATE INDEX ix_case_opinion_said_at_id ON case_opinion (said_at, id);

CREATE TABLE case_opinion_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_step_id INTEGER,
    account_id INTEGER,
    decision TEXT,
    opinion TEXT,
    said_by TEXT,
    said_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_opinion_history_id_position ON case_opinion_history (id, position);

CREATE INDEX ix_case_opinion_history_case_step_id_id_void_reason ON case_opinion_history (case_step_id, id, void_reason);

CREATE INDEX ix_case_opinion_history_account_id_id_void_reason ON case_opinion_history (account_id, id, void_reason);

CREATE INDEX ix_case_opinion_history_said_at_id ON case_opinion_history (said_at, id);

DROP TRIGGER IF EXISTS keep_case_opinion_history;

CREATE TRIGGER keep_case_opinion_history AFTER UPDATE ON case_opinion
WHEN new.position <> old.position BEGIN
    INSERT INTO case_opinion_history (id, version, position, void_reason, case_step_id, account_id, decision, opinion, said_by, said_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_step_id, old.account_id, old.decision, old.opinion, old.said_by, old.said_at, new.position);
END;

