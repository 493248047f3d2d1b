import { useState } from 'react';
import type { Item } from './desk';

/** Which item is looked at: the one chosen, and when it is decided the one that takes its place. */
export function useSteps(items: readonly Item[]) {
  const [place, setPlace] = useState({ id: '', index: 0 });
  const found = items.findIndex(({ id }) => id === place.id);
  const index = found === -1 ? Math.min(place.index, items.length - 1) : found;
  const current = items[index];
  const show = (id: string) => setPlace({ id, index: items.findIndex((item) => item.id === id) });
  const step = (by: 1 | -1): Item | undefined => {
    const next = items[Math.min(Math.max(index + by, 0), items.length - 1)];
    if (next !== undefined) show(next.id);
    return next;
  };
  if (current !== undefined && (current.id !== place.id || index !== place.index)) setPlace({ id: current.id, index });
  return { current, show, step };
}
