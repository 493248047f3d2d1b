import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { connection } from '../api/connection';
import { newKey } from '../api/newKey';
import { useStore } from '../api/useStore';
import { isAway } from '../api/watching';
import { useViewer } from '../session/SessionGate';
import { MARK_ATTENDANCE } from './documents';
import { inputOf, keyOf, type Sheet } from './sheet';
import { forgetSheet, keepSheet, sheetsOf } from './sheets';

/** What became of sending: done, kept until the server is there again, or refused with the reason. */
export type Sent = { readonly name: 'done' | 'kept' } | { readonly name: 'refused'; readonly reason: string };

const AGAIN = 5000;

/**
 * What is written and not sent yet. A browser that keeps nothing sends as long as the page is open.
 *
 * What is to be sent is sent again by itself until the server has answered, under the same key, so that it is done once.
 */
export function useSheets() {
  const { username: account } = useViewer();
  const client = useClient();
  const [kept, setKept] = useState<readonly Sheet[]>([]);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const sending = useRef(new Set<string>());
  const state = useStore(connection);

  useEffect(() => {
    void sheetsOf(account).then(setKept, () => undefined);
  }, [account]);

  const keep = useCallback((sheet: Sheet) => {
    setKept((all) => [...all.filter((other) => keyOf(other) !== keyOf(sheet)), sheet]);
    void keepSheet(sheet).catch(() => undefined);
  }, []);

  const forget = useCallback((sheet: Sheet) => {
    setKept((all) => all.filter((other) => keyOf(other) !== keyOf(sheet)));
    void forgetSheet(sheet).catch(() => undefined);
  }, []);

  const send = useCallback(
    async (sheet: Sheet): Promise<Sent> => {
      const ready = sheet.key === '' ? { ...sheet, key: newKey() } : sheet;
      const place = keyOf(ready);
      if (sending.current.has(place)) return { name: 'kept' };
      sending.current.add(place);
      keep(ready);
      try {
        const { data, error } = await client.mutation(MARK_ATTENDANCE, { input: inputOf(ready) }).toPromise();
        if (data?.outcome == null && (error === undefined || isAway(error))) return { name: 'kept' };
        if (data?.outcome == null) return { name: 'refused', reason: error!.message };
        const reasons = data.outcome.errors.map(({ message }) => message);
        if (reasons.length > 0) {
          keep({ ...ready, key: '' });
          return { name: 'refused', reason: [...new Set(reasons)].join(' ') };
        }
        forget(ready);
        return { name: 'done' };
      } finally {
        sending.current.delete(place);
      }
    },
    [client, keep, forget],
  );

  const waiting = kept.filter(({ key }) => key !== '');
  useEffect(() => {
    if (waiting.length === 0) return;
    const again = async () => {
      for (const sheet of waiting) {
        const sent = await send(sheet);
        if (sent.name === 'refused') setRefusals((all) => [...all, `${sheet.name} ${sheet.day}: ${sent.reason}`]);
        if (sent.name === 'kept') return;
      }
    };
    const timer = setTimeout(() => void again(), state === 'there' ? 0 : AGAIN);
    const online = () => void again();
    globalThis.addEventListener('online', online);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener('online', online);
    };
  });

  return { kept, waiting: waiting.length, refusals, keep, send };
}
