import { useEffect, useRef } from 'react';
import type { Rows } from './useRows';

/** Opens what a search finds as soon as it has been found: Enter may come before the rows do. */
export function useOpening(
  { rows, isBegun, isStale }: Rows,
  searched: string,
  active: number,
  open: (id: string) => void,
): (text: string) => void {
  const awaited = useRef<string>(undefined);
  const openAwaited = () => {
    if (awaited.current !== searched || isStale || !isBegun) return;
    awaited.current = undefined;
    const row = rows[active] ?? rows[0];
    if (row !== undefined) open(row.id);
  };
  useEffect(openAwaited);
  return (text) => {
    awaited.current = text;
    openAwaited();
  };
}
