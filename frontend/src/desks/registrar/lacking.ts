import type { PersonPart } from '../../gql/graphql';

interface Entry {
  readonly birthDate?: string | null;
  readonly address?: string | null;
  readonly sex?: unknown;
  readonly ethnicity?: unknown;
  readonly nationality?: unknown;
  readonly documentNumber?: { readonly held: boolean } | null;
  readonly phone?: { readonly held: boolean } | null;
}

const PARTS: readonly (readonly [PersonPart, (entry: Entry) => boolean])[] = [
  ['SEX', (entry) => entry.sex != null],
  ['BIRTH_DATE', (entry) => entry.birthDate != null],
  ['ETHNICITY', (entry) => entry.ethnicity != null],
  ['NATIONALITY', (entry) => entry.nationality != null],
  ['DOCUMENT', (entry) => entry.documentNumber?.held === true],
  ['PHONE', (entry) => entry.phone?.held === true],
  ['ADDRESS', (entry) => entry.address != null],
];

/** What the entry that stays does not have and the other one has: it takes that over. */
export function lacking(stays: Entry | null | undefined, goes: Entry | null | undefined): PersonPart[] {
  if (stays == null || goes == null) return [];
  return PARTS.filter(([, isHeld]) => !isHeld(stays) && isHeld(goes)).map(([part]) => part);
}
