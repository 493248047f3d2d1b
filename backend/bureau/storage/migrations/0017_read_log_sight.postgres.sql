ALTER TABLE read_log ADD COLUMN beyond text;

