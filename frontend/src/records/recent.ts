/** Records that somebody opened on this device: their ids alone are kept, for each account apart. */
const MOST = 12;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

function placeOf(username: string): string {
  return `bureau.recent.${username}`;
}

export function recentIds(username: string, storage: Kept = localStorage): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(placeOf(username)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Put a record first among those that were opened. */
export function remember(username: string, id: string, storage: Kept = localStorage): void {
  const others = recentIds(username, storage).filter((each) => each !== id);
  storage.setItem(placeOf(username), JSON.stringify([id, ...others].slice(0, MOST)));
}

const OPENED = 'bureau.opened';

/** How often records of each kind were opened on this device. */
export function opened(storage: Kept = localStorage): Readonly<Record<string, number>> {
  try {
    return JSON.parse(storage.getItem(OPENED) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

/** Count that a record of a kind was opened. */
export function count(kind: string, storage: Kept = localStorage): void {
  const before = opened(storage);
  storage.setItem(OPENED, JSON.stringify({ ...before, [kind]: (before[kind] ?? 0) + 1 }));
}
