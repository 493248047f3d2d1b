import { useEffect, useMemo, useRef, useState } from 'react';
import { type CombinedError, useClient, useQuery } from 'urql';
import { useStore } from '../../api/useStore';
import { CHANGE_VIEW, KEEP_VIEW, REMOVE_VIEW, VIEWS } from './viewDocuments';
import { joined, knownViews, type View, viewFrom } from './views';

/** What the journal says of one that is removed. */
const REASON = 'Removed from the list.';

/** Why a view could not be kept, changed or removed; undefined if it was. */
export type Problem = string | undefined;

export interface Views {
  readonly all: readonly View[];
  /** Under a name that is taken it takes the place of what was there. */
  readonly keep: (view: View) => Promise<Problem>;
  readonly rename: (view: View, name: string) => Promise<Problem>;
  readonly remove: (view: View) => Promise<Problem>;
}

interface Answer {
  readonly data?: { readonly outcome: { readonly errors: readonly { readonly message: string }[] } } | undefined;
  readonly error?: CombinedError | undefined;
}

/** The views that somebody keeps of one kind, wherever they sign in; asked for once `mayAsk`, and known before. */
export function useViews(username: string, kind: string, mayAsk: boolean): Views {
  const client = useClient();
  const known = useMemo(() => knownViews(username, kind), [username, kind]);
  const all = useStore(known);
  const [{ data }, again] = useQuery({ query: VIEWS, variables: { kind }, pause: !mayAsk });
  useEffect(() => {
    if (data) known.set(joined(data.savedViews.nodes.flatMap(viewFrom), known.get()));
  }, [data, known]);
  const told = async (answer: Answer): Promise<Problem> => {
    if (answer.data === undefined) return answer.error?.message ?? '';
    const { errors } = answer.data.outcome;
    if (errors.length > 0) return errors.map(({ message }) => message).join(' ');
    again({ requestPolicy: 'network-only' });
    return undefined;
  };
  const make = async ({ name, search }: View) =>
    told(await client.mutation(KEEP_VIEW, { input: { recordKind: kind, name, search: JSON.stringify(search) } }).toPromise());
  const change = async (id: string, given: { name?: string; search?: string }) =>
    told(await client.mutation(CHANGE_VIEW, { input: { id, ...given } }).toPromise());
  const remove = async ({ id, name }: View) => {
    const problem = id === undefined ? undefined : await told(await client.mutation(REMOVE_VIEW, { input: { id, reason: REASON } }).toPromise());
    if (problem === undefined) known.set(known.get().filter((view) => view.name !== name));
    return problem;
  };
  const [isSending, setSending] = useState(false);
  const unsent = useRef(make);
  unsent.current = make;
  // What was kept here before the server kept views goes to it once.
  useEffect(() => {
    const [first] = data === undefined || isSending ? [] : all.filter(({ id }) => id === undefined);
    if (first === undefined) return;
    setSending(true);
    void unsent.current(first).then((problem) => setSending(problem !== undefined));
  }, [data, all, isSending]);
  return {
    all,
    keep: (view) => {
      const id = all.find(({ name }) => name === view.name)?.id;
      return id === undefined ? make(view) : change(id, { search: JSON.stringify(view.search) });
    },
    rename: async (view, name) => {
      const taken = all.find((other) => other.name === name && other !== view);
      const problem = taken === undefined ? undefined : await remove(taken);
      if (problem !== undefined) return problem;
      return view.id === undefined ? ((await make({ ...view, name })) ?? remove(view)) : change(view.id, { name });
    },
    remove,
  };
}
