/** How far a list was scrolled and read, and at which row somebody was, so that going back finds it as it was left. */
export interface Place {
  readonly offset: number;
  readonly depth: number;
  readonly active: number;
}

const places = new Map<string, Place>();

/** Older ones than this are forgotten. */
const MOST = 50;

export function placeOf(entry: string): Place | undefined {
  return places.get(entry);
}

export function remember(entry: string, place: Place): void {
  places.delete(entry);
  places.set(entry, place);
  const [oldest] = places.keys();
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
}
