CREATE TABLE figure (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    void_reason TEXT,
    cube TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    part TEXT NOT NULL,
    english_label TEXT NOT NULL,
    chinese_label TEXT NOT NULL,
    value INTEGER,
    is_hidden INTEGER NOT NULL,
    counted_on TEXT NOT NULL,
    county_id INTEGER,
    unit_name_sort TEXT NOT NULL,
    CHECK (cube NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*'),
    CHECK (part NOT GLOB '*["\' || char(1) || '-' || char(31) || char(127) || ']*')
) STRICT;

CREATE INDEX ix_figure_unit_id_id_void_reason ON figure (unit_id, id, void_reason);

CREATE UNIQUE INDEX uq_figure_cube_unit_id_part ON figure (cube, unit_id, part) WHERE void_reason IS NULL;

CREATE INDEX ix_figure_county_id_id_void_reason ON figure (county_id, id, void_reason);

CREATE INDEX ix_figure_part_id ON figure (part, id);

CREATE INDEX ix_figure_county_id_part_id ON figure (county_id, part, id);

CREATE INDEX ix_figure_unit_id_part_id ON figure (unit_id, part, id);

CREATE INDEX ix_figure_unit_name_sort_id ON figure (unit_name_sort, id);

CREATE INDEX ix_figure_county_id_unit_name_sort_id ON figure (county_id, unit_name_sort, id);

CREATE INDEX ix_figure_unit_id_unit_name_sort_id ON figure (unit_id, unit_name_sort, id);

CREATE INDEX ix_figure_cube ON figure (cube);

CREATE INDEX ix_figure_value ON figure (value);

CREATE INDEX ix_figure_is_hidden ON figure (is_hidden);

CREATE INDEX ix_figure_counted_on ON figure (counted_on);

CREATE TABLE figure_history (
    id INTEGER,
    version INTEGER,
    position INTEGER,
    void_reason TEXT,
    cube TEXT,
    unit_id INTEGER,
    part TEXT,
    english_label TEXT,
    chinese_label TEXT,
    value INTEGER,
    is_hidden INTEGER,
    counted_on TEXT,
    county_id INTEGER,
    unit_name_sort TEXT,
    until_position INTEGER
) STRICT;

CREATE INDEX ix_figure_history_id_position ON figure_history (id, position);

CREATE INDEX ix_figure_history_unit_id_id_void_reason ON figure_history (unit_id, id, void_reason);

CREATE INDEX ix_figure_history_cube_unit_id_part ON figure_history (cube, unit_id, part) WHERE void_reason IS NULL;

CREATE INDEX ix_figure_history_county_id_id_void_reason ON figure_history (county_id, id, void_reason);

CREATE INDEX ix_figure_history_part_id ON figure_history (part, id);

CREATE INDEX ix_figure_history_county_id_part_id ON figure_history (county_id, part, id);

CREATE INDEX ix_figure_history_unit_id_part_id ON figure_history (unit_id, part, id);

CREATE INDEX ix_figure_history_unit_name_sort_id ON figure_history (unit_name_sort, id);

CREATE INDEX ix_figure_history_county_id_unit_name_sort_id ON figure_history (county_id, unit_name_sort, id);

CREATE INDEX ix_figure_history_unit_id_unit_name_sort_id ON figure_history (unit_id, unit_name_sort, id);

CREATE INDEX ix_figure_history_cube ON figure_history (cube);

CREATE INDEX ix_figure_history_value ON figure_history (value);

CREATE INDEX ix_figure_history_is_hidden ON figure_history (is_hidden);

CREATE INDEX ix_figure_history_counted_on ON figure_history (counted_on);

DROP TRIGGER IF EXISTS keep_figure_history;

CREATE TRIGGER keep_figure_history AFTER UPDATE ON figure
WHEN new.position <> old.position BEGIN
    INSERT INTO figure_history (id, version, position, void_reason, cube, unit_id, part, english_label, chinese_label, value, is_hidden, counted_on, county_id, unit_name_sort, until_position)
    VALUES (old.id, old.version, old.position, old.void_reason, old.cube, old.unit_id, old.part, old.english_label, old.chinese_label, old.value, old.is_hidden, old.counted_on, old.county_id, old.unit_name_sort, new.position);
END;

