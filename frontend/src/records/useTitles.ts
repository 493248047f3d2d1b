import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useCatalogue } from '../catalogue/context';
import { titleOf } from '../documents/values';
import { titlesDocument } from './titlesDocument';

/** What records of several kinds are called, by their ids: those that one may see. */
export function useTitles(some: readonly string[]): ReadonlyMap<string, string> {
  const catalogue = useCatalogue();
  const key = [...new Set(some)].filter((id) => catalogue.kindOfId(id)?.singular != null).join(' ');
  const ids = useMemo(() => key.split(' ').filter(Boolean), [key]);
  const query = useMemo(() => titlesDocument(catalogue, ids), [catalogue, ids]);
  const [{ data }] = useQuery({ query, variables: { ids }, pause: ids.length === 0 });
  return useMemo(() => {
    const named = (data?.nodes ?? []).flatMap((row) => {
      const kind = row === null ? undefined : catalogue.kindOfId(row.id);
      const title = kind && titleOf(catalogue, kind, row ?? undefined);
      return row === null || !title ? [] : [[row.id, title] as const];
    });
    return new Map(named);
  }, [catalogue, data]);
}
