import { useMemo } from 'react';
import { gql, useQuery } from 'urql';
import type { Kind, List } from '../../catalogue/catalogue';

/** Where counting stops: beyond it, how many there are says little. */
const MOST = 1000;

/** How many records each list has, by its name. */
export type Counts = Readonly<Record<string, string>>;

type Told = { record: Record<string, { totalCount: number } | string> | null };

/** How many records each list of a record has, asked at once and apart from what is in them; undefined while asked. */
export function useCounts(kind: Kind, id: string, lists: readonly List[], asOf: string | undefined): Counts | undefined {
  const names = lists.map(({ name }) => name).join(' ');
  const document = useMemo(() => {
    const counted = names.split(' ').map((name) => `${name}(first: 0) { totalCount(upTo: ${MOST}) }`);
    return gql<Told, { id: string; asOf: string | null }>(`query ${kind.name}Counts($id: ID!, $asOf: DateTime) {
      record: ${kind.singular}(id: $id, asOf: $asOf) { id ${names === '' ? '' : counted.join(' ')} }
    }`);
  }, [kind, names]);
  const [{ data, fetching }] = useQuery({ query: document, variables: { id, asOf: asOf ?? null }, pause: names === '' });
  if (data?.record == null) return fetching ? undefined : {};
  return Object.fromEntries(
    Object.entries(data.record).flatMap(([name, list]) => (typeof list === 'string' ? [] : [[name, countOf(list.totalCount)]])),
  );
}

function countOf(total: number): string {
  return total >= MOST ? `${MOST}+` : String(total);
}
