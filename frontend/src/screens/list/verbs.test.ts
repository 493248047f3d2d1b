import { describe, expect, it } from 'vitest';
import { Catalogue, type Kind } from '../../catalogue/catalogue';
import { canActOnRows, commonVerbs, makingVerbs } from './verbs';

const verb = (name: string, sort: string, more: object = {}) => ({
  name,
  verb: sort,
  allowed: true,
  subject: 'id',
  record: 'pupil',
  arguments: [],
  ...more,
});
const pupil = {
  name: 'Pupil',
  variants: [],
  actions: [
    verb('createPupil', 'CREATE', { subject: null }),
    verb('registerPupil', 'OTHER', { subject: null }),
    verb('signIn', 'OTHER', { subject: null, record: null }),
    verb('updatePupil', 'UPDATE'),
    verb('voidPupil', 'VOID'),
    verb('move', 'OTHER'),
    verb('markPupils', 'OTHER', { subject: null, arguments: [{ type: 'Rows', rows: [{ type: 'One' }, { type: 'Coded' }] }] }),
  ],
} as unknown as Kind;
const person = { name: 'Person', variants: ['Pupil'], actions: [] } as unknown as Kind;
const catalogue = new Catalogue({ version: '1', areas: [], roles: [], kinds: [pupil, person] } as never);

describe('Verbs of a list', () => {
  it('make records without one to act on', () => {
    expect(makingVerbs(pupil).map(({ name }) => name)).toEqual(['createPupil', 'registerPupil']);
  });

  it('are those that every record allows, as far as they suit several', () => {
    const allowed = [{ actions: ['updatePupil', 'voidPupil', 'move'] }, { actions: ['move', 'updatePupil', 'unknown'] }];
    expect(commonVerbs(catalogue, allowed).map(([, { name }]) => name)).toEqual(['move']);
    expect(commonVerbs(catalogue, [])).toEqual([]);
  });

  it('may be those of the kinds that an interface stands for', () => {
    expect(canActOnRows(catalogue, person)).toBe(true);
    expect(canActOnRows(catalogue, { ...person, variants: [] })).toBe(false);
  });
});
