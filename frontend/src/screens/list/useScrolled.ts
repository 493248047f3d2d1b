import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { remember } from './remembered';
import type { RowsShown } from './RowsShown';

/** Rows that stand for those that are still to come. */
const TO_COME = 20;

interface Layout {
  /** The height of a row in pixels, measured where rows differ. */
  readonly height: number;
  /** How many rows are drawn above and below those in sight. */
  readonly beyond: number;
  /** What covers the upper part of the scrolled area. */
  readonly covered?: number;
}

/** The rows in sight: reads on where they end, and keeps the place for when somebody comes back. */
export function useScrolled({ rows, place, entry, soughtKey, active, body }: RowsShown, { height, beyond, covered = 0 }: Layout) {
  const reserved = rows.hasMore ? (place?.depth ?? 0) : 0;
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: Math.max(rows.rows.length + (rows.hasMore ? TO_COME : 0), reserved),
    getScrollElement: () => body.current,
    estimateSize: () => height,
    overscan: beyond,
    initialOffset: place?.offset ?? 0,
    scrollPaddingEnd: covered,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => rows.look(first, last), [rows, first, last]);
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  useTopForOthers(soughtKey, rows.isStale, () => virtualizer.scrollToOffset(0));
  useRemembering(entry, rows.rows.length, active, body);
  return { virtualizer, items };
}

/** Other rows are read from the top, as soon as they are there. */
function useTopForOthers(soughtKey: string, isStale: boolean, toTop: () => void): void {
  const shownKey = useRef(soughtKey);
  useEffect(() => {
    if (isStale || shownKey.current === soughtKey) return;
    shownKey.current = soughtKey;
    toTop();
  });
}

function useRemembering(entry: string, depth: number, active: number, body: RowsShown['body']): void {
  const keep = () => {
    if (body.current !== null) remember(entry, { offset: body.current.scrollTop, depth, active });
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(keep, [active]);
  useEffect(() => {
    const scrolled = body.current;
    const follow = () => latest.current();
    scrolled?.addEventListener('scroll', follow, { passive: true });
    return () => scrolled?.removeEventListener('scroll', follow);
  }, [body]);
}
