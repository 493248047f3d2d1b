/** A day so many days later, as ISO 8601 writes it. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day a year before; 29 February becomes 1 March. */
export function yearBefore(day: string): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)) - 1, Number(day.slice(5, 7)) - 1, Number(day.slice(8)))).toISOString().slice(0, 10);
}

/** How much more there is now, with its sign, and in hundredths of what was. */
export function change(before: number, now: number): { readonly by: string; readonly share: string } {
  const by = now - before;
  const sign = by > 0 ? '+' : by < 0 ? '−' : '±';
  const share = before === 0 ? '' : `${sign}${Math.abs((by / before) * 100).toFixed(1)} %`;
  return { by: `${sign}${Math.abs(by)}`, share };
}

interface Group<T> {
  readonly count: number;
  readonly key: T;
}

/** The few groups that hold the most, and how much is in all others together. */
export function most<T>(groups: readonly Group<T>[], few: number): { readonly first: readonly Group<T>[]; readonly rest: number } {
  const inOrder = groups.toSorted((one, other) => other.count - one.count);
  return { first: inOrder.slice(0, few), rest: inOrder.slice(few).reduce((sum, { count }) => sum + count, 0) };
}
