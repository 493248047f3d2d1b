-- What is erased of a void record goes from its past too, which its writing role may not change and nobody else does.
CREATE FUNCTION erase_past(relation text, identities bigint[], erased text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    sets text;
BEGIN
    SELECT string_agg(format('%I = s.%I', name, name), ', ') INTO sets FROM unnest(erased) AS name;
    PERFORM set_config('bureau.erases', relation, true);
    EXECUTE format(
        'UPDATE %I AS d SET %s FROM %I AS s WHERE d.id = s.id AND s.void_reason IS NOT NULL AND s.id = ANY($1)',
        relation || '_history', sets, relation
    ) USING identities;
    PERFORM set_config('bureau.erases', '', true);
END $$;

REVOKE EXECUTE ON FUNCTION erase_past(text, bigint[], text[]) FROM PUBLIC;
