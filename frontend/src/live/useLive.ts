import { useEffect, useRef } from 'react';
import { type AnyVariables, type TypedDocumentNode, useSubscription } from 'urql';
import { socketsOpened } from '../api/connection';
import { useStore } from '../api/useStore';

/** Events that come together are one. */
const GATHERED = 150;

/** Ask again whenever something of the subscription happens, and whenever its socket had to be opened anew. */
export function useLive<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  again: () => void,
  { pause = false }: { readonly pause?: boolean } = {},
): void {
  const asking = useRef(again);
  asking.current = again;
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = useRef(() => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => asking.current(), GATHERED);
  });
  useSubscription<Data, Data, Variables>({ query, variables, pause } as never, (_before, event) => {
    soon.current();
    return event;
  });
  const opened = useStore(socketsOpened);
  const first = useRef(opened);
  useEffect(() => {
    if (opened !== first.current && !pause) soon.current();
  }, [opened, pause]);
  useEffect(() => () => clearTimeout(waiting.current), []);
}
