import type { ZoneOfQuery } from '../gql/graphql';
import { grouped } from './grouped';

type Row = NonNullable<ZoneOfQuery['zoneOf']>[number];

/** A zone with those of its schools and addresses that an answer names. */
export interface Zone {
  readonly code: string;
  readonly first: Row;
  readonly schools: readonly Row[];
  readonly addresses: readonly (readonly [en: string, zh: string])[];
}

/** The rows of an answer by their zones, in the order in which these come. */
export function byZone(rows: readonly Row[]): readonly Zone[] {
  return [...grouped(rows, ({ zoneCode }) => zoneCode)].map(([code, those]) => ({
    code,
    first: those[0] as Row,
    schools: [...new Map(those.map((row) => [row.school, row])).values()],
    addresses: [...new Map(those.map((row) => [row.chineseAddresses, [row.englishAddresses, row.chineseAddresses] as const])).values()],
  }));
}

interface Street {
  readonly id: string;
  readonly name: string;
  readonly parent?: { readonly name: string } | null;
}

/** The streets to choose from, county by county. */
export function byCounty(streets: readonly Street[]) {
  return [...grouped(streets, ({ parent }) => parent?.name ?? '')].map(([group, those]) => ({
    group,
    items: those.map(({ id, name }) => ({ value: id, label: name })),
  }));
}
