import { useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { ASIDE, settle } from '../../api/aside';
import { newKey } from '../../api/newKey';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { actionDocument, type Outcome, type Problem, recordDocument, type Row } from '../../documents/documents';
import { each } from './each';
import type { Plan } from './plan';
import type { Change } from './rows';

/** So many rows are on their way at once. */
const AT_ONCE = 4;

/** What became of a row: it is written, refused for these reasons, or somebody else was quicker. */
export interface Told {
  readonly change: Change;
  readonly record: Row | undefined;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** The record as somebody else has left it. */
  readonly theirs: Row | undefined;
}

export interface Progress {
  readonly done: number;
  readonly count: number;
}

/** Sends each change by itself, under a key of its own: one that is refused leaves the others written. */
export function useSaving(kind: Kind, plan: Plan, tell: (told: Told) => void) {
  const client = useClient();
  const catalogue = useCatalogue();
  const keys = useRef(new Map<string, string>());
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<CombinedError>();

  const send = async (change: Change, version: number | undefined): Promise<Outcome | CombinedError> => {
    const { record, key } = change.line;
    const action = record === undefined ? plan.create : plan.update;
    if (action === undefined) return { record: null, errors: [], warnings: [] };
    const on = record === undefined || action.subject == null ? {} : { [action.subject]: record.id };
    const seen = record === undefined || !action.hasExpectedVersion ? {} : { expectedVersion: version };
    const input = { ...on, ...seen, ...change.values };
    const of = JSON.stringify([key, input]);
    const idempotencyKey = keyFor(keys.current, of);
    const document = actionDocument(catalogue, kind, action, plan.paths);
    const result = await client.mutation(document, { input: { ...input, idempotencyKey } }, ASIDE).toPromise();
    if (result.data !== undefined) keys.current.delete(of);
    return result.error ?? result.data!.outcome;
  };

  const look = async (id: string): Promise<Row | undefined> => {
    const document = recordDocument(catalogue, kind, plan.paths);
    const { data } = await client.query(document, { id }, { requestPolicy: 'network-only', ...ASIDE }).toPromise();
    return data?.record ?? undefined;
  };

  const save = async (changes: readonly Change[], versionOf: (change: Change) => number | undefined) => {
    setError(undefined);
    setProgress({ done: 0, count: changes.length });
    await each(changes, AT_ONCE, async (change) => {
      const outcome = await send(change, versionOf(change));
      if ('errors' in outcome) {
        const isLate = outcome.errors.some(({ code }) => code === 'CONFLICT') && change.line.record !== undefined;
        const theirs = isLate ? await look(change.line.key) : undefined;
        tell({ change, record: outcome.record ?? undefined, errors: outcome.errors, warnings: outcome.warnings, theirs });
      } else setError(outcome);
      setProgress((before) => before && { ...before, done: before.done + 1 });
      return 'errors' in outcome;
    });
    setProgress(undefined);
    await settle(client);
  };
  return { save, progress, error };
}

/** The same change sent again is the same change. */
function keyFor(keys: Map<string, string>, of: string): string {
  const known = keys.get(of) ?? newKey();
  keys.set(of, known);
  return known;
}
