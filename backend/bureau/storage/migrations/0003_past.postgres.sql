CREATE OR REPLACE FUNCTION grams(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr($1, n, k)), '{}')
    FROM generate_series(1, length($1)) n, generate_series(1, 2) k
$$;

CREATE TABLE recorded (
    position bigint NOT NULL,
    at timestamptz NOT NULL
);

CREATE INDEX ix_recorded_at_position ON recorded (at, position);

-- By hand: when the changes so far were made stands in the journal.

INSERT INTO recorded (position, at) SELECT position, min(at) FROM journal GROUP BY position;

-- By hand: the twins' indexes by id now hold the position too; history is kept in one order.

DROP INDEX ix_code_entry_history_id;

DROP INDEX ix_division_history_id;

DROP INDEX ix_person_history_id;

DROP INDEX ix_unit_history_id;

DROP INDEX ix_account_history_id;

DROP INDEX ix_student_history_id;

DROP INDEX ix_role_grant_history_id;

DROP INDEX ix_enrolment_history_id;

CREATE OR REPLACE FUNCTION keep_code_entry_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM superseded o JOIN current n USING (id) WHERE n.position < o.position) THEN
        RAISE EXCEPTION 'overtaken by a later transaction' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO code_entry_history (id, version, position, void_reason, code_table, code, english, chinese, valid_from, valid_until, source, until_position)
    SELECT o.id, o.version, o.position, o.void_reason, o.code_table, o.code, o.english, o.chinese, o.valid_from, o.valid_until, o.source, n.position
    FROM superseded o JOIN current n USING (id) WHERE n.position <> o.position;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_division_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM superseded o JOIN current n USING (id) WHERE n.position < o.position) THEN
        RAISE EXCEPTION 'overtaken by a later transaction' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO division_history (id, version, position, void_reason, code, name, level, parent_id, valid_from, valid_until, name_sort, search, until_position)
    SELECT o.id, o.version, o.position, o.void_reason, o.code, o.name, o.level, o.parent_id, o.valid_from, o.valid_until, o.name_sort, o.search, n.position
    FROM superseded o JOIN current n USING (id) WHERE n.position <> o.position;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_person_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM superseded o JOIN current n USING (id) WHERE n.position < o.position) THEN
        RAISE EXCEPTION 'overtaken by a later transaction' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO person_history (id, version, position, void_reason, name, sex, birth_date, ethnicity, document_type, document_number_mask, phone_mask, address, name_sort, search, until_position)
    SELECT o.id, o.version, o.position, o.void_reason, o.name, o.sex, o.birth_date, o.ethnicity, o.document_type, o.document_number_mask, o.phone_mask, o.address, o.name_sort, o.search, n.position
    FROM superseded o JOIN current n USING (id) WHERE n.position <> o.position;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_unit_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM superseded o JOIN current n USING (id) WHERE n.position < o.position) THEN
        RAISE EXCEPTION 'overtaken by a later transaction' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO unit_history (id, version, position, void_reason, code, name, short_name, english_name, category, superior_id, division_id, operation_from, operation_until, county_id, name_sort, code_sort, search, type, credit_code, organiser, setting, principal_id, address, until_position)
    SELECT o.id, o.version, o.position, o.void_reason, o.code, o.name, o.short_name, o.english_name, o.category, o.superior_id, o.division_id, o.operation_from, o.operation_until, o.county_id, o.name_sort, o.code_sort, o.search, o.type, o.credit_code, o.organiser, o.setting, o.principal_id, o.address, n.position
    FROM superseded o JOIN current n USING (id) WHERE n.position <> o.position;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_account_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM superseded o JOIN current n USING (id) WHERE n.position < o.position) THEN
        RAISE EXCEPTION 'overtaken by a later transaction' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO account_history (id, version, position, void_reason, username, display_name, password, person_id, is_demo, closed_at, until_position)
    SELECT o.id, o.version, o.position, o.void_reason, o.username, o.display_name, o.password, o.person_id, o.is_demo, o.closed_at, n.position
    FROM superseded o JOIN current n USING (id) WHERE n.position <> o.position;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_student_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM superseded o JOIN current n USING (id) WHERE n.position < o.position) THEN
        RAISE EXCEPTION 'overtaken by a later transaction' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO student_history (id, version, position, void_reason, number, person_id, national_number_mask, school_id, grade, status, boarding, entered_on, county_id, person_name_sort, person_sex, person_birth_date, search, person_search, until_position)
    SELECT o.id, o.version, o.position, o.void_reason, o.number, o.person_id, o.national_number_mask, o.school_id, o.grade, o.status, o.boarding, o.entered_on, o.county_id, o.person_name_sort, o.person_sex, o.person_birth_date, o.search, o.person_search, n.position
    FROM superseded o JOIN current n USING (id) WHERE n.position <> o.position;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_role_grant_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM superseded o JOIN current n USING (id) WHERE n.position < o.position) THEN
        RAISE EXCEPTION 'overtaken by a later transaction' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO role_grant_history (id, version, position, void_reason, account_id, role, unit_id, start, until, basis, until_position)
    SELECT o.id, o.version, o.position, o.void_reason, o.account_id, o.role, o.unit_id, o.start, o.until, o.basis, n.position
    FROM superseded o JOIN current n USING (id) WHERE n.position <> o.position;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_enrolment_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM superseded o JOIN current n USING (id) WHERE n.position < o.position) THEN
        RAISE EXCEPTION 'overtaken by a later transaction' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO enrolment_history (id, version, position, void_reason, student_id, school_id, period_from, period_until, entry_grade, entry_way, ended_by, county_id, unit_id, until_position)
    SELECT o.id, o.version, o.position, o.void_reason, o.student_id, o.school_id, o.period_from, o.period_until, o.entry_grade, o.entry_way, o.ended_by, o.county_id, o.unit_id, n.position
    FROM superseded o JOIN current n USING (id) WHERE n.position <> o.position;
    RETURN NULL;
END $$;

-- after commit

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_code_entry_history_id_position ON code_entry_history (id, position);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_code_entry_history_code_table_code ON code_entry_history (code_table, code) WHERE void_reason IS NULL;

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_code_entry_history_code_id ON code_entry_history (code, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS gx_division_search ON division USING gin (grams(coalesce(search, '')));

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_division_history_id_position ON division_history (id, position);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_division_history_code ON division_history (code);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_division_history_parent_id_id ON division_history (parent_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_division_history_code_id ON division_history (code, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_division_history_name_sort_id ON division_history (name_sort, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS gx_person_search ON person USING gin (grams(coalesce(search, '')));

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_history_id_position ON person_history (id, position);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_history_name_sort_id ON person_history (name_sort, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS gx_unit_search ON unit USING gin (grams(coalesce(search, '')));

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_id_position ON unit_history (id, position);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_code ON unit_history (code);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_superior_id_id ON unit_history (superior_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_division_id_id ON unit_history (division_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_county_id_id ON unit_history (county_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_name_sort_id ON unit_history (name_sort, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_county_id_name_sort_id ON unit_history (county_id, name_sort, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_code_sort_id ON unit_history (code_sort, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_county_id_code_sort_id ON unit_history (county_id, code_sort, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_principal_id_id ON unit_history (principal_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_account_history_id_position ON account_history (id, position);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_account_history_username ON account_history (username);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_account_history_person_id_id ON account_history (person_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS gx_student_search_person_search ON student USING gin (grams(coalesce(search, '')||' '||coalesce(person_search, '')));

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_id_position ON student_history (id, position);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_number ON student_history (number);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_person_id ON student_history (person_id) WHERE void_reason IS NULL;

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_school_id_id ON student_history (school_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_county_id_id ON student_history (county_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_person_name_sort_id ON student_history (person_name_sort, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_county_id_person_name_sort_id ON student_history (county_id, person_name_sort, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_school_id_person_name_sort_id ON student_history (school_id, person_name_sort, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_county_id_grade ON student_history (county_id, grade);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_school_id_grade ON student_history (school_id, grade);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_role_grant_history_id_position ON role_grant_history (id, position);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_role_grant_history_account_id_id ON role_grant_history (account_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_role_grant_history_unit_id_id ON role_grant_history (unit_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_id_position ON enrolment_history (id, position);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_student_id_id ON enrolment_history (student_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_school_id_id ON enrolment_history (school_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_student_id_period_from ON enrolment_history (student_id, period_from) WHERE void_reason IS NULL;

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_county_id_id ON enrolment_history (county_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_unit_id_id ON enrolment_history (unit_id, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_period_from_id ON enrolment_history (period_from, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_county_id_period_from_id ON enrolment_history (county_id, period_from, id);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_unit_id_period_from_id ON enrolment_history (unit_id, period_from, id);

