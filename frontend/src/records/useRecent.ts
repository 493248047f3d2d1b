import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { useCatalogue } from '../catalogue/context';
import type { Row } from '../documents/documents';
import { useViewer } from '../session/SessionGate';
import { count, recentIds, remember } from './recent';
import { titlesDocument } from './titlesDocument';

/** Notes that this record was opened. */
export function useRecent(id: string): void {
  const { username } = useViewer();
  const kind = useCatalogue().kindOfId(id)?.name;
  useEffect(() => remember(username, id), [username, id]);
  useEffect(() => {
    if (kind !== undefined) count(kind);
  }, [kind, id]);
}

/** What the records that I opened last are called, the last one first; asked once it is wanted. */
export function useRecentRecords(isWanted: boolean): { readonly rows: readonly Row[]; readonly isAsking: boolean } {
  const catalogue = useCatalogue();
  const { username } = useViewer();
  const ids = useMemo(() => recentIds(username), [username]);
  const query = useMemo(() => titlesDocument(catalogue, ids), [catalogue, ids]);
  const [{ data, fetching }] = useQuery({ query, variables: { ids }, pause: !isWanted || ids.length === 0 });
  return { rows: (data?.nodes ?? []).filter((row) => row !== null), isAsking: fetching && data === undefined };
}
