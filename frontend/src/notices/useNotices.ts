import { useMutation, useQuery } from 'urql';
import type { ConsoleNoticesQuery } from '../gql/graphql';
import { useLive } from '../live/useLive';
import { MARK_READ, NOTICES, NOTICES_CHANGED } from './documents';

export type Notice = ConsoleNoticesQuery['notices']['nodes'][number];

const SHOWN = 30;

/** What one is told, the newest first, and how much of it is unread. */
export function useNotices({ pause = false }: { readonly pause?: boolean } = {}) {
  const [{ data, error }, again] = useQuery({ query: NOTICES, variables: { first: SHOWN }, pause });
  const [, markRead] = useMutation(MARK_READ);
  const refresh = () => again({ requestPolicy: 'network-only' });
  useLive(NOTICES_CHANGED, {}, refresh, { pause });
  const notices = data?.notices.nodes ?? [];
  const read = async (some: readonly Notice[]) => {
    const unread = some.filter(({ state }) => state === 'UNREAD');
    for (const { id } of unread) await markRead({ input: { id } });
  };
  return { notices, unread: data?.unread.totalCount ?? 0, error, refresh, read };
}
