import { useMemo, useState } from 'react';
import { type CombinedError, useQuery } from 'urql';
import type { Action, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { recordDocument, type Row } from '../../documents/documents';

/** The paths to what a verb's arguments have now, and to the record's own list. */
export function pathsOf(kind: Kind, action: Action): readonly string[] {
  return [...new Set([...action.arguments.flatMap(({ path }) => path ?? []), ...kind.columns])];
}

interface Subject {
  readonly record: Row | null;
  readonly isReading: boolean;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

/** The record that a verb acts on, read anew: what one changes is what stands there now, and stays while one types. */
export function useSubject(kind: Kind, action: Action, row: Row | undefined): Subject {
  const catalogue = useCatalogue();
  const isRead = action.subject != null && row !== undefined && kind.singular != null;
  const document = useMemo(() => recordDocument(catalogue, kind, pathsOf(kind, action)), [catalogue, kind, action]);
  const [{ data, error, fetching }, again] = useQuery({
    query: document,
    variables: { id: row?.id ?? '' },
    pause: !isRead,
    requestPolicy: 'network-only',
  });
  const [kept, keep] = useState<Row>();
  if (kept === undefined && data?.record != null) keep(data.record);
  const isReading = isRead && kept === undefined && data === undefined && (fetching || error === undefined);
  const failed = kept === undefined && data === undefined ? error : undefined;
  return { record: (isRead ? kept : row) ?? null, isReading, error: failed, retry: () => again() };
}
