import { useCallback, useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';
import { type Edits, NO_EDITS, written } from '../../grid/edits';
import type { Known } from '../../grid/reading';
import type { Difference } from './exchange';
import type { Plan } from './plan';
import { type Remarked, remarksOf, remarksOfTheirs } from './remarks';
import type { Change } from './rows';
import type { Remark } from './sheet';
import { type Told, useSaving } from './useSaving';

export interface Outcome {
  readonly saved: number;
  readonly failed: number;
}

/** What was written into the cells, where it stands with the server, and what that said of it. */
export function useWriting(kind: Kind, plan: Plan, known: Known, put: (record: Row) => void) {
  const [edits, setEdits] = useState<Edits>(NO_EDITS);
  const [remarks, setRemarks] = useState<ReadonlyMap<string, Remark>>(new Map());
  const [versions, setVersions] = useState<ReadonlyMap<string, number>>(new Map());
  const [outcome, setOutcome] = useState<Outcome>();

  const remark = (found: readonly Remarked[]) => setRemarks((before) => new Map([...before, ...found]));

  const tell = ({ change, record, errors, warnings, theirs }: Told) => {
    const isSaved = errors.length === 0;
    setOutcome(({ saved, failed } = { saved: 0, failed: 0 }) => (isSaved ? { saved: saved + 1, failed } : { saved, failed: failed + 1 }));
    if (isSaved) setEdits((before) => without(before, change.line.key, edits));
    if (record !== undefined) put(record);
    if (theirs !== undefined) {
      put(theirs);
      setVersions((before) => new Map([...before].filter(([key]) => key !== change.line.key)));
      remark(remarksOfTheirs(plan, change, theirs, known, edits.now));
    } else remark(remarksOf(plan, change, change.line.key, errors, edits.now));
    if (record !== undefined) remark(remarksOf(plan, change, record.id, warnings));
  };

  const { save, progress, error } = useSaving(kind, plan, tell);
  const send = (changes: readonly Change[]) => {
    setOutcome(undefined);
    return save(changes, ({ line }) => versions.get(line.key) ?? line.record?.version);
  };
  const bringBack = useCallback((difference: Difference) => {
    setEdits((before) => written(before, difference.cells));
    setVersions((before) => new Map([...before, ...difference.versions]));
  }, []);
  const discard = () => setEdits((before) => written(before, [...before.now.keys()].map((key) => [key, undefined] as const)));
  return { edits, setEdits, remarks, outcome, progress, error, save: send, bringBack, discard };
}

export type Writing = ReturnType<typeof useWriting>;

/** The edits without those of a row that were sent and saved, and with what was written into it meanwhile; what was before
 * cannot be taken back any more.
 */
function without(edits: Edits, row: string, sent: Edits): Edits {
  const isLeft = ([key, text]: [string, string]) => !key.startsWith(`${row}/`) || sent.now.get(key) !== text;
  return { now: new Map([...edits.now].filter(isLeft)), past: [], future: [] };
}
