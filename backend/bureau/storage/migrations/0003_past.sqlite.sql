CREATE INDEX ix_code_entry_history_id_position ON code_entry_history (id, position);

CREATE INDEX ix_code_entry_history_code_table_code ON code_entry_history (code_table, code) WHERE void_reason IS NULL;

CREATE INDEX ix_code_entry_history_code_id ON code_entry_history (code, id);

CREATE VIRTUAL TABLE gx_division_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_division_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM division;

CREATE TRIGGER gx_division_search_new AFTER INSERT ON division BEGIN
    INSERT INTO gx_division_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_division_search_changed AFTER UPDATE OF search ON division BEGIN
    INSERT INTO gx_division_search (gx_division_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_division_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_division_history_id_position ON division_history (id, position);

CREATE INDEX ix_division_history_code ON division_history (code);

CREATE INDEX ix_division_history_parent_id_id ON division_history (parent_id, id);

CREATE INDEX ix_division_history_code_id ON division_history (code, id);

CREATE INDEX ix_division_history_name_sort_id ON division_history (name_sort, id);

CREATE VIRTUAL TABLE gx_person_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_person_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM person;

CREATE TRIGGER gx_person_search_new AFTER INSERT ON person BEGIN
    INSERT INTO gx_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_person_search_changed AFTER UPDATE OF search ON person BEGIN
    INSERT INTO gx_person_search (gx_person_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_person_history_id_position ON person_history (id, position);

CREATE INDEX ix_person_history_name_sort_id ON person_history (name_sort, id);

CREATE TABLE recorded (
    position INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE INDEX ix_recorded_at_position ON recorded (at, position);

CREATE VIRTUAL TABLE gx_unit_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_unit_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')))), '00', ',0'), 2) || ']')) FROM unit;

CREATE TRIGGER gx_unit_search_new AFTER INSERT ON unit BEGIN
    INSERT INTO gx_unit_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_unit_search_changed AFTER UPDATE OF search ON unit BEGIN
    INSERT INTO gx_unit_search (gx_unit_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_unit_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_unit_history_id_position ON unit_history (id, position);

CREATE INDEX ix_unit_history_code ON unit_history (code);

CREATE INDEX ix_unit_history_superior_id_id ON unit_history (superior_id, id);

CREATE INDEX ix_unit_history_division_id_id ON unit_history (division_id, id);

CREATE INDEX ix_unit_history_county_id_id ON unit_history (county_id, id);

CREATE INDEX ix_unit_history_name_sort_id ON unit_history (name_sort, id);

CREATE INDEX ix_unit_history_county_id_name_sort_id ON unit_history (county_id, name_sort, id);

CREATE INDEX ix_unit_history_code_sort_id ON unit_history (code_sort, id);

CREATE INDEX ix_unit_history_county_id_code_sort_id ON unit_history (county_id, code_sort, id);

CREATE INDEX ix_unit_history_principal_id_id ON unit_history (principal_id, id);

CREATE INDEX ix_account_history_id_position ON account_history (id, position);

CREATE INDEX ix_account_history_username ON account_history (username);

CREATE INDEX ix_account_history_person_id_id ON account_history (person_id, id);

CREATE VIRTUAL TABLE gx_student_search_person_search USING fts5(grams, content='', tokenize='ascii');

INSERT INTO gx_student_search_person_search (rowid, grams) SELECT rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(search, '')||' '||coalesce(person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(search, '')||' '||coalesce(person_search, '')))), '00', ',0'), 2) || ']')) FROM student;

CREATE TRIGGER gx_student_search_person_search_new AFTER INSERT ON student BEGIN
    INSERT INTO gx_student_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE TRIGGER gx_student_search_person_search_changed AFTER UPDATE OF search, person_search ON student BEGIN
    INSERT INTO gx_student_search_person_search (gx_student_search_person_search, rowid, grams) VALUES ('delete', old.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(old.search, '')||' '||coalesce(old.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(old.search, '')||' '||coalesce(old.person_search, '')))), '00', ',0'), 2) || ']')));
    INSERT INTO gx_student_search_person_search (rowid, grams) VALUES (new.rowid, (SELECT 'x ' || coalesce(group_concat(printf('%x', unicode(substr(coalesce(new.search, '')||' '||coalesce(new.person_search, ''), key + 1, 1))), ' '), '') FROM json_each('[' || substr(replace(hex(zeroblob(length(coalesce(new.search, '')||' '||coalesce(new.person_search, '')))), '00', ',0'), 2) || ']')));
END;

CREATE INDEX ix_student_history_id_position ON student_history (id, position);

CREATE INDEX ix_student_history_number ON student_history (number);

CREATE INDEX ix_student_history_person_id ON student_history (person_id) WHERE void_reason IS NULL;

CREATE INDEX ix_student_history_school_id_id ON student_history (school_id, id);

CREATE INDEX ix_student_history_county_id_id ON student_history (county_id, id);

CREATE INDEX ix_student_history_person_name_sort_id ON student_history (person_name_sort, id);

CREATE INDEX ix_student_history_county_id_person_name_sort_id ON student_history (county_id, person_name_sort, id);

CREATE INDEX ix_student_history_school_id_person_name_sort_id ON student_history (school_id, person_name_sort, id);

CREATE INDEX ix_student_history_county_id_grade ON student_history (county_id, grade);

CREATE INDEX ix_student_history_school_id_grade ON student_history (school_id, grade);

CREATE INDEX ix_role_grant_history_id_position ON role_grant_history (id, position);

CREATE INDEX ix_role_grant_history_account_id_id ON role_grant_history (account_id, id);

CREATE INDEX ix_role_grant_history_unit_id_id ON role_grant_history (unit_id, id);

CREATE INDEX ix_enrolment_history_id_position ON enrolment_history (id, position);

CREATE INDEX ix_enrolment_history_student_id_id ON enrolment_history (student_id, id);

CREATE INDEX ix_enrolment_history_school_id_id ON enrolment_history (school_id, id);

CREATE INDEX ix_enrolment_history_student_id_period_from ON enrolment_history (student_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX ix_enrolment_history_county_id_id ON enrolment_history (county_id, id);

CREATE INDEX ix_enrolment_history_unit_id_id ON enrolment_history (unit_id, id);

CREATE INDEX ix_enrolment_history_period_from_id ON enrolment_history (period_from, id);

CREATE INDEX ix_enrolment_history_county_id_period_from_id ON enrolment_history (county_id, period_from, id);

CREATE INDEX ix_enrolment_history_unit_id_period_from_id ON enrolment_history (unit_id, period_from, id);

-- By hand: when the changes so far were made stands in the journal.

INSERT INTO recorded (position, at) SELECT position, min(at) FROM journal GROUP BY position;

-- By hand: the twins' indexes by id now hold the position too.

DROP INDEX ix_code_entry_history_id;

DROP INDEX ix_division_history_id;

DROP INDEX ix_person_history_id;

DROP INDEX ix_unit_history_id;

DROP INDEX ix_account_history_id;

DROP INDEX ix_student_history_id;

DROP INDEX ix_role_grant_history_id;

DROP INDEX ix_enrolment_history_id;

