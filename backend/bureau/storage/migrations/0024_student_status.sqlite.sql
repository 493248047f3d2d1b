CREATE TABLE status_change (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    category TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    approved_on TEXT,
    approval_number TEXT,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    from_school_id INTEGER REFERENCES unit (id),
    to_school_id INTEGER REFERENCES unit (id),
    elsewhere TEXT,
    from_grade TEXT NOT NULL,
    to_grade TEXT NOT NULL,
    from_class_id INTEGER REFERENCES school_class (id),
    to_class_id INTEGER REFERENCES school_class (id),
    until TEXT,
    certificate_number TEXT,
    note TEXT,
    corrects_id INTEGER REFERENCES status_change (id),
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (category NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (from_status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (to_status NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (from_grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (to_grade NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (certificate_number NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_status_change_student_id_id_void_reason ON status_change (student_id, id, void_reason);

CREATE INDEX ix_status_change_from_school_id_id_void_reason ON status_change (from_school_id, id, void_reason);

CREATE INDEX ix_status_change_to_school_id_id_void_reason ON status_change (to_school_id, id, void_reason);

CREATE INDEX ix_status_change_from_class_id_id_void_reason ON status_change (from_class_id, id, void_reason);

CREATE INDEX ix_status_change_to_class_id_id_void_reason ON status_change (to_class_id, id, void_reason);

CREATE UNIQUE INDEX uq_status_change_certificate_number ON status_change (certificate_number);

CREATE INDEX ix_status_change_corrects_id_id_void_reason ON status_change (corrects_id, id, void_reason);

CREATE INDEX ix_status_change_county_id_id_void_reason ON status_change (county_id, id, void_reason);

CREATE INDEX ix_status_change_unit_id_id_void_reason ON status_change (unit_id, id, void_reason);

CREATE INDEX ix_status_change_effective_on_id ON status_change (effective_on, id);

CREATE INDEX ix_status_change_county_id_effective_on_id ON status_change (county_id, effective_on, id);

CREATE INDEX ix_status_change_unit_id_effective_on_id ON status_change (unit_id, effective_on, id);

CREATE INDEX ix_status_change_category ON status_change (category);

CREATE INDEX ix_status_change_from_status ON status_change (from_status);

CREATE INDEX ix_status_change_to_status ON status_change (to_status);

CREATE INDEX ix_status_change_to_grade ON status_change (to_grade);

CREATE INDEX ix_status_change_approval_number ON status_change (approval_number);

CREATE TABLE status_change_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    category TEXT,
    effective_on TEXT,
    reason TEXT,
    approved_on TEXT,
    approval_number TEXT,
    from_status TEXT,
    to_status TEXT,
    from_school_id INTEGER,
    to_school_id INTEGER,
    elsewhere TEXT,
    from_grade TEXT,
    to_grade TEXT,
    from_class_id INTEGER,
    to_class_id INTEGER,
    until TEXT,
    certificate_number TEXT,
    note TEXT,
    corrects_id INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_status_change_history_id_position ON status_change_history (id, position);

CREATE INDEX ix_status_change_history_student_id_id_void_reason ON status_change_history (student_id, id, void_reason);

CREATE INDEX ix_status_change_history_from_school_id_id_void_reason ON status_change_history (from_school_id, id, void_reason);

CREATE INDEX ix_status_change_history_to_school_id_id_void_reason ON status_change_history (to_school_id, id, void_reason);

CREATE INDEX ix_status_change_history_from_class_id_id_void_reason ON status_change_history (from_class_id, id, void_reason);

CREATE INDEX ix_status_change_history_to_class_id_id_void_reason ON status_change_history (to_class_id, id, void_reason);

CREATE INDEX ix_status_change_history_certificate_number ON status_change_history (certificate_number);

CREATE INDEX ix_status_change_history_corrects_id_id_void_reason ON status_change_history (corrects_id, id, void_reason);

CREATE INDEX ix_status_change_history_county_id_id_void_reason ON status_change_history (county_id, id, void_reason);

CREATE INDEX ix_status_change_history_unit_id_id_void_reason ON status_change_history (unit_id, id, void_reason);

CREATE INDEX ix_status_change_history_effective_on_id ON status_change_history (effective_on, id);

CREATE INDEX ix_status_change_history_county_id_effective_on_id ON status_change_history (county_id, effective_on, id);

CREATE INDEX ix_status_change_history_unit_id_effective_on_id ON status_change_history (unit_id, effective_on, id);

CREATE INDEX ix_status_change_history_category ON status_change_history (category);

CREATE INDEX ix_status_change_history_from_status ON status_change_history (from_status);

CREATE INDEX ix_status_change_history_to_status ON status_change_history (to_status);

CREATE INDEX ix_status_change_history_to_grade ON status_change_history (to_grade);

CREATE INDEX ix_status_change_history_approval_number ON status_change_history (approval_number);

DROP TRIGGER IF EXISTS keep_status_change_history;

CREATE TRIGGER keep_status_change_history AFTER UPDATE ON status_change
WHEN new.position <> old.position BEGIN
    INSERT INTO status_change_history (id, version, position, void_reason, student_id, category, effective_on, reason, approved_on, approval_number, from_status, to_status, from_school_id, to_school_id, elsewhere, from_grade, to_grade, from_class_id, to_class_id, until, certificate_number, note, corrects_id, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.category, old.effective_on, old.reason, old.approved_on, old.approval_number, old.from_status, old.to_status, old.from_school_id, old.to_school_id, old.elsewhere, old.from_grade, old.to_grade, old.from_class_id, old.to_class_id, old.until, old.certificate_number, old.note, old.corrects_id, old.county_id, old.unit_id, new.position);
END;

