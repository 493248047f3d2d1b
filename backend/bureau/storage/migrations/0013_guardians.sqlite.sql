CREATE INDEX ix_person_phone_digest ON person (phone_digest) WHERE phone_digest IS NOT NULL;

CREATE TABLE guardian_invitation (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    student_id INTEGER NOT NULL REFERENCES student (id),
    digest TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    tries INTEGER NOT NULL,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (digest NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_guardian_invitation_student_id_id_void_reason ON guardian_invitation (student_id, id, void_reason);

CREATE UNIQUE INDEX uq_guardian_invitation_digest ON guardian_invitation (digest);

CREATE INDEX ix_guardian_invitation_county_id_id_void_reason ON guardian_invitation (county_id, id, void_reason);

CREATE INDEX ix_guardian_invitation_unit_id_id_void_reason ON guardian_invitation (unit_id, id, void_reason);

CREATE INDEX ix_guardian_invitation_expires_at_id ON guardian_invitation (expires_at, id);

CREATE INDEX ix_guardian_invitation_county_id_expires_at_id ON guardian_invitation (county_id, expires_at, id);

CREATE INDEX ix_guardian_invitation_unit_id_expires_at_id ON guardian_invitation (unit_id, expires_at, id);

CREATE TABLE guardian_invitation_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    student_id INTEGER,
    digest TEXT,
    made_at TEXT,
    expires_at TEXT,
    tries INTEGER,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_guardian_invitation_history_id_position ON guardian_invitation_history (id, position);

CREATE INDEX ix_guardian_invitation_history_student_id_id_void_reason ON guardian_invitation_history (student_id, id, void_reason);

CREATE INDEX ix_guardian_invitation_history_digest ON guardian_invitation_history (digest);

CREATE INDEX ix_guardian_invitation_history_county_id_id_void_reason ON guardian_invitation_history (county_id, id, void_reason);

CREATE INDEX ix_guardian_invitation_history_unit_id_id_void_reason ON guardian_invitation_history (unit_id, id, void_reason);

CREATE INDEX ix_guardian_invitation_history_expires_at_id ON guardian_invitation_history (expires_at, id);

CREATE INDEX ix_guardian_invitation_history_county_id_expires_at_id ON guardian_invitation_history (county_id, expires_at, id);

CREATE INDEX ix_guardian_invitation_history_unit_id_expires_at_id ON guardian_invitation_history (unit_id, expires_at, id);

DROP TRIGGER IF EXISTS keep_guardian_invitation_history;

CREATE TRIGGER keep_guardian_invitation_history AFTER UPDATE ON guardian_invitation
WHEN new.position <> old.position BEGIN
    INSERT INTO guardian_invitation_history (id, version, position, void_reason, student_id, digest, made_at, expires_at, tries, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.student_id, old.digest, old.made_at, old.expires_at, old.tries, old.county_id, old.unit_id, new.position);
END;

CREATE TABLE guardian_binding (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    guardianship_id INTEGER NOT NULL REFERENCES guardianship (id),
    student_id INTEGER NOT NULL REFERENCES student (id),
    state TEXT NOT NULL,
    bound_at TEXT NOT NULL,
    note TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    CHECK (state NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_guardian_binding_account_id_id_void_reason ON guardian_binding (account_id, id, void_reason);

CREATE INDEX ix_guardian_binding_guardianship_id_id_void_reason ON guardian_binding (guardianship_id, id, void_reason);

CREATE INDEX ix_guardian_binding_student_id_id_void_reason ON guardian_binding (student_id, id, void_reason);

CREATE UNIQUE INDEX uq_guardian_binding_account_id_guardianship_id ON guardian_binding (account_id, guardianship_id) WHERE void_reason IS NULL;

CREATE INDEX ix_guardian_binding_county_id_id_void_reason ON guardian_binding (county_id, id, void_reason);

CREATE INDEX ix_guardian_binding_unit_id_id_void_reason ON guardian_binding (unit_id, id, void_reason);

CREATE INDEX ix_guardian_binding_bound_at_id ON guardian_binding (bound_at, id);

CREATE INDEX ix_guardian_binding_county_id_bound_at_id ON guardian_binding (county_id, bound_at, id);

CREATE INDEX ix_guardian_binding_unit_id_bound_at_id ON guardian_binding (unit_id, bound_at, id);

CREATE INDEX ix_guardian_binding_state ON guardian_binding (state);

CREATE TABLE guardian_binding_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    account_id INTEGER,
    guardianship_id INTEGER,
    student_id INTEGER,
    state TEXT,
    bound_at TEXT,
    note TEXT,
    county_id INTEGER,
    unit_id INTEGER,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_guardian_binding_history_id_position ON guardian_binding_history (id, position);

CREATE INDEX ix_guardian_binding_history_account_id_id_void_reason ON guardian_binding_history (account_id, id, void_reason);

CREATE INDEX ix_guardian_binding_history_guardianship_id_id_void_reason ON guardian_binding_history (guardianship_id, id, void_reason);

CREATE INDEX ix_guardian_binding_history_student_id_id_void_reason ON guardian_binding_history (student_id, id, void_reason);

CREATE INDEX ix_guardian_binding_history_account_id_guardianship_id ON guardian_binding_history (account_id, guardianship_id) WHERE void_reason IS NULL;

CREATE INDEX ix_guardian_binding_history_county_id_id_void_reason ON guardian_binding_history (county_id, id, void_reason);

CREATE INDEX ix_guardian_binding_history_unit_id_id_void_reason ON guardian_binding_history (unit_id, id, void_reason);

CREATE INDEX ix_guardian_binding_history_bound_at_id ON guardian_binding_history (bound_at, id);

CREATE INDEX ix_guardian_binding_history_county_id_bound_at_id ON guardian_binding_history (county_id, bound_at, id);

CREATE INDEX ix_guardian_binding_history_unit_id_bound_at_id ON guardian_binding_history (unit_id, bound_at, id);

CREATE INDEX ix_guardian_binding_history_state ON guardian_binding_history (state);

DROP TRIGGER IF EXISTS keep_guardian_binding_history;

CREATE TRIGGER keep_guardian_binding_history AFTER UPDATE ON guardian_binding
WHEN new.position <> old.position BEGIN
    INSERT INTO guardian_binding_history (id, version, position, void_reason, account_id, guardianship_id, student_id, state, bound_at, note, county_id, unit_id, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.account_id, old.guardianship_id, old.student_id, old.state, old.bound_at, old.note, old.county_id, old.unit_id, new.position);
END;

