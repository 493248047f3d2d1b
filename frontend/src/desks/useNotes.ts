import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { findDraft, forgetDraft, keepDraft } from '../screens/form/drafts';
import { useViewer } from '../session/SessionGate';

const PAUSE = 400;

/** What is typed of each item of a queue: it stays while one looks at others, and as a draft until it is sent. */
export function useNotes(queue: string, id: string) {
  const { username: account } = useViewer();
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const keyOf = (of: string) => `${account}|${queue}|${of}`;
  const key = keyOf(id);
  useEffect(() => {
    const take = (note: unknown) => typeof note === 'string' && setNotes((now) => (id in now ? now : { ...now, [id]: note }));
    findDraft(key, account).then((draft) => take(draft?.values['note']), () => undefined);
  }, [key, id, account]);
  const keep = useDebouncedCallback((of: string, note: string) => {
    const kept = note === '' ? forgetDraft(of) : keepDraft(of, { account, values: { note }, at: new Date().toISOString() });
    kept.catch(() => undefined);
  }, PAUSE);
  const write = (note: string) => {
    setNotes((now) => ({ ...now, [id]: note }));
    keep(key, note);
  };
  const forget = () => {
    setNotes((now) => ({ ...now, [id]: '' }));
    keep.cancel();
    forgetDraft(key).catch(() => undefined);
  };
  return { note: notes[id] ?? '', write, forget };
}
