/** A moment as an input of the reader's own time has it: `2015-09-01T08:30`. */
export function asTyped(value: unknown): string {
  const at = new Date(String(value));
  if (value == null || Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The moment that such an input has, as the API takes it; null where it has none. */
export function moment(typed: string): string | null {
  const at = new Date(typed);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
