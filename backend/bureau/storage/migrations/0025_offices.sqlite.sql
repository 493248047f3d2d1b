CREATE TABLE organ_code (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    code TEXT NOT NULL,
    used_for TEXT NOT NULL,
    county_id INTEGER,
    code_sort TEXT NOT NULL,
    search TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE gx_organ_code_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_organ_code_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM organ_code;

CREATE TRIGGER gx_organ_code_search_new AFTER INSERT ON organ_code BEGIN
    INSERT INTO gx_organ_code_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_organ_code_search_changed AFTER UPDATE OF search ON organ_code BEGIN
    INSERT INTO gx_organ_code_search (gx_organ_code_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_organ_code_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_organ_code_unit_id_id_void_reason ON organ_code (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_organ_code_code ON organ_code (code) WHERE void_reason IS NULL;

CREATE INDEX ix_organ_code_county_id_id_void_reason ON organ_code (county_id, id, void_reason);

CREATE INDEX ix_organ_code_code_sort_id ON organ_code (code_sort, id);

CREATE INDEX ix_organ_code_county_id_code_sort_id ON organ_code (county_id, code_sort, id);

CREATE INDEX ix_organ_code_unit_id_code_sort_id ON organ_code (unit_id, code_sort, id);

CREATE TABLE organ_code_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    unit_id INTEGER,
    code TEXT,
    used_for TEXT,
    county_id INTEGER,
    code_sort TEXT,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_organ_code_history_id_position ON organ_code_history (id, position);

CREATE INDEX ix_organ_code_history_unit_id_id_void_reason ON organ_code_history (unit_id, id, void_reason);

CREATE INDEX ix_organ_code_history_code ON organ_code_history (code) WHERE void_reason IS NULL;

CREATE INDEX ix_organ_code_history_county_id_id_void_reason ON organ_code_history (county_id, id, void_reason);

CREATE INDEX ix_organ_code_history_code_sort_id ON organ_code_history (code_sort, id);

CREATE INDEX ix_organ_code_history_county_id_code_sort_id ON organ_code_history (county_id, code_sort, id);

CREATE INDEX ix_organ_code_history_unit_id_code_sort_id ON organ_code_history (unit_id, code_sort, id);

DROP TRIGGER IF EXISTS keep_organ_code_history;

CREATE TRIGGER keep_organ_code_history AFTER UPDATE ON organ_code
WHEN new.position <> old.position BEGIN
    INSERT INTO organ_code_history (id, version, position, void_reason, unit_id, code, used_for, county_id, code_sort, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.unit_id, old.code, old.used_for, old.county_id, old.code_sort, old.search, new.position);
END;

CREATE TABLE official_document (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    direction TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    number TEXT NOT NULL,
    organ_code TEXT,
    year INTEGER,
    serial INTEGER,
    sender TEXT,
    title TEXT NOT NULL,
    dated_on TEXT NOT NULL,
    received_on TEXT,
    urgency TEXT NOT NULL,
    secrecy TEXT,
    kept_at TEXT,
    summary TEXT,
    registered_by TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    given TEXT,
    county_id INTEGER,
    search TEXT NOT NULL,
    CHECK (direction NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (urgency NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (secrecy NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_official_document_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_official_document_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM official_document;

CREATE TRIGGER gx_official_document_search_new AFTER INSERT ON official_document BEGIN
    INSERT INTO gx_official_document_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_official_document_search_changed AFTER UPDATE OF search ON official_document BEGIN
    INSERT INTO gx_official_document_search (gx_official_document_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_official_document_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_official_document_unit_id_id_void_reason ON official_document (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_official_document_given ON official_document (given);

CREATE UNIQUE INDEX uq_official_document_unit_id_sender_number ON official_document (unit_id, sender, number) WHERE void_reason IS NULL;

CREATE INDEX ix_official_document_county_id_id_void_reason ON official_document (county_id, id, void_reason);

CREATE INDEX ix_official_document_dated_on_id ON official_document (dated_on, id);

CREATE INDEX ix_official_document_county_id_dated_on_id ON official_document (county_id, dated_on, id);

CREATE INDEX ix_official_document_unit_id_dated_on_id ON official_document (unit_id, dated_on, id);

CREATE INDEX ix_official_document_registered_at_id ON official_document (registered_at, id);

CREATE INDEX ix_official_document_county_id_registered_at_id ON official_document (county_id, registered_at, id);

CREATE INDEX ix_official_document_unit_id_registered_at_id ON official_document (unit_id, registered_at, id);

CREATE INDEX ix_official_document_number ON official_document (number);

CREATE INDEX ix_official_document_direction ON official_document (direction);

CREATE INDEX ix_official_document_organ_code ON official_document (organ_code);

CREATE INDEX ix_official_document_year ON official_document (year);

CREATE INDEX ix_official_document_sender ON official_document (sender);

CREATE INDEX ix_official_document_urgency ON official_document (urgency);

CREATE INDEX ix_official_document_secrecy ON official_document (secrecy);

CREATE INDEX ix_official_document_received_on ON official_document (received_on);

CREATE TABLE official_document_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    direction TEXT,
    unit_id INTEGER,
    number TEXT,
    organ_code TEXT,
    year INTEGER,
    serial INTEGER,
    sender TEXT,
    title TEXT,
    dated_on TEXT,
    received_on TEXT,
    urgency TEXT,
    secrecy TEXT,
    kept_at TEXT,
    summary TEXT,
    registered_by TEXT,
    registered_at TEXT,
    given TEXT,
    county_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_official_document_history_id_position ON official_document_history (id, position);

CREATE INDEX ix_official_document_history_unit_id_id_void_reason ON official_document_history (unit_id, id, void_reason);

CREATE INDEX ix_official_document_history_given ON official_document_history (given);

CREATE INDEX ix_official_document_history_unit_id_sender_number ON official_document_history (unit_id, sender, number) WHERE void_reason IS NULL;

CREATE INDEX ix_official_document_history_county_id_id_void_reason ON official_document_history (county_id, id, void_reason);

CREATE INDEX ix_official_document_history_dated_on_id ON official_document_history (dated_on, id);

CREATE INDEX ix_official_document_history_county_id_dated_on_id ON official_document_history (county_id, dated_on, id);

CREATE INDEX ix_official_document_history_unit_id_dated_on_id ON official_document_history (unit_id, dated_on, id);

CREATE INDEX ix_official_document_history_registered_at_id ON official_document_history (registered_at, id);

CREATE INDEX ix_official_document_history_county_id_registered_at_id ON official_document_history (county_id, registered_at, id);

CREATE INDEX ix_official_document_history_unit_id_registered_at_id ON official_document_history (unit_id, registered_at, id);

CREATE INDEX ix_official_document_history_number ON official_document_history (number);

CREATE INDEX ix_official_document_history_direction ON official_document_history (direction);

CREATE INDEX ix_official_document_history_organ_code ON official_document_history (organ_code);

CREATE INDEX ix_official_document_history_year ON official_document_history (year);

CREATE INDEX ix_official_document_history_sender ON official_document_history (sender);

CREATE INDEX ix_official_document_history_urgency ON official_document_history (urgency);

CREATE INDEX ix_official_document_history_secrecy ON official_document_history (secrecy);

CREATE INDEX ix_official_document_history_received_on ON official_document_history (received_on);

DROP TRIGGER IF EXISTS keep_official_document_history;

CREATE TRIGGER keep_official_document_history AFTER UPDATE ON official_document
WHEN new.position <> old.position BEGIN
    INSERT INTO official_document_history (id, version, position, void_reason, direction, unit_id, number, organ_code, year, serial, sender, title, dated_on, received_on, urgency, secrecy, kept_at, summary, registered_by, registered_at, given, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.direction, old.unit_id, old.number, old.organ_code, old.year, old.serial, old.sender, old.title, old.dated_on, old.received_on, old.urgency, old.secrecy, old.kept_at, old.summary, old.registered_by, old.registered_at, old.given, old.county_id, old.search, new.position);
END;

CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    record_kind TEXT NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    CHECK (record_kind NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_saved_view_owner_id_id_void_reason ON saved_view (owner_id, id, void_reason);

CREATE UNIQUE INDEX uq_saved_view_owner_id_record_kind_name ON saved_view (owner_id, record_kind, name) WHERE void_reason IS NULL;

CREATE INDEX ix_saved_view_name_sort_id ON saved_view (name_sort, id);

CREATE INDEX ix_saved_view_owner_id_name_sort_id ON saved_view (owner_id, name_sort, id);

CREATE INDEX ix_saved_view_record_kind ON saved_view (record_kind);

CREATE TABLE mail_address (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    address TEXT,
    shown TEXT,
    state TEXT NOT NULL,
    wanted TEXT NOT NULL,
    language TEXT NOT NULL,
    verified_at TEXT,
    refusals INTEGER NOT NULL,
    refusal TEXT,
    code_mark TEXT,
    code_until TEXT,
    code_tries INTEGER NOT NULL,
    told_until TEXT,
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (wanted NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (language NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (code_mark NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE UNIQUE INDEX uq_mail_address_owner_id ON mail_address (owner_id);

CREATE INDEX ix_mail_address_owner_id_id_void_reason ON mail_address (owner_id, id, void_reason);

CREATE INDEX ix_mail_address_state ON mail_address (state);

CREATE TABLE assigned_task (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    source_note TEXT,
    document_id INTEGER REFERENCES official_document (id),
    document_number TEXT,
    urgency TEXT NOT NULL,
    issuer_id INTEGER NOT NULL REFERENCES unit (id),
    issuer_name TEXT NOT NULL,
    lead_id INTEGER NOT NULL REFERENCES unit (id),
    lead_name TEXT NOT NULL,
    parent_id INTEGER REFERENCES assigned_task (id),
    state TEXT NOT NULL,
    lamp TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    due TEXT NOT NULL,
    yellow_from TEXT NOT NULL,
    red_from TEXT NOT NULL,
    calendar INTEGER NOT NULL,
    sign_due TEXT NOT NULL,
    signed_on TEXT,
    submitted_on TEXT,
    submitter_id INTEGER REFERENCES account (id),
    accepted_on TEXT,
    closed_on TEXT,
    times_returned INTEGER NOT NULL,
    times_reminded INTEGER NOT NULL,
    score INTEGER,
    escalated_on TEXT,
    escalated_name TEXT,
    county_id INTEGER,
    search TEXT NOT NULL,
    CHECK (number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (source NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (urgency NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (lamp NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE VIRTUAL TABLE gx_assigned_task_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_assigned_task_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM assigned_task;

CREATE TRIGGER gx_assigned_task_search_new AFTER INSERT ON assigned_task BEGIN
    INSERT INTO gx_assigned_task_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_assigned_task_search_changed AFTER UPDATE OF search ON assigned_task BEGIN
    INSERT INTO gx_assigned_task_search (gx_assigned_task_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_assigned_task_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE UNIQUE INDEX uq_assigned_task_number ON assigned_task (number);

CREATE INDEX ix_assigned_task_document_id_id_void_reason ON assigned_task (document_id, id, void_reason);

CREATE INDEX ix_assigned_task_issuer_id_id_void_reason ON assigned_task (issuer_id, id, void_reason);

CREATE INDEX ix_assigned_task_lead_id_id_void_reason ON assigned_task (lead_id, id, void_reason);

CREATE INDEX ix_assigned_task_parent_id_id_void_reason ON assigned_task (parent_id, id, void_reason);

CREATE INDEX ix_assigned_task_submitter_id_id_void_reason ON assigned_task (submitter_id, id, void_reason);

CREATE INDEX ix_assigned_task_county_id_id_void_reason ON assigned_task (county_id, id, void_reason);

CREATE INDEX ix_assigned_task_due_id ON assigned_task (due, id);

CREATE INDEX ix_assigned_task_county_id_due_id ON assigned_task (county_id, due, id);

CREATE INDEX ix_assigned_task_lead_id_due_id ON assigned_task (lead_id, due, id);

CREATE INDEX ix_assigned_task_issued_on_id ON assigned_task (issued_on, id);

CREATE INDEX ix_assigned_task_county_id_issued_on_id ON assigned_task (county_id, issued_on, id);

CREATE INDEX ix_assigned_task_lead_id_issued_on_id ON assigned_task (lead_id, issued_on, id);

CREATE INDEX ix_assigned_task_county_id_state_void_reason ON assigned_task (county_id, state, void_reason);

CREATE INDEX ix_assigned_task_lead_id_state_void_reason ON assigned_task (lead_id, state, void_reason);

CREATE INDEX ix_assigned_task_county_id_lamp_void_reason ON assigned_task (county_id, lamp, void_reason);

CREATE INDEX ix_assigned_task_lead_id_lamp_void_reason ON assigned_task (lead_id, lamp, void_reason);

CREATE INDEX ix_assigned_task_state ON assigned_task (state);

CREATE INDEX ix_assigned_task_lamp ON assigned_task (lamp);

CREATE INDEX ix_assigned_task_urgency ON assigned_task (urgency);

CREATE INDEX ix_assigned_task_source ON assigned_task (source);

CREATE INDEX ix_assigned_task_document_number ON assigned_task (document_number);

CREATE INDEX ix_assigned_task_yellow_from ON assigned_task (yellow_from);

CREATE INDEX ix_assigned_task_red_from ON assigned_task (red_from);

CREATE INDEX ix_assigned_task_sign_due ON assigned_task (sign_due);

CREATE INDEX ix_assigned_task_signed_on ON assigned_task (signed_on);

CREATE INDEX ix_assigned_task_submitted_on ON assigned_task (submitted_on);

CREATE INDEX ix_assigned_task_closed_on ON assigned_task (closed_on);

CREATE TABLE assigned_task_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    number TEXT,
    title TEXT,
    content TEXT,
    source TEXT,
    source_note TEXT,
    document_id INTEGER,
    document_number TEXT,
    urgency TEXT,
    issuer_id INTEGER,
    issuer_name TEXT,
    lead_id INTEGER,
    lead_name TEXT,
    parent_id INTEGER,
    state TEXT,
    lamp TEXT,
    issued_on TEXT,
    issued_by TEXT,
    due TEXT,
    yellow_from TEXT,
    red_from TEXT,
    calendar INTEGER,
    sign_due TEXT,
    signed_on TEXT,
    submitted_on TEXT,
    submitter_id INTEGER,
    accepted_on TEXT,
    closed_on TEXT,
    times_returned INTEGER,
    times_reminded INTEGER,
    score INTEGER,
    escalated_on TEXT,
    escalated_name TEXT,
    county_id INTEGER,
    search TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_assigned_task_history_id_position ON assigned_task_history (id, position);

CREATE INDEX ix_assigned_task_history_number ON assigned_task_history (number);

CREATE INDEX ix_assigned_task_history_document_id_id_void_reason ON assigned_task_history (document_id, id, void_reason);

CREATE INDEX ix_assigned_task_history_issuer_id_id_void_reason ON assigned_task_history (issuer_id, id, void_reason);

CREATE INDEX ix_assigned_task_history_lead_id_id_void_reason ON assigned_task_history (lead_id, id, void_reason);

CREATE INDEX ix_assigned_task_history_parent_id_id_void_reason ON assigned_task_history (parent_id, id, void_reason);

CREATE INDEX ix_assigned_task_history_submitter_id_id_void_reason ON assigned_task_history (submitter_id, id, void_reason);

CREATE INDEX ix_assigned_task_history_county_id_id_void_reason ON assigned_task_history (county_id, id, void_reason);

CREATE INDEX ix_assigned_task_history_due_id ON assigned_task_history (due, id);

CREATE INDEX ix_assigned_task_history_county_id_due_id ON assigned_task_history (county_id, due, id);

CREATE INDEX ix_assigned_task_history_lead_id_due_id ON assigned_task_history (lead_id, due, id);

CREATE INDEX ix_assigned_task_history_issued_on_id ON assigned_task_history (issued_on, id);

CREATE INDEX ix_assigned_task_history_county_id_issued_on_id ON assigned_task_history (county_id, issued_on, id);

CREATE INDEX ix_assigned_task_history_lead_id_issued_on_id ON assigned_task_history (lead_id, issued_on, id);

CREATE INDEX ix_assigned_task_history_county_id_state_void_reason ON assigned_task_history (county_id, state, void_reason);

CREATE INDEX ix_assigned_task_history_lead_id_state_void_reason ON assigned_task_history (lead_id, state, void_reason);

CREATE INDEX ix_assigned_task_history_county_id_lamp_void_reason ON assigned_task_history (county_id, lamp, void_reason);

CREATE INDEX ix_assigned_task_history_lead_id_lamp_void_reason ON assigned_task_history (lead_id, lamp, void_reason);

CREATE INDEX ix_assigned_task_history_state ON assigned_task_history (state);

CREATE INDEX ix_assigned_task_history_lamp ON assigned_task_history (lamp);

CREATE INDEX ix_assigned_task_history_urgency ON assigned_task_history (urgency);

CREATE INDEX ix_assigned_task_history_source ON assigned_task_history (source);

CREATE INDEX ix_assigned_task_history_document_number ON assigned_task_history (document_number);

CREATE INDEX ix_assigned_task_history_yellow_from ON assigned_task_history (yellow_from);

CREATE INDEX ix_assigned_task_history_red_from ON assigned_task_history (red_from);

CREATE INDEX ix_assigned_task_history_sign_due ON assigned_task_history (sign_due);

CREATE INDEX ix_assigned_task_history_signed_on ON assigned_task_history (signed_on);

CREATE INDEX ix_assigned_task_history_submitted_on ON assigned_task_history (submitted_on);

CREATE INDEX ix_assigned_task_history_closed_on ON assigned_task_history (closed_on);

DROP TRIGGER IF EXISTS keep_assigned_task_history;

CREATE TRIGGER keep_assigned_task_history AFTER UPDATE ON assigned_task
WHEN new.position <> old.position BEGIN
    INSERT INTO assigned_task_history (id, version, position, void_reason, number, title, content, source, source_note, document_id, document_number, urgency, issuer_id, issuer_name, lead_id, lead_name, parent_id, state, lamp, issued_on, issued_by, due, yellow_from, red_from, calendar, sign_due, signed_on, submitted_on, submitter_id, accepted_on, closed_on, times_returned, times_reminded, score, escalated_on, escalated_name, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.title, old.content, old.source, old.source_note, old.document_id, old.document_number, old.urgency, old.issuer_id, old.issuer_name, old.lead_id, old.lead_name, old.parent_id, old.state, old.lamp, old.issued_on, old.issued_by, old.due, old.yellow_from, old.red_from, old.calendar, old.sign_due, old.signed_on, old.submitted_on, old.submitter_id, old.accepted_on, old.closed_on, old.times_returned, old.times_reminded, old.score, old.escalated_on, old.escalated_name, old.county_id, old.search, new.position);
END;

CREATE TABLE webhook (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    token_id INTEGER REFERENCES token (id),
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    kinds TEXT NOT NULL,
    verbs TEXT,
    state TEXT NOT NULL,
    why_off TEXT,
    failures INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    told_at TEXT,
    rests_until TEXT,
    told_position INTEGER NOT NULL,
    told_number INTEGER NOT NULL,
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_webhook_owner_id_id_void_reason ON webhook (owner_id, id, void_reason);

CREATE INDEX ix_webhook_token_id_id_void_reason ON webhook (token_id, id, void_reason);

CREATE INDEX ix_webhook_made_at_id ON webhook (made_at, id);

CREATE INDEX ix_webhook_owner_id_made_at_id ON webhook (owner_id, made_at, id);

CREATE INDEX ix_webhook_state ON webhook (state);

CREATE TABLE mail (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    sort TEXT NOT NULL,
    state TEXT NOT NULL,
    to_id INTEGER NOT NULL REFERENCES mail_address (id),
    notice_id INTEGER REFERENCES notice (id),
    key TEXT NOT NULL,
    mark TEXT,
    target TEXT NOT NULL,
    covers_from TEXT,
    covers_until TEXT,
    made_at TEXT NOT NULL,
    next_at TEXT,
    attempts INTEGER NOT NULL,
    ended_at TEXT,
    failure TEXT,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (key NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (mark NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (target NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_mail_owner_id_id_void_reason ON mail (owner_id, id, void_reason);

CREATE INDEX ix_mail_to_id_id_void_reason ON mail (to_id, id, void_reason);

CREATE INDEX ix_mail_notice_id_id_void_reason ON mail (notice_id, id, void_reason);

CREATE UNIQUE INDEX uq_mail_key ON mail (key);

CREATE INDEX ix_mail_made_at_id ON mail (made_at, id);

CREATE INDEX ix_mail_owner_id_made_at_id ON mail (owner_id, made_at, id);

CREATE INDEX ix_mail_state ON mail (state);

CREATE INDEX ix_mail_next_at ON mail (next_at);

CREATE TABLE document_file (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    document_id INTEGER NOT NULL REFERENCES official_document (id),
    file_id INTEGER NOT NULL REFERENCES file (id),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (media_type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_document_file_document_id_id_void_reason ON document_file (document_id, id, void_reason);

CREATE INDEX ix_document_file_file_id_id_void_reason ON document_file (file_id, id, void_reason);

CREATE UNIQUE INDEX uq_document_file_document_id_file_id ON document_file (document_id, file_id) WHERE void_reason IS NULL;

CREATE INDEX ix_document_file_county_id_id_void_reason ON document_file (county_id, id, void_reason);

CREATE INDEX ix_document_file_unit_id_id_void_reason ON document_file (unit_id, id, void_reason);

CREATE INDEX ix_document_file_added_at_id ON document_file (added_at, id);

CREATE INDEX ix_document_file_county_id_added_at_id ON document_file (county_id, added_at, id);

CREATE INDEX ix_document_file_unit_id_added_at_id ON document_file (unit_id, added_at, id);

CREATE TABLE document_file_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    document_id INTEGER,
    file_id INTEGER,
    file_name TEXT,
    media_type TEXT,
    size INTEGER,
    added_by TEXT,
    added_at TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_document_file_history_id_position ON document_file_history (id, position);

CREATE INDEX ix_document_file_history_document_id_id_void_reason ON document_file_history (document_id, id, void_reason);

CREATE INDEX ix_document_file_history_file_id_id_void_reason ON document_file_history (file_id, id, void_reason);

CREATE INDEX ix_document_file_history_document_id_file_id ON document_file_history (document_id, file_id) WHERE void_reason IS NULL;

CREATE INDEX ix_document_file_history_county_id_id_void_reason ON document_file_history (county_id, id, void_reason);

CREATE INDEX ix_document_file_history_unit_id_id_void_reason ON document_file_history (unit_id, id, void_reason);

CREATE INDEX ix_document_file_history_added_at_id ON document_file_history (added_at, id);

CREATE INDEX ix_document_file_history_county_id_added_at_id ON document_file_history (county_id, added_at, id);

CREATE INDEX ix_document_file_history_unit_id_added_at_id ON document_file_history (unit_id, added_at, id);

DROP TRIGGER IF EXISTS keep_document_file_history;

CREATE TRIGGER keep_document_file_history AFTER UPDATE ON document_file
WHEN new.position <> old.position BEGIN
    INSERT INTO document_file_history (id, version, position, void_reason, document_id, file_id, file_name, media_type, size, added_by, added_at, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.document_id, old.file_id, old.file_name, old.media_type, old.size, old.added_by, old.added_at, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE task_party (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    task_id INTEGER NOT NULL REFERENCES assigned_task (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    part TEXT NOT NULL,
    since TEXT NOT NULL,
    sign_due TEXT,
    signed_on TEXT,
    signed_by TEXT,
    county_id INTEGER,
    CHECK (part NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_task_party_task_id_id_void_reason ON task_party (task_id, id, void_reason);

CREATE INDEX ix_task_party_unit_id_id_void_reason ON task_party (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_task_party_task_id_unit_id ON task_party (task_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_task_party_county_id_id_void_reason ON task_party (county_id, id, void_reason);

CREATE INDEX ix_task_party_since_id ON task_party (since, id);

CREATE INDEX ix_task_party_county_id_since_id ON task_party (county_id, since, id);

CREATE INDEX ix_task_party_unit_id_since_id ON task_party (unit_id, since, id);

CREATE INDEX ix_task_party_part ON task_party (part);

CREATE INDEX ix_task_party_sign_due ON task_party (sign_due);

CREATE INDEX ix_task_party_signed_on ON task_party (signed_on);

CREATE TABLE task_party_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    task_id INTEGER,
    unit_id INTEGER,
    unit_name TEXT,
    part TEXT,
    since TEXT,
    sign_due TEXT,
    signed_on TEXT,
    signed_by TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_task_party_history_id_position ON task_party_history (id, position);

CREATE INDEX ix_task_party_history_task_id_id_void_reason ON task_party_history (task_id, id, void_reason);

CREATE INDEX ix_task_party_history_unit_id_id_void_reason ON task_party_history (unit_id, id, void_reason);

CREATE INDEX ix_task_party_history_task_id_unit_id ON task_party_history (task_id, unit_id) WHERE void_reason IS NULL;

CREATE INDEX ix_task_party_history_county_id_id_void_reason ON task_party_history (county_id, id, void_reason);

CREATE INDEX ix_task_party_history_since_id ON task_party_history (since, id);

CREATE INDEX ix_task_party_history_county_id_since_id ON task_party_history (county_id, since, id);

CREATE INDEX ix_task_party_history_unit_id_since_id ON task_party_history (unit_id, since, id);

CREATE INDEX ix_task_party_history_part ON task_party_history (part);

CREATE INDEX ix_task_party_history_sign_due ON task_party_history (sign_due);

CREATE INDEX ix_task_party_history_signed_on ON task_party_history (signed_on);

DROP TRIGGER IF EXISTS keep_task_party_history;

CREATE TRIGGER keep_task_party_history AFTER UPDATE ON task_party
WHEN new.position <> old.position BEGIN
    INSERT INTO task_party_history (id, version, position, void_reason, task_id, unit_id, unit_name, part, since, sign_due, signed_on, signed_by, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.task_id, old.unit_id, old.unit_name, old.part, old.since, old.sign_due, old.signed_on, old.signed_by, old.county_id, new.position);
END;

CREATE TABLE task_report (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    task_id INTEGER NOT NULL REFERENCES assigned_task (id),
    sort TEXT NOT NULL,
    reporter_id INTEGER NOT NULL REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    text TEXT,
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (sort NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_task_report_task_id_id_void_reason ON task_report (task_id, id, void_reason);

CREATE INDEX ix_task_report_reporter_id_id_void_reason ON task_report (reporter_id, id, void_reason);

CREATE INDEX ix_task_report_county_id_id_void_reason ON task_report (county_id, id, void_reason);

CREATE INDEX ix_task_report_unit_id_id_void_reason ON task_report (unit_id, id, void_reason);

CREATE INDEX ix_task_report_said_at_id ON task_report (said_at, id);

CREATE INDEX ix_task_report_county_id_said_at_id ON task_report (county_id, said_at, id);

CREATE INDEX ix_task_report_unit_id_said_at_id ON task_report (unit_id, said_at, id);

CREATE INDEX ix_task_report_sort ON task_report (sort);

CREATE TABLE task_report_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    task_id INTEGER,
    sort TEXT,
    reporter_id INTEGER,
    unit_name TEXT,
    text TEXT,
    said_by TEXT,
    said_at TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_task_report_history_id_position ON task_report_history (id, position);

CREATE INDEX ix_task_report_history_task_id_id_void_reason ON task_report_history (task_id, id, void_reason);

CREATE INDEX ix_task_report_history_reporter_id_id_void_reason ON task_report_history (reporter_id, id, void_reason);

CREATE INDEX ix_task_report_history_county_id_id_void_reason ON task_report_history (county_id, id, void_reason);

CREATE INDEX ix_task_report_history_unit_id_id_void_reason ON task_report_history (unit_id, id, void_reason);

CREATE INDEX ix_task_report_history_said_at_id ON task_report_history (said_at, id);

CREATE INDEX ix_task_report_history_county_id_said_at_id ON task_report_history (county_id, said_at, id);

CREATE INDEX ix_task_report_history_unit_id_said_at_id ON task_report_history (unit_id, said_at, id);

CREATE INDEX ix_task_report_history_sort ON task_report_history (sort);

DROP TRIGGER IF EXISTS keep_task_report_history;

CREATE TRIGGER keep_task_report_history AFTER UPDATE ON task_report
WHEN new.position <> old.position BEGIN
    INSERT INTO task_report_history (id, version, position, void_reason, task_id, sort, reporter_id, unit_name, text, said_by, said_at, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.task_id, old.sort, old.reporter_id, old.unit_name, old.text, old.said_by, old.said_at, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE task_extension (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    task_id INTEGER NOT NULL REFERENCES assigned_task (id),
    due_before TEXT NOT NULL,
    until TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    asker_id INTEGER REFERENCES account (id),
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT,
    opinion TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_task_extension_task_id_id_void_reason ON task_extension (task_id, id, void_reason);

CREATE INDEX ix_task_extension_asker_id_id_void_reason ON task_extension (asker_id, id, void_reason);

CREATE INDEX ix_task_extension_county_id_id_void_reason ON task_extension (county_id, id, void_reason);

CREATE INDEX ix_task_extension_unit_id_id_void_reason ON task_extension (unit_id, id, void_reason);

CREATE INDEX ix_task_extension_asked_at_id ON task_extension (asked_at, id);

CREATE INDEX ix_task_extension_county_id_asked_at_id ON task_extension (county_id, asked_at, id);

CREATE INDEX ix_task_extension_unit_id_asked_at_id ON task_extension (unit_id, asked_at, id);

CREATE INDEX ix_task_extension_state ON task_extension (state);

CREATE INDEX ix_task_extension_until ON task_extension (until);

CREATE TABLE task_extension_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    task_id INTEGER,
    due_before TEXT,
    until TEXT,
    reason TEXT,
    state TEXT,
    asker_id INTEGER,
    asked_by TEXT,
    asked_at TEXT,
    decided_by TEXT,
    decided_at TEXT,
    opinion TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_task_extension_history_id_position ON task_extension_history (id, position);

CREATE INDEX ix_task_extension_history_task_id_id_void_reason ON task_extension_history (task_id, id, void_reason);

CREATE INDEX ix_task_extension_history_asker_id_id_void_reason ON task_extension_history (asker_id, id, void_reason);

CREATE INDEX ix_task_extension_history_county_id_id_void_reason ON task_extension_history (county_id, id, void_reason);

CREATE INDEX ix_task_extension_history_unit_id_id_void_reason ON task_extension_history (unit_id, id, void_reason);

CREATE INDEX ix_task_extension_history_asked_at_id ON task_extension_history (asked_at, id);

CREATE INDEX ix_task_extension_history_county_id_asked_at_id ON task_extension_history (county_id, asked_at, id);

CREATE INDEX ix_task_extension_history_unit_id_asked_at_id ON task_extension_history (unit_id, asked_at, id);

CREATE INDEX ix_task_extension_history_state ON task_extension_history (state);

CREATE INDEX ix_task_extension_history_until ON task_extension_history (until);

DROP TRIGGER IF EXISTS keep_task_extension_history;

CREATE TRIGGER keep_task_extension_history AFTER UPDATE ON task_extension
WHEN new.position <> old.position BEGIN
    INSERT INTO task_extension_history (id, version, position, void_reason, task_id, due_before, until, reason, state, asker_id, asked_by, asked_at, decided_by, decided_at, opinion, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.task_id, old.due_before, old.until, old.reason, old.state, old.asker_id, old.asked_by, old.asked_at, old.decided_by, old.decided_at, old.opinion, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE webhook_delivery (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    owner_id INTEGER NOT NULL REFERENCES account (id),
    webhook_id INTEGER NOT NULL REFERENCES webhook (id),
    message_id TEXT NOT NULL,
    event TEXT NOT NULL,
    subject TEXT NOT NULL,
    record_version INTEGER NOT NULL,
    change_position INTEGER NOT NULL,
    verb TEXT NOT NULL,
    state TEXT NOT NULL,
    made_at TEXT NOT NULL,
    next_at TEXT,
    attempts INTEGER NOT NULL,
    tried_at TEXT,
    status INTEGER,
    latency INTEGER,
    failure TEXT,
    CHECK (message_id NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (event NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (subject NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (verb NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_webhook_delivery_owner_id_id_void_reason ON webhook_delivery (owner_id, id, void_reason);

CREATE INDEX ix_webhook_delivery_webhook_id_id_void_reason ON webhook_delivery (webhook_id, id, void_reason);

CREATE UNIQUE INDEX uq_webhook_delivery_message_id ON webhook_delivery (message_id);

CREATE INDEX ix_webhook_delivery_made_at_id ON webhook_delivery (made_at, id);

CREATE INDEX ix_webhook_delivery_owner_id_made_at_id ON webhook_delivery (owner_id, made_at, id);

CREATE INDEX ix_webhook_delivery_next_at_id ON webhook_delivery (next_at, id);

CREATE INDEX ix_webhook_delivery_owner_id_next_at_id ON webhook_delivery (owner_id, next_at, id);

CREATE INDEX ix_webhook_delivery_state ON webhook_delivery (state);

CREATE INDEX ix_webhook_delivery_subject ON webhook_delivery (subject);

CREATE TABLE webhook_secret (
    webhook_id INTEGER NOT NULL REFERENCES webhook (id),
    salt BLOB NOT NULL,
    sealed BLOB NOT NULL,
    made_at TEXT NOT NULL,
    good_until TEXT
) STRICT;

CREATE INDEX ix_webhook_secret_webhook_id ON webhook_secret (webhook_id);

ALTER TABLE procedure_case ADD COLUMN file_count INTEGER;

ALTER TABLE procedure_case_history ADD COLUMN file_count INTEGER;

DROP TRIGGER IF EXISTS keep_procedure_case_history;

CREATE TRIGGER keep_procedure_case_history AFTER UPDATE ON procedure_case
WHEN new.position <> old.position BEGIN
    INSERT INTO procedure_case_history (id, version, position, void_reason, number, kind, procedure, procedure_version, form_title, basis, outcome, supplied, subject, subject_name, student_id, unit_id, unit_name, state, step, step_english, step_chinese, sequence, due, opener_id, opened_by, opened_for, opened_at, ended_at, end_reason, file_count, verification, county_id, search, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.number, old.kind, old.procedure, old.procedure_version, old.form_title, old.basis, old.outcome, old.supplied, old.subject, old.subject_name, old.student_id, old.unit_id, old.unit_name, old.state, old.step, old.step_english, old.step_chinese, old.sequence, old.due, old.opener_id, old.opened_by, old.opened_for, old.opened_at, old.ended_at, old.end_reason, old.file_count, old.verification, old.county_id, old.search, new.position);
END;

CREATE TABLE sanction (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    school_id INTEGER NOT NULL REFERENCES unit (id),
    school_class_id INTEGER REFERENCES school_class (id),
    level TEXT NOT NULL,
    state TEXT NOT NULL,
    acted_on TEXT NOT NULL,
    facts TEXT NOT NULL,
    basis TEXT NOT NULL,
    proposer_id INTEGER REFERENCES account (id),
    proposed_by TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    heard_on TEXT,
    hearing TEXT,
    decider_id INTEGER REFERENCES account (id),
    decided_by TEXT,
    decided_on TEXT,
    decision_number TEXT,
    delivered_on TEXT,
    delivered_to TEXT,
    appeal_until TEXT,
    term_until TEXT,
    appealed_on TEXT,
    appealed_by TEXT,
    appeal TEXT,
    appeal_outcome TEXT,
    answer TEXT,
    answered_by TEXT,
    answered_on TEXT,
    ended_by TEXT,
    ended_on TEXT,
    end_reason TEXT,
    county_id INTEGER,
    CHECK (level NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (appeal_outcome NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_sanction_student_id_id_void_reason ON sanction (student_id, id, void_reason);

CREATE INDEX ix_sanction_school_id_id_void_reason ON sanction (school_id, id, void_reason);

CREATE INDEX ix_sanction_school_class_id_id_void_reason ON sanction (school_class_id, id, void_reason);

CREATE INDEX ix_sanction_proposer_id_id_void_reason ON sanction (proposer_id, id, void_reason);

CREATE INDEX ix_sanction_decider_id_id_void_reason ON sanction (decider_id, id, void_reason);

CREATE INDEX ix_sanction_county_id_id_void_reason ON sanction (county_id, id, void_reason);

CREATE INDEX ix_sanction_acted_on_id ON sanction (acted_on, id);

CREATE INDEX ix_sanction_county_id_acted_on_id ON sanction (county_id, acted_on, id);

CREATE INDEX ix_sanction_school_id_acted_on_id ON sanction (school_id, acted_on, id);

CREATE INDEX ix_sanction_county_id_state_void_reason ON sanction (county_id, state, void_reason);

CREATE INDEX ix_sanction_school_id_state_void_reason ON sanction (school_id, state, void_reason);

CREATE INDEX ix_sanction_level ON sanction (level);

CREATE INDEX ix_sanction_state ON sanction (state);

CREATE INDEX ix_sanction_term_until ON sanction (term_until);

CREATE INDEX ix_sanction_appeal_until ON sanction (appeal_until);

CREATE TABLE sanction_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    school_id INTEGER,
    school_class_id INTEGER,
    level TEXT,
    state TEXT,
    acted_on TEXT,
    facts TEXT,
    basis TEXT,
    proposer_id INTEGER,
    proposed_by TEXT,
    proposed_at TEXT,
    heard_on TEXT,
    hearing TEXT,
    decider_id INTEGER,
    decided_by TEXT,
    decided_on TEXT,
    decision_number TEXT,
    delivered_on TEXT,
    delivered_to TEXT,
    appeal_until TEXT,
    term_until TEXT,
    appealed_on TEXT,
    appealed_by TEXT,
    appeal TEXT,
    appeal_outcome TEXT,
    answer TEXT,
    answered_by TEXT,
    answered_on TEXT,
    ended_by TEXT,
    ended_on TEXT,
    end_reason TEXT,
    county_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_sanction_history_id_position ON sanction_history (id, position);

CREATE INDEX ix_sanction_history_student_id_id_void_reason ON sanction_history (student_id, id, void_reason);

CREATE INDEX ix_sanction_history_school_id_id_void_reason ON sanction_history (school_id, id, void_reason);

CREATE INDEX ix_sanction_history_school_class_id_id_void_reason ON sanction_history (school_class_id, id, void_reason);

CREATE INDEX ix_sanction_history_proposer_id_id_void_reason ON sanction_history (proposer_id, id, void_reason);

CREATE INDEX ix_sanction_history_decider_id_id_void_reason ON sanction_history (decider_id, id, void_reason);

CREATE INDEX ix_sanction_history_county_id_id_void_reason ON sanction_history (county_id, id, void_reason);

CREATE INDEX ix_sanction_history_acted_on_id ON sanction_history (acted_on, id);

CREATE INDEX ix_sanction_history_county_id_acted_on_id ON sanction_history (county_id, acted_on, id);

CREATE INDEX ix_sanction_history_school_id_acted_on_id ON sanction_history (school_id, acted_on, id);

CREATE INDEX ix_sanction_history_county_id_state_void_reason ON sanction_history (county_id, state, void_reason);

CREATE INDEX ix_sanction_history_school_id_state_void_reason ON sanction_history (school_id, state, void_reason);

CREATE INDEX ix_sanction_history_level ON sanction_history (level);

CREATE INDEX ix_sanction_history_state ON sanction_history (state);

CREATE INDEX ix_sanction_history_term_until ON sanction_history (term_until);

CREATE INDEX ix_sanction_history_appeal_until ON sanction_history (appeal_until);

DROP TRIGGER IF EXISTS keep_sanction_history;

CREATE TRIGGER keep_sanction_history AFTER UPDATE ON sanction
WHEN new.position <> old.position BEGIN
    INSERT INTO sanction_history (id, version, position, void_reason, student_id, school_id, school_class_id, level, state, acted_on, facts, basis, proposer_id, proposed_by, proposed_at, heard_on, hearing, decider_id, decided_by, decided_on, decision_number, delivered_on, delivered_to, appeal_until, term_until, appealed_on, appealed_by, appeal, appeal_outcome, answer, answered_by, answered_on, ended_by, ended_on, end_reason, county_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.school_id, old.school_class_id, old.level, old.state, old.acted_on, old.facts, old.basis, old.proposer_id, old.proposed_by, old.proposed_at, old.heard_on, old.hearing, old.decider_id, old.decided_by, old.decided_on, old.decision_number, old.delivered_on, old.delivered_to, old.appeal_until, old.term_until, old.appealed_on, old.appealed_by, old.appeal, old.appeal_outcome, old.answer, old.answered_by, old.answered_on, old.ended_by, old.ended_on, old.end_reason, old.county_id, new.position);
END;

CREATE INDEX ix_case_step_roles ON case_step (roles);

CREATE INDEX ix_case_step_delegated_to ON case_step (delegated_to);

CREATE INDEX ix_case_step_history_roles ON case_step_history (roles);

CREATE INDEX ix_case_step_history_delegated_to ON case_step_history (delegated_to);

CREATE TABLE case_file (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    place INTEGER NOT NULL,
    material TEXT,
    english_name TEXT NOT NULL,
    chinese_name TEXT NOT NULL,
    is_required INTEGER NOT NULL,
    file_id INTEGER NOT NULL REFERENCES file (id),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    step TEXT,
    step_english TEXT,
    step_chinese TEXT,
    account_id INTEGER REFERENCES account (id),
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    CHECK (material NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (media_type NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (sha256 NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (step NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_case_file_case_id_id_void_reason ON case_file (case_id, id, void_reason);

CREATE INDEX ix_case_file_file_id_id_void_reason ON case_file (file_id, id, void_reason);

CREATE INDEX ix_case_file_account_id_id_void_reason ON case_file (account_id, id, void_reason);

CREATE UNIQUE INDEX uq_case_file_case_id_place ON case_file (case_id, place) WHERE void_reason IS NULL;

CREATE INDEX ix_case_file_place_id ON case_file (place, id);

CREATE TABLE case_file_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    place INTEGER,
    material TEXT,
    english_name TEXT,
    chinese_name TEXT,
    is_required INTEGER,
    file_id INTEGER,
    file_name TEXT,
    media_type TEXT,
    size INTEGER,
    sha256 TEXT,
    step TEXT,
    step_english TEXT,
    step_chinese TEXT,
    account_id INTEGER,
    added_by TEXT,
    added_at TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_file_history_id_position ON case_file_history (id, position);

CREATE INDEX ix_case_file_history_case_id_id_void_reason ON case_file_history (case_id, id, void_reason);

CREATE INDEX ix_case_file_history_file_id_id_void_reason ON case_file_history (file_id, id, void_reason);

CREATE INDEX ix_case_file_history_account_id_id_void_reason ON case_file_history (account_id, id, void_reason);

CREATE INDEX ix_case_file_history_case_id_place ON case_file_history (case_id, place) WHERE void_reason IS NULL;

CREATE INDEX ix_case_file_history_place_id ON case_file_history (place, id);

DROP TRIGGER IF EXISTS keep_case_file_history;

CREATE TRIGGER keep_case_file_history AFTER UPDATE ON case_file
WHEN new.position <> old.position BEGIN
    INSERT INTO case_file_history (id, version, position, void_reason, case_id, place, material, english_name, chinese_name, is_required, file_id, file_name, media_type, size, sha256, step, step_english, step_chinese, account_id, added_by, added_at, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.place, old.material, old.english_name, old.chinese_name, old.is_required, old.file_id, old.file_name, old.media_type, old.size, old.sha256, old.step, old.step_english, old.step_chinese, old.account_id, old.added_by, old.added_at, new.position);
END;

CREATE TABLE case_recusal (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    case_id INTEGER NOT NULL REFERENCES procedure_case (id),
    case_step_id INTEGER NOT NULL REFERENCES case_step (id),
    account_id INTEGER REFERENCES account (id),
    said_by TEXT NOT NULL,
    said_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    passed_to TEXT
) STRICT;

CREATE INDEX ix_case_recusal_case_id_id_void_reason ON case_recusal (case_id, id, void_reason);

CREATE INDEX ix_case_recusal_case_step_id_id_void_reason ON case_recusal (case_step_id, id, void_reason);

CREATE INDEX ix_case_recusal_account_id_id_void_reason ON case_recusal (account_id, id, void_reason);

CREATE INDEX ix_case_recusal_said_at_id ON case_recusal (said_at, id);

CREATE TABLE case_recusal_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    case_id INTEGER,
    case_step_id INTEGER,
    account_id INTEGER,
    said_by TEXT,
    said_at TEXT,
    reason TEXT,
    passed_to TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_case_recusal_history_id_position ON case_recusal_history (id, position);

CREATE INDEX ix_case_recusal_history_case_id_id_void_reason ON case_recusal_history (case_id, id, void_reason);

CREATE INDEX ix_case_recusal_history_case_step_id_id_void_reason ON case_recusal_history (case_step_id, id, void_reason);

CREATE INDEX ix_case_recusal_history_account_id_id_void_reason ON case_recusal_history (account_id, id, void_reason);

CREATE INDEX ix_case_recusal_history_said_at_id ON case_recusal_history (said_at, id);

DROP TRIGGER IF EXISTS keep_case_recusal_history;

CREATE TRIGGER keep_case_recusal_history AFTER UPDATE ON case_recusal
WHEN new.position <> old.position BEGIN
    INSERT INTO case_recusal_history (id, version, position, void_reason, case_id, case_step_id, account_id, said_by, said_at, reason, passed_to, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.case_id, old.case_step_id, old.account_id, old.said_by, old.said_at, old.reason, old.passed_to, new.position);
END;

