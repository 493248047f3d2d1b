import { describe, expect, it } from 'vitest';
import type { ComparedPersonFragment } from '../../gql/graphql';
import { asSeen, asTold } from './compared';

const words = (value: unknown): string => (value == null ? '' : typeof value === 'object' ? String((value as { mask?: string }).mask ?? '') : String(value));
const entry = (values: object) => values as unknown as ComparedPersonFragment;
const one = entry({ name: '余辉', birthDate: '2016-02-03', documentNumber: { held: true, mask: '**15' } });
const other = entry({ name: '余輝', birthDate: '2016-02-03', documentNumber: { held: true, mask: '**15' } });

describe('two entries', () => {
  it('are compared by what is seen, and nothing is said of what is sealed', () => {
    const rows = asSeen(one, other, words, (field) => field);
    expect(rows.map(({ name, isSame }) => [name, isSame])).toEqual([
      ['name', false],
      ['birthDate', true],
      ['documentNumber', undefined],
    ]);
  });

  it('are compared as the bureau does, without what neither holds', () => {
    const fields = [
      { __typename: 'ComparedField', name: 'documentNumber', label: 'Document', isSame: false, isSealed: true },
      { __typename: 'ComparedField', name: 'address', label: 'Address', isSame: true, isSealed: false },
    ] as const;
    expect(asTold([...fields], one, other, words).map(({ name, isSame }) => [name, isSame])).toEqual([['documentNumber', false]]);
  });
});
