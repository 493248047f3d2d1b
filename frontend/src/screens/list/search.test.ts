import { describe, expect, it } from 'vitest';
import { readSearch } from './search';

describe('The address of a list', () => {
  it('is read as it was written', () => {
    const written = { search: 'zs', order: 'NAME_ASC', columns: ['name'], filter: { status: { eq: 'HERE' } }, view: 'Mine' };
    expect(readSearch(written)).toEqual(written);
  });

  it('takes a number for the text that somebody typed', () => {
    expect(readSearch({ search: 2026 })).toEqual({ search: '2026' });
  });

  it('leaves out what has another form', () => {
    expect(readSearch({ search: ['a'], columns: 'name', filter: 'x', order: null, on: {}, other: '1' })).toEqual({});
  });

  it('leaves out what says nothing', () => {
    expect(readSearch({ search: '', columns: [], filter: {} })).toEqual({});
  });
});
