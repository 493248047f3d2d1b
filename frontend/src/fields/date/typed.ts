import { digits } from '../number/typed';

const WRITTEN = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** The day that was typed, as `20150901`, `2015-9-1`, `2015/9/1` or `2015年9月1日`; undefined for what is none. */
export function day(text: string): string | undefined {
  const found = WRITTEN.exec(digits(text));
  if (found === null) return undefined;
  const [, year = '', longMonth, longDay, month, dayOfMonth] = found;
  const iso = `${year}-${(longMonth ?? month ?? '').padStart(2, '0')}-${(longDay ?? dayOfMonth ?? '').padStart(2, '0')}`;
  return exists(iso) ? iso : undefined;
}

/** Whether there is such a day: the 30th of February is none. */
export function exists(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}
