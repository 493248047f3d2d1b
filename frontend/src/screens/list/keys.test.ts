import { describe, expect, it } from 'vitest';
import { moved } from './keys';
import { directionOf, turned } from './order';

describe('Keys in the rows', () => {
  it('lead from row to row and stop at the ends', () => {
    expect(moved('ArrowDown', 0, 10, 4)).toBe(1);
    expect(moved('ArrowUp', 0, 10, 4)).toBe(0);
    expect(moved('PageDown', 8, 10, 4)).toBe(9);
    expect(moved('PageUp', 8, 10, 4)).toBe(4);
    expect(moved('Home', 8, 10, 4)).toBe(0);
    expect(moved('End', 1, 10, 4)).toBe(9);
  });

  it('lead nowhere where there is no row, or for other keys', () => {
    expect(moved('ArrowDown', 0, 0, 4)).toBeUndefined();
    expect(moved('a', 0, 10, 4)).toBeUndefined();
  });
});

describe('An order', () => {
  it('goes upwards first, then the other way round', () => {
    expect(turned(undefined, 'NAME')).toBe('NAME_ASC');
    expect(turned('NAME_ASC', 'NAME')).toBe('NAME_DESC');
    expect(turned('NAME_DESC', 'NAME')).toBe('NAME_ASC');
    expect(turned('BORN_ASC', 'NAME')).toBe('NAME_ASC');
  });

  it('is one by its own name only', () => {
    expect(directionOf('SCHOOL_NAME_ASC', 'NAME')).toBeUndefined();
    expect(directionOf('NAME_DESC', 'NAME')).toBe('DESC');
  });
});
