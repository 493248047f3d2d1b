-- Only its owner may have PostgreSQL look at a table, and the role that fills it owns none.
CREATE FUNCTION take_statistics(relation text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    EXECUTE format('ANALYZE %I', relation);
END $$;
