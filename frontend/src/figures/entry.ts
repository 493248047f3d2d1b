import type { FigureTable } from '../charts/figureTable';
import type { FiguresEntryRatesQuery } from '../gql/graphql';

export type EntryRate = NonNullable<FiguresEntryRatesQuery['entryRates']>[number];

interface Said {
  readonly name: string;
  readonly heading: string;
  readonly columns: readonly [gross: string, net: string];
}

/** Gross and net rates, one row for each of some; what is not told is null. */
export function entryTable<T extends Pick<EntryRate, 'division' | 'stage' | 'gross' | 'net'>>(
  rates: readonly T[],
  said: Said,
  label: (rate: T) => string,
): FigureTable {
  return {
    ...said,
    rows: rates.map((rate) => ({
      key: `${rate.division} ${rate.stage}`,
      label: label(rate),
      values: [rate.gross, rate.net].map((value) => (value == null ? null : Number(value))),
    })),
  };
}

/** Those of some school years that have begun. */
export function begun<T extends { readonly period: { readonly from?: string | null } }>(years: readonly T[], today: string): readonly T[] {
  return years.filter(({ period }) => period.from != null && period.from <= today);
}
