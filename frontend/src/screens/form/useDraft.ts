import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useViewer } from '../../session/SessionGate';
import type { Values } from './content';
import { type Draft, findDraft, forgetDraft, keepDraft } from './drafts';

const PAUSE = 400;

/** Keeps what is typed under a key, and finds what was typed there before. A browser that keeps nothing keeps no draft. */
export function useDraft(key: string) {
  const { username: account } = useViewer();
  const full = `${account}|${key}`;
  const [found, setFound] = useState<Draft>();
  const isOver = useRef(false);
  useEffect(() => {
    void findDraft(full, account).then(setFound, () => undefined);
  }, [full, account]);
  const keep = useDebouncedCallback((values: Values) => {
    if (isOver.current) return;
    const isEmpty = Object.keys(values).length === 0;
    const draft = { account, values, at: new Date().toISOString() };
    void (isEmpty ? forgetDraft(full) : keepDraft(full, draft)).catch(() => undefined);
  }, { delay: PAUSE, flushOnUnmount: true });
  const forget = () => {
    isOver.current = true;
    void forgetDraft(full).catch(() => undefined);
  };
  const discard = () => {
    setFound(undefined);
    void forgetDraft(full).catch(() => undefined);
  };
  return { found, keep, forget, discard, close: () => setFound(undefined) };
}
