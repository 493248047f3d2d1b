import type { Label } from '../words/words';

export interface AgeBand {
  readonly name: 'young' | 'rising' | 'middle' | 'senior' | 'old';
  readonly label: Label;
  readonly from: number | undefined;
  /** The first age that no longer belongs to it. */
  readonly below: number | undefined;
}

export const AGES: readonly AgeBand[] = [
  { name: 'young', label: { en: 'under 30', zh: '30 岁以下' }, from: undefined, below: 30 },
  { name: 'rising', label: { en: '30 to 39', zh: '30–39 岁' }, from: 30, below: 40 },
  { name: 'middle', label: { en: '40 to 49', zh: '40–49 岁' }, from: 40, below: 50 },
  { name: 'senior', label: { en: '50 to 54', zh: '50–54 岁' }, from: 50, below: 55 },
  { name: 'old', label: { en: '55 and over', zh: '55 岁及以上' }, from: 55, below: undefined },
];

/** The same day so many years before; who was born on 29 February is of age on 1 March of common years. */
function yearsBefore(day: string, years: number): string {
  const before = new Date(Date.UTC(Number(day.slice(0, 4)) - years, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))));
  return before.toISOString().slice(0, 10);
}

/** Who works in a post and has an age of the band on that day, as a filter of teachers. */
export function bornFor({ from, below }: AgeBand, day: string) {
  return {
    status: { eq: 'IN_POST' as const },
    person: {
      birthDate: {
        ...(from === undefined ? {} : { lte: yearsBefore(day, from) }),
        ...(below === undefined ? {} : { gt: yearsBefore(day, below) }),
      },
    },
  };
}
