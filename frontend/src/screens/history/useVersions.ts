import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { ConsoleHistoryQuery } from '../../gql/graphql';

const VERSIONS = graphql(`
  query ConsoleHistory($id: ID!, $first: Int!, $before: String) {
    recordHistory(id: $id, first: $first, before: $before) {
      versions {
        position
        at
        verb
        verbLabel
        byName
        fields
      }
      hasMore
    }
  }
`);

export type Version = NonNullable<ConsoleHistoryQuery['recordHistory']>['versions'][number];

/** The newest versions of a record, and one more, against which the last of them is held. */
export function useVersions(id: string, first: number) {
  const [{ data, error, fetching }, again] = useQuery({
    query: VERSIONS,
    variables: { id, first: first + 1, before: null },
    requestPolicy: 'cache-and-network',
  });
  const all = data?.recordHistory?.versions ?? [];
  return {
    versions: all.slice(0, first),
    previousOf: (version: Version): Version | undefined => all[all.indexOf(version) + 1],
    hasMore: all.length > first,
    isAsking: fetching && data === undefined,
    error: data === undefined ? error : undefined,
    retry: () => again({ requestPolicy: 'network-only' }),
  };
}
