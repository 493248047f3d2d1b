import { useState } from 'react';
import { useClient } from 'urql';
import { useKind } from '../catalogue/context';
import { useLabel } from '../words/words';
import { checked } from './checked';

/** Waits for the content of a file to be looked at; says in the words of the catalogue why it was refused. */
export function useChecked(onReady: (id: string) => void) {
  const client = useClient();
  const label = useLabel();
  const objections = useKind('File')?.fields.find(({ name }) => name === 'objection')?.states ?? [];
  const [refused, setRefused] = useState<string>();
  const begin = async (id: string) => {
    const objection = await checked(client, id);
    if (objection === undefined) return onReady(id);
    const state = objections.find(({ name }) => name === objection);
    setRefused(state === undefined ? objection : label(state.label));
  };
  return { begin, refused, clear: () => setRefused(undefined) };
}
