import { describe, expect, it } from 'vitest';
import { sample } from './sample';
import { validated } from './validated';

const { catalogue, pupil } = sample();

describe('What a list shows', () => {
  it('is what its address says', () => {
    const listed = validated(catalogue, pupil, { search: 'zs', order: 'NAME_DESC', on: '2026-09-01', view: 'Mine' });
    expect(listed).toMatchObject({ search: 'zs', order: 'NAME_DESC', on: '2026-09-01', view: 'Mine', dropped: [] });
    expect(listed.columns).toEqual(pupil.columns);
  });

  it('is without what the kind does not know, which is told', () => {
    const unsearched = { ...pupil, isSearched: false, hasHistory: false };
    const asked = { search: 'zs', order: 'AGE_ASC', on: '2026-09-01', asOf: '2026-09-01T00:00:00Z' };
    expect(validated(catalogue, unsearched, asked)).toMatchObject({
      search: '',
      order: undefined,
      on: undefined,
      asOf: undefined,
      dropped: ['search', 'order', 'asOf', 'on'],
    });
  });

  it('takes no order that is no name', () => {
    for (const order of ['NAME', 'ID_ASC }', 'NAME_SIDEWAYS']) {
      expect(validated(catalogue, pupil, { order }).dropped).toEqual(['order']);
    }
    expect(validated(catalogue, pupil, { order: 'ID_DESC' }).order).toBe('ID_DESC');
  });
});
