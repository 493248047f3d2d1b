import { useCallback, useMemo, useRef } from 'react';
import { type CombinedError, useClient } from 'urql';
import { newKey } from '../../api/newKey';
import { ASIDE } from '../../api/aside';
import { isAway } from '../../api/watching';
import type { Action, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { actionDocument, type Outcome } from '../../documents/documents';

export type Answer =
  | { readonly name: 'answered'; readonly outcome: Outcome }
  /** The server was not reached: nobody knows whether it was done, so the same key is sent again. */
  | { readonly name: 'away' }
  /** Nobody was signed in any more, and nothing was done. */
  | { readonly name: 'ended' }
  | { readonly name: 'failed'; readonly error: CombinedError };

/** Sends a verb's input. The same content keeps its key until it is answered, so that it is never done twice. */
export function useSend(kind: Kind, action: Action, paths: readonly string[], isOfMany = false) {
  const catalogue = useCatalogue();
  const client = useClient();
  const keys = useRef(new Map<string, string>());
  const document = useMemo(() => actionDocument(catalogue, kind, action, paths), [catalogue, kind, action, paths]);
  return useCallback(
    async (input: Record<string, unknown>): Promise<Answer> => {
      const content = JSON.stringify(input);
      const idempotencyKey = keys.current.get(content) ?? newKey();
      keys.current.set(content, idempotencyKey);
      const { data, error } = await client.mutation(document, { input: { ...input, idempotencyKey } }, isOfMany ? ASIDE : {}).toPromise();
      if (data?.outcome == null && (error === undefined || isAway(error))) return { name: 'away' };
      if (error !== undefined && hasEnded(error)) return { name: 'ended' };
      if (data?.outcome == null) return { name: 'failed', error: error! };
      keys.current.delete(content);
      return { name: 'answered', outcome: data.outcome };
    },
    [client, document, isOfMany],
  );
}

function hasEnded(error: CombinedError): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED');
}
