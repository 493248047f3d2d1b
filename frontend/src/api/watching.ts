import { type CombinedError, type Exchange, type Operation, mapExchange } from 'urql';
import { beginWaiting, endWaiting } from './asking';
import { connection, sessionEnded } from './connection';
import { actFor } from './unit';

/** What says that the session does not do any more: it is over, or a duty came up that signing in leads through. */
const OVER = new Set<unknown>(['UNAUTHENTICATED', 'DUTY_FIRST']);

/** Notices when the server is out of reach and when session or unit have ended; knows what failed by the former. */
export function watching(failed: Map<number, Operation>): Exchange {
  return mapExchange({
    onOperation({ kind, key }) {
      if (kind === 'query') beginWaiting(key);
      else if (kind === 'teardown') {
        failed.delete(key);
        endWaiting(key);
      }
    },
    onResult({ operation, error, stale }) {
      if (!stale) endWaiting(operation.key);
      const isOut = isAway(error);
      if (isOut && operation.kind === 'query') failed.set(operation.key, operation);
      else failed.delete(operation.key);
      if (!isAborted(error)) connection.set(isOut ? 'away' : 'there');
      const codes = error?.graphQLErrors.map((each) => each.extensions['code']) ?? [];
      if (codes.some((code) => OVER.has(code))) sessionEnded.set(true);
      // What was held at the unit has ended: whatever is asked next is asked for all units.
      if (codes.includes('UNIT_NOT_HELD')) actFor(undefined);
    },
  });
}

/** Whether there was no answer at all, or one that came from something on the way to the server. */
export function isAway(error: CombinedError | undefined): boolean {
  return error?.networkError !== undefined && error.graphQLErrors.length === 0 && !isAborted(error);
}

function isAborted(error: CombinedError | undefined): boolean {
  return error?.networkError?.name === 'AbortError';
}
