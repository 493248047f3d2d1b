import { useCallback, useEffect, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { ConsoleImportFindingsQuery, FindingSort } from '../../gql/graphql';
import { FINDINGS } from './documents';

export type Finding = NonNullable<ConsoleImportFindingsQuery['importRun']>['findings']['nodes'][number];

const PAGE = 200;

interface Loaded {
  readonly of: string;
  readonly rows: readonly Finding[];
  readonly next: string | undefined;
}

/** The findings of a run, of one sort or of all, page after page as they are looked at. */
export function useFindings(run: string, version: number, sort: FindingSort | undefined) {
  const client = useClient();
  const of = `${run}/${version}/${sort ?? ''}`;
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<CombinedError>();
  const current = loaded?.of === of ? loaded : undefined;

  const load = useCallback(
    async (after: string | undefined) => {
      const filter = sort === undefined ? null : { sort: { eq: sort } };
      const variables = { id: run, first: PAGE, after: after ?? null, filter };
      const { data, error: trouble } = await client.query(FINDINGS, variables, { requestPolicy: 'network-only' }).toPromise();
      setError(trouble);
      const page = data?.importRun?.findings;
      if (page === undefined) return;
      const next = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
      setLoaded((before) => ({ of, next, rows: [...(after !== undefined && before?.of === of ? before.rows : []), ...page.nodes] }));
    },
    [client, run, sort, of],
  );
  useEffect(() => void load(undefined), [load]);
  const next = current?.next;
  return { rows: current?.rows, error, retry: () => void load(undefined), more: next === undefined ? undefined : () => void load(next) };
}
