import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import type { Catalogue } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { type Asked, listDocument, type Row } from '../../documents/documents';
import { titleOf, valueAt } from '../../documents/values';
import { CODES } from '../../fields/coded/useCodes';
import { asked, type Candidate, candidate } from '../../fields/record/useCandidates';
import { type Found, fullOf, meant } from './meant';
import type { Known, Named } from '../../grid/reading';
import { useLanguage } from '../../words/useLanguage';
import type { Plan } from './plan';

/** Among how many records one is looked for that no search box finds. */
const AMONG = 200;

/** What is known of codes and of other records: those that the rows name, and those that were looked up. */
export function useKnown(plan: Plan, records: readonly Row[] | undefined) {
  const language = useLanguage();
  const catalogue = useCatalogue();
  const codes = useTables(plan);
  const [looked, setLooked] = useState<ReadonlyMap<string, Found>>(new Map());
  const named = useMemo(() => namedBy(catalogue, plan, records ?? []), [catalogue, plan, records]);
  const known = useMemo(
    (): Known => ({
      language,
      codes: (table) => codes.get(table),
      record: (kind, text) => looked.get(keyed(kind, text)) ?? named.get(keyed(kind, text)),
      title: (value) => titleOf(catalogue, catalogue.kindOfId((value as Row).id), value as Row),
    }),
    [language, codes, looked, named, catalogue],
  );
  const learn = useCallback((kind: string, candidates: readonly Candidate[]) => {
    setLooked((before) => new Map([...before, ...candidates.map((each) => [keyed(kind, fullOf(each)), each.id] as const)]));
  }, []);
  return { known, learn, lookUp: useLookUp(setLooked) };
}

function keyed(kind: string, text: string): string {
  return `${kind}/${text}`;
}

function useTables(plan: Plan): ReadonlyMap<string, readonly Named[]> {
  const client = useClient();
  const [codes, setCodes] = useState<ReadonlyMap<string, readonly Named[]>>(new Map());
  useEffect(() => {
    const tables = new Set(plan.columns.flatMap(({ held }) => held.codeTable ?? []));
    for (const table of tables) {
      void client.query(CODES, { table }).toPromise().then(({ data }) => {
        const today = new Date().toISOString().slice(0, 10);
        const inForce = (data?.codeEntries.nodes ?? []).filter(
          ({ validFrom, validUntil }) => (validFrom ?? '') <= today && today < (validUntil ?? '9999'),
        );
        const all = inForce.map(({ code, english, chinese }) => ({ code, en: english, zh: chinese }));
        setCodes((before) => new Map([...before, [table, all]]));
      });
    }
  }, [client, plan]);
  return codes;
}

/** The records that the rows name already, by what they are called. */
function namedBy(catalogue: Catalogue, plan: Plan, records: readonly Row[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const { held, path } of plan.columns) {
    if (held.type !== 'One' || path === undefined || held.target == null) continue;
    for (const record of records) {
      const value = valueAt(record, path) as Row | null | undefined;
      if (value == null) continue;
      const key = keyed(held.target, titleOf(catalogue, catalogue.kindOfId(value.id), value));
      const before = found.get(key);
      found.set(key, before === undefined || before === value.id ? value.id : 'several');
    }
  }
  return found;
}

/** Looks up which record of a kind a text means, once for each. */
function useLookUp(setLooked: (change: (before: ReadonlyMap<string, Found>) => ReadonlyMap<string, Found>) => void) {
  const client = useClient();
  const catalogue = useCatalogue();
  const [sought] = useState(() => new Set<string>());
  return useCallback(
    (kindName: string, text: string) => {
      const kind = catalogue.kind(kindName);
      const key = keyed(kindName, text);
      if (kind?.plural == null || sought.has(key)) return;
      sought.add(key);
      const document = listDocument(catalogue, kind, kind.columns);
      const find = async (variables: Asked, isSought: boolean): Promise<Found | undefined> => {
        const { data } = await client.query(document, variables).toPromise();
        const all = data?.list.nodes.map((row) => candidate(catalogue, kind, row));
        return all && meant(all, text, isSought);
      };
      const search = async () => {
        const found = await find(asked(kind, text), true);
        // Where no search box finds a record by what it is called, it is looked for among the first ones.
        const last = found === 'none' && !kind.isSearched ? await find({ first: AMONG }, false) : found;
        if (last === undefined) sought.delete(key);
        else setLooked((before) => new Map([...before, [key, last]]));
      };
      void search();
    },
    [client, catalogue, sought, setLooked],
  );
}

