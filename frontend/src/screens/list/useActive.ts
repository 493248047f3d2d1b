import { useCallback, useState } from 'react';
import type { Place } from './remembered';

/** The row at which the keyboard stands: the first one again whenever others are sought. */
export function useActive(soughtKey: string, place: Place | undefined): readonly [number, (index: number) => void] {
  const [at, setAt] = useState({ index: place?.active ?? 0, soughtKey });
  const setActive = useCallback((index: number) => setAt({ index, soughtKey }), [soughtKey]);
  return [at.soughtKey === soughtKey ? at.index : 0, setActive];
}
