import { useCallback, useEffect, useRef, useState } from 'react';
import type { Row } from '../../documents/documents';
import { NOTHING, ofAll, ranged, type Selection, toggled } from './selection';

export interface Selecting {
  readonly selection: Selection;
  /** Choose a row or leave it; with the shift key all from the one before. */
  readonly pick: (index: number, isRange: boolean) => void;
  readonly pickAll: () => void;
  /** Choose these and no others. */
  readonly choose: (rows: readonly Row[]) => void;
  readonly clear: () => void;
}

/** What is chosen of the rows; nothing is once others are sought. */
export function useSelection(rows: readonly Row[], soughtKey: string): Selecting {
  const [selection, setSelection] = useState(NOTHING);
  const anchor = useRef(0);
  const latest = useRef(rows);
  latest.current = rows;
  const clear = useCallback(() => setSelection(NOTHING), []);
  useEffect(clear, [clear, soughtKey]);
  const pick = useCallback((index: number, isRange: boolean) => {
    const row = latest.current[index];
    if (row === undefined) return;
    const from = anchor.current;
    anchor.current = index;
    setSelection((before) => (isRange ? ranged(before, latest.current, from, index) : toggled(before, row)));
  }, []);
  const pickAll = useCallback(() => {
    setSelection((before) => (before.size >= latest.current.length ? NOTHING : ofAll(latest.current)));
  }, []);
  const choose = useCallback((chosen: readonly Row[]) => setSelection(ofAll(chosen)), []);
  return { selection, pick, pickAll, choose, clear };
}
