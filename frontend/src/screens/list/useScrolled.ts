import { elementScroll, type Rect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
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
  const [window] = useState(() => ({ width: innerWidth, height: innerHeight }));
  const isPlaced = useRef(false);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: Math.max(rows.rows.length + (rows.hasMore ? TO_COME : 0), reserved),
    getScrollElement: () => body.current,
    estimateSize: () => height,
    overscan: beyond,
    initialOffset: place?.offset ?? 0,
    scrollPaddingEnd: covered,
    initialRect: window,
    observeElementRect: observed,
    measureElement: measured,
    scrollToFn: (offset, options, instance) => {
      // It begins at the top, where to bring it would have the browser lay it out.
      if (isPlaced.current || offset > 0) elementScroll(offset, options, instance);
      isPlaced.current = true;
    },
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => rows.look(first, last), [rows, first, last]);
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  useTopForOthers(soughtKey, rows.isStale, () => virtualizer.scrollToOffset(0));
  useRemembering(entry, rows.rows.length, active, body, () => virtualizer.scrollOffset ?? 0);
  return { virtualizer, items };
}

/** How large the scrolled area is, once the browser has laid it out: to ask sooner would have it do so twice. */
function observed({ scrollElement }: Virtualizer<HTMLDivElement, HTMLDivElement>, tell: (rect: Rect) => void): (() => void) | undefined {
  if (scrollElement === null) return undefined;
  const observer = new ResizeObserver((entries) => {
    const box = entries.at(-1)?.borderBoxSize[0];
    if (box !== undefined) tell({ width: Math.round(box.inlineSize), height: Math.round(box.blockSize) });
  });
  observer.observe(scrollElement, { box: 'border-box' });
  return () => observer.disconnect();
}

/** How high a row is, once the browser has laid it out; until then as high as most. */
function measured(
  element: HTMLDivElement,
  entry: ResizeObserverEntry | undefined,
  { indexFromElement, itemSizeCache, options }: Virtualizer<HTMLDivElement, HTMLDivElement>,
): number {
  const box = entry?.borderBoxSize[0];
  if (box !== undefined) return Math.round(box.blockSize);
  const index = indexFromElement(element);
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index);
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

function useRemembering(entry: string, depth: number, active: number, body: RowsShown['body'], offset: () => number): void {
  const keep = () => remember(entry, { offset: offset(), depth, active });
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
