import { useCallback, useEffect, useMemo, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { type Asked, listDocument, type Row } from '../../documents/documents';
import { gridRoute } from '../../router';
import type { Plan } from './plan';

const PAGE = 200;

/** The records of the list that the address says, page after page; a record that was saved takes its place. */
export function useRecords(kind: Kind, plan: Plan) {
  const client = useClient();
  const catalogue = useCatalogue();
  const { search, filter, order } = gridRoute.useSearch();
  const document = useMemo(() => listDocument(catalogue, kind, plan.paths), [catalogue, kind, plan]);
  const sought = useMemo(() => ({ search, filter, orderBy: order }), [search, JSON.stringify(filter), order]);
  const [records, setRecords] = useState<readonly Row[]>();
  const [next, setNext] = useState<string>();
  const [error, setError] = useState<CombinedError>();

  const load = useCallback(
    async (after: string | undefined) => {
      const { data, error: trouble } = await client
        .query(document, given({ ...sought, first: PAGE, after }), { requestPolicy: 'network-only' })
        .toPromise();
      setError(trouble);
      if (data === undefined) return;
      const { nodes, pageInfo } = data.list;
      setRecords((before) => (after === undefined ? nodes : [...(before ?? []), ...nodes]));
      setNext(pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined);
    },
    [client, document, sought],
  );
  useEffect(() => void load(undefined), [load]);
  const put = useCallback((record: Row) => {
    setRecords((before = []) => {
      const isKnown = before.some(({ id }) => id === record.id);
      return isKnown ? before.map((each) => (each.id === record.id ? record : each)) : [...before, record];
    });
  }, []);
  return { records, error, put, retry: () => void load(undefined), more: next === undefined ? undefined : () => void load(next) };
}

function given(asked: { [K in keyof Asked]?: Asked[K] | undefined }): Asked {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as unknown as Asked;
}
