import { gql } from 'urql';
import type { Client, Exchange, Operation, OperationResult } from 'urql';
import { filter, map, merge, pipe, share, type Source } from 'wonka';

/** For what must not be mixed with the present: the past of records, and many changes in a row. */
export const ASIDE = { aside: true };

/** What is asked as of another time has the ids of what is true now, and goes around what is kept by them. */
export function isAside({ context, variables }: Operation): boolean {
  const at = variables as { asOf?: unknown; on?: unknown } | undefined;
  return context['aside'] === true || at?.asOf != null || at?.on != null;
}

/** Keeps some operations from an exchange that keeps answers. */
export function unlessAside(exchange: Exchange): Exchange {
  return ({ forward, ...input }) =>
    (operations) => {
      const all = share(operations);
      let answers: Source<OperationResult> | undefined;
      const within = exchange({
        ...input,
        forward(asked) {
          answers = share(forward(merge([asked, filter(isAside)(all)])));
          return filter((result: OperationResult) => !isAside(result.operation))(answers);
        },
      });
      const kept = pipe(
        all,
        filter((operation) => !isAside(operation)),
        within,
      );
      return answers === undefined ? kept : merge([kept, filter((result: OperationResult) => isAside(result.operation))(answers)]);
    };
}

const SETTLE = gql('mutation Settle { settle }');

/** Answers here what tells the cache that much has changed: no server is asked. */
export const settling: Exchange =
  ({ forward }) =>
  (operations) => {
    const all = share(operations);
    const isSettling = ({ context }: Operation) => context['settles'] === true;
    const answered = pipe(
      all,
      filter(isSettling),
      map((operation): OperationResult => ({ operation, data: { settle: true }, stale: false, hasNext: false })),
    );
    return merge([answered, forward(filter((operation: Operation) => !isSettling(operation))(all))]);
  };

/** Have everything that is shown asked again, after changes that went around the cache. */
export async function settle(client: Client): Promise<void> {
  await client.mutation(SETTLE, {}, { settles: true }).toPromise();
}
