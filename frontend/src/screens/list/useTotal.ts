import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { Kind } from '../../catalogue/catalogue';
import { totalDocument } from '../../documents/documents';
import type { Sought } from './useRows';

/** How many there are, asked once the first rows are there: undefined until it is known, null where it cannot be. */
export function useTotal(kind: Kind, all: Sought, mayAsk: boolean): number | null | undefined {
  const { orderBy: _, ...sought } = all;
  const document = useMemo(() => totalDocument(kind), [kind]);
  const [{ data, error, stale, fetching }] = useQuery({ query: document, variables: sought, pause: !mayAsk });
  if (!mayAsk || (fetching && !stale)) return undefined;
  return error === undefined ? data?.list.totalCount : null;
}
