import type { ComparedPersonFragment, ComparePersonsQuery } from '../../gql/graphql';

type Told = NonNullable<ComparePersonsQuery['comparePersons']>['fields'];

export interface ComparedRow {
  readonly name: string;
  readonly label: string;
  readonly left: string;
  readonly right: string;
  /** Undefined where it cannot be told from what is shown: of what is sealed. */
  readonly isSame: boolean | undefined;
}

/** What is shown of an entry, besides where it is used. */
const SHOWN = ['name', 'sex', 'birthDate', 'ethnicity', 'nationality', 'documentType', 'documentNumber', 'phone', 'address'] as const;
const SEALED: readonly string[] = ['documentNumber', 'phone'];

type Words = (value: unknown) => string;

/** Two entries field by field, as the bureau compares them; what neither holds tells nothing. */
export function asTold(fields: Told, one: ComparedPersonFragment, other: ComparedPersonFragment, words: Words): readonly ComparedRow[] {
  const at = (entry: ComparedPersonFragment, name: string) => words((entry as unknown as Record<string, unknown>)[name]);
  return fields
    .map(({ name, label, isSame }) => ({ name, label, isSame, left: at(one, name), right: at(other, name) }))
    .filter(({ left, right, isSame }) => left !== '' || right !== '' || !isSame);
}

/** The same from what one sees, for those who may judge two entries and not merge them. */
export function asSeen(one: ComparedPersonFragment, other: ComparedPersonFragment, words: Words, label: (field: string) => string): readonly ComparedRow[] {
  return SHOWN.map((name) => {
    const [left, right] = [words(one[name]), words(other[name])];
    return { name, label: label(name), left, right, isSame: SEALED.includes(name) ? undefined : left === right };
  }).filter(({ left, right }) => left !== '' || right !== '');
}
