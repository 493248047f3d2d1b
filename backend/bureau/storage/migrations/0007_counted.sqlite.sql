DROP INDEX ix_division_parent_id_id;

DROP INDEX ix_division_history_parent_id_id;

CREATE INDEX ix_division_parent_id_id_void_reason ON division (parent_id, id, void_reason);

CREATE INDEX ix_division_history_parent_id_id_void_reason ON division_history (parent_id, id, void_reason);

DROP INDEX ix_unit_superior_id_id;

DROP INDEX ix_unit_division_id_id;

DROP INDEX ix_unit_county_id_id;

DROP INDEX ix_unit_principal_id_id;

DROP INDEX ix_unit_history_superior_id_id;

DROP INDEX ix_unit_history_division_id_id;

DROP INDEX ix_unit_history_county_id_id;

DROP INDEX ix_unit_history_principal_id_id;

CREATE INDEX ix_unit_superior_id_id_void_reason ON unit (superior_id, id, void_reason);

CREATE INDEX ix_unit_division_id_id_void_reason ON unit (division_id, id, void_reason);

CREATE INDEX ix_unit_county_id_id_void_reason ON unit (county_id, id, void_reason);

CREATE INDEX ix_unit_principal_id_id_void_reason ON unit (principal_id, id, void_reason);

CREATE INDEX ix_unit_history_superior_id_id_void_reason ON unit_history (superior_id, id, void_reason);

CREATE INDEX ix_unit_history_division_id_id_void_reason ON unit_history (division_id, id, void_reason);

CREATE INDEX ix_unit_history_county_id_id_void_reason ON unit_history (county_id, id, void_reason);

CREATE INDEX ix_unit_history_principal_id_id_void_reason ON unit_history (principal_id, id, void_reason);

DROP INDEX ix_account_person_id_id;

DROP INDEX ix_account_history_person_id_id;

CREATE INDEX ix_account_person_id_id_void_reason ON account (person_id, id, void_reason);

CREATE INDEX ix_account_history_person_id_id_void_reason ON account_history (person_id, id, void_reason);

DROP INDEX ix_student_school_id_id;

DROP INDEX ix_student_county_id_id;

DROP INDEX ix_student_county_id_grade;

DROP INDEX ix_student_school_id_grade;

DROP INDEX ix_student_history_school_id_id;

DROP INDEX ix_student_history_county_id_id;

DROP INDEX ix_student_history_county_id_grade;

DROP INDEX ix_student_history_school_id_grade;

CREATE INDEX ix_student_school_id_id_void_reason ON student (school_id, id, void_reason);

CREATE INDEX ix_student_county_id_id_void_reason ON student (county_id, id, void_reason);

CREATE INDEX ix_student_county_id_grade_void_reason ON student (county_id, grade, void_reason);

CREATE INDEX ix_student_school_id_grade_void_reason ON student (school_id, grade, void_reason);

CREATE INDEX ix_student_history_school_id_id_void_reason ON student_history (school_id, id, void_reason);

CREATE INDEX ix_student_history_county_id_id_void_reason ON student_history (county_id, id, void_reason);

CREATE INDEX ix_student_history_county_id_grade_void_reason ON student_history (county_id, grade, void_reason);

CREATE INDEX ix_student_history_school_id_grade_void_reason ON student_history (school_id, grade, void_reason);

DROP INDEX ix_role_grant_account_id_id;

DROP INDEX ix_role_grant_unit_id_id;

DROP INDEX ix_role_grant_history_account_id_id;

DROP INDEX ix_role_grant_history_unit_id_id;

CREATE INDEX ix_role_grant_account_id_id_void_reason ON role_grant (account_id, id, void_reason);

CREATE INDEX ix_role_grant_unit_id_id_void_reason ON role_grant (unit_id, id, void_reason);

CREATE INDEX ix_role_grant_history_account_id_id_void_reason ON role_grant_history (account_id, id, void_reason);

CREATE INDEX ix_role_grant_history_unit_id_id_void_reason ON role_grant_history (unit_id, id, void_reason);

DROP INDEX ix_session_account_id_id;

CREATE INDEX ix_session_account_id_id_void_reason ON session (account_id, id, void_reason);

DROP INDEX ix_token_account_id_id;

CREATE INDEX ix_token_account_id_id_void_reason ON token (account_id, id, void_reason);

DROP INDEX ix_enrolment_student_id_id;

DROP INDEX ix_enrolment_school_id_id;

DROP INDEX ix_enrolment_county_id_id;

DROP INDEX ix_enrolment_unit_id_id;

DROP INDEX ix_enrolment_history_student_id_id;

DROP INDEX ix_enrolment_history_school_id_id;

DROP INDEX ix_enrolment_history_county_id_id;

DROP INDEX ix_enrolment_history_unit_id_id;

CREATE INDEX ix_enrolment_student_id_id_void_reason ON enrolment (student_id, id, void_reason);

CREATE INDEX ix_enrolment_school_id_id_void_reason ON enrolment (school_id, id, void_reason);

CREATE INDEX ix_enrolment_county_id_id_void_reason ON enrolment (county_id, id, void_reason);

CREATE INDEX ix_enrolment_unit_id_id_void_reason ON enrolment (unit_id, id, void_reason);

CREATE INDEX ix_enrolment_history_student_id_id_void_reason ON enrolment_history (student_id, id, void_reason);

CREATE INDEX ix_enrolment_history_school_id_id_void_reason ON enrolment_history (school_id, id, void_reason);

CREATE INDEX ix_enrolment_history_county_id_id_void_reason ON enrolment_history (county_id, id, void_reason);

CREATE INDEX ix_enrolment_history_unit_id_id_void_reason ON enrolment_history (unit_id, id, void_reason);

