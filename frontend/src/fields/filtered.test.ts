import { describe, expect, it } from 'vitest';
import { condition, emptiness, severalOf, wayOf } from './filtered';

describe('A condition on a field', () => {
  it('says nothing where nothing is given', () => {
    expect(condition({ gte: undefined, lte: '' })).toBeUndefined();
    expect(condition({ in: [] })).toBeUndefined();
    expect(condition({ gte: 0, lte: null })).toEqual({ gte: 0 });
    expect(condition({ eq: false })).toEqual({ eq: false });
  });

  it('is shown in the way in which it asks', () => {
    expect(wayOf({ isNull: true }, ['in'])).toBe('isNull');
    expect(wayOf({ isNull: false }, ['in'])).toBe('isNotNull');
    expect(wayOf({ eq: '1' }, ['in'])).toBe('in');
    expect(wayOf({}, ['in'])).toBeUndefined();
  });

  it('asks for emptiness only of what may be empty', () => {
    expect(emptiness({ required: true })).toEqual([]);
    expect(emptiness({ required: false })).toEqual(['isNull', 'isNotNull']);
  });

  it('seeks one value as it seeks several', () => {
    expect(severalOf({ eq: 1 })).toEqual(['1']);
    expect(severalOf({ in: ['1', '2'] })).toEqual(['1', '2']);
    expect(severalOf({})).toEqual([]);
  });
});
