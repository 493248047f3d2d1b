import { useMemo } from 'react';
import { useQuery } from 'urql';
import { type Action, hasForm, type Kind } from '../../catalogue/catalogue';
import { graphql } from '../../gql';

export const ALLOWED = graphql(`
  query ConsoleAllowed($ids: [ID!]!) {
    allowedActions(ids: $ids) {
      id
      actions
    }
  }
`);

/** The verbs that one may use on a record, those that make it void last. */
export function useAllowed(kind: Kind, id: string, isPast: boolean): readonly Action[] {
  const [{ data }] = useQuery({ query: ALLOWED, variables: useMemo(() => ({ ids: [id] }), [id]), pause: isPast });
  if (isPast) return [];
  const names = new Set(data?.allowedActions.find((each) => each.id === id)?.actions);
  const allowed = kind.actions.filter((action) => action.subject != null && names.has(action.name) && hasForm(action));
  return [...allowed.filter(({ verb }) => verb !== 'VOID'), ...allowed.filter(({ verb }) => verb === 'VOID')];
}
