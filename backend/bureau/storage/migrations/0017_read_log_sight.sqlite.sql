ALTER TABLE read_log ADD COLUMN beyond TEXT;

