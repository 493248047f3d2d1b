import type { Found } from './offers';

/** Kept for this tab and until one signs out: names of persons are no one else's who sits here later. */
const KEPT = 'bureau.recent';
const MOST = 12;

/** The records that were open last, the last one first. */
export function recent(): readonly Found[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as readonly Found[];
  } catch {
    return [];
  }
}

export function remember(record: Found): void {
  const others = recent().filter(({ id }) => id !== record.id);
  sessionStorage.setItem(KEPT, JSON.stringify([record, ...others].slice(0, MOST)));
}

const COUNTED = 'bureau.opened';

/** How often records of each kind were opened here. */
export function opened(): Readonly<Record<string, number>> {
  try {
    return JSON.parse(localStorage.getItem(COUNTED) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

export function count(kind: string): void {
  const before = opened();
  localStorage.setItem(COUNTED, JSON.stringify({ ...before, [kind]: (before[kind] ?? 0) + 1 }));
}
