SELECT '{"totalCount":'||(
  SELECT count(*)::text
  FROM unit u3
  WHERE u3.void_reason IS NULL AND u3.category IN ('SCHOOL') AND u3.superior_id IS NOT NULL AND EXISTS (
    SELECT 1
    FROM unit u4
    WHERE u4.id = u3.superior_id AND u4.code = $1::text))||'}', '{"totalCount":'||(
  SELECT count(*)::text
  FROM unit u8
  WHERE u8.void_reason IS NULL AND u8.category IN ('SCHOOL') AND u8.superior_id IS NOT NULL AND EXISTS (
    SELECT 1
    FROM unit u9
    WHERE u9.id = u8.superior_id AND u9.code = $2::text))||'}', '"Query"', pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1
