import { describe, expect, it } from 'vitest';
import { NOTHING, ofAll, ranged, type Selection, toggled } from './selection';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

function ids(selection: Selection): string {
  return [...selection.keys()].join('');
}

describe('A selection', () => {
  it('takes a row and gives it back', () => {
    const one = toggled(NOTHING, rows[1]!);
    expect(ids(one)).toBe('b');
    expect(ids(toggled(one, rows[1]!))).toBe('');
    expect(ids(NOTHING)).toBe('');
  });

  it('reaches from one row to another in either direction', () => {
    expect(ids(ranged(NOTHING, rows, 1, 3))).toBe('bcd');
    expect(ids(ranged(NOTHING, rows, 2, 0))).toBe('abc');
  });

  it('gives a range back when its end is chosen already', () => {
    expect(ids(ranged(ofAll(rows), rows, 1, 2))).toBe('ad');
  });

  it('reaches no further than the rows', () => {
    expect(ids(ranged(NOTHING, rows, 0, 9))).toBe('');
  });
});
