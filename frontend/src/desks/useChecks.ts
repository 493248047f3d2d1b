import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { ASIDE } from '../api/aside';
import type { AnyBench, Findings, Item } from './desk';

/** So many are looked at by one request. */
const AT_ONCE = 50;

/** What the rules say of the items of a queue: of each once, and anew of the one that is looked at. */
export function useChecks(document: AnyBench['checks'], items: readonly Item[], current: string | undefined): Findings {
  const client = useClient();
  const [findings, setFindings] = useState<Findings>(new Map());
  const asked = useRef(new Set<string>());
  const ask = useCallback(
    async (ids: readonly string[]) => {
      if (document === undefined || ids.length === 0) return;
      for (const id of ids) asked.current.add(id);
      const { data } = await client.query(document, { ids: [...ids] }, { ...ASIDE, requestPolicy: 'network-only' }).toPromise();
      if (data) setFindings((now) => new Map([...now, ...data.checks.map((each) => [each.id, each.findings] as const)]));
      else for (const id of ids) asked.current.delete(id);
    },
    [client, document],
  );
  useEffect(() => {
    if (current !== undefined) void ask([current]);
  }, [current, ask]);
  useEffect(() => {
    const ids = items.map(({ id }) => id).filter((id) => !asked.current.has(id));
    for (let from = 0; from < ids.length; from += AT_ONCE) void ask(ids.slice(from, from + AT_ONCE));
  }, [items, ask]);
  return findings;
}
