-- after commit

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_code_entry_code_table ON code_entry (code_table);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_code_entry_history_code_table ON code_entry_history (code_table);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_division_name ON division (name);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_division_level ON division (level);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_division_history_name ON division_history (name);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_division_history_level ON division_history (level);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_name ON person (name);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_sex ON person (sex);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_birth_date ON person (birth_date);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_document_type ON person (document_type);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_history_name ON person_history (name);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_history_sex ON person_history (sex);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_history_birth_date ON person_history (birth_date);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_person_history_document_type ON person_history (document_type);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_name ON unit (name);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_category ON unit (category);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_type ON unit (type);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_organiser ON unit (organiser);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_setting ON unit (setting);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_name ON unit_history (name);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_category ON unit_history (category);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_type ON unit_history (type);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_organiser ON unit_history (organiser);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_unit_history_setting ON unit_history (setting);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_grade ON student (grade);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_status ON student (status);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_boarding ON student (boarding);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_person_sex ON student (person_sex);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_person_birth_date ON student (person_birth_date);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_entered_on ON student (entered_on);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_grade ON student_history (grade);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_status ON student_history (status);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_boarding ON student_history (boarding);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_person_sex ON student_history (person_sex);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_person_birth_date ON student_history (person_birth_date);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_student_history_entered_on ON student_history (entered_on);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_entry_grade ON enrolment (entry_grade);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_entry_way ON enrolment (entry_way);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_ended_by ON enrolment (ended_by);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_entry_grade ON enrolment_history (entry_grade);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_entry_way ON enrolment_history (entry_way);

CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrolment_history_ended_by ON enrolment_history (ended_by);

