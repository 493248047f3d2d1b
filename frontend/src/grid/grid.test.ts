import { describe, expect, it } from 'vitest';
import { blockOf, spread, textOfBlock } from './block';
import { commandOf } from './keys';
import { chosen, found, holds, moved, rangeOf, START, tabbed } from './selection';

const BOUNDS = { rows: 10, columns: 4 };
const KEY = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('a choice of cells', () => {
  it('moves with the keys and never leaves the grid', () => {
    const down = moved(START, { row: 3, column: 9 }, false, BOUNDS);
    expect(down.active).toEqual({ row: 3, column: 3 });
    expect(moved(down, { row: -9, column: 0 }, false, BOUNDS).active.row).toBe(0);
  });

  it('grows from where it began', () => {
    const there = chosen(START, { row: 5, column: 2 }, false);
    const grown = moved(there, { row: -2, column: 1 }, true, BOUNDS);
    expect(rangeOf(grown)).toEqual({ top: 3, bottom: 5, left: 2, right: 3 });
    expect(holds(rangeOf(grown), { row: 4, column: 3 })).toBe(true);
    expect(holds(rangeOf(grown), { row: 4, column: 1 })).toBe(false);
  });

  it('goes from row to row by the tabulator and out at the ends', () => {
    const last = chosen(START, { row: 0, column: 3 }, false);
    expect(tabbed(last, false, BOUNDS)?.active).toEqual({ row: 1, column: 0 });
    expect(tabbed(START, true, BOUNDS)).toBeUndefined();
  });
});

it('goes to the next cell that is wrong, and around', () => {
  const isWrong = ({ row, column }: { row: number; column: number }) => row === 4 && column === 1;
  const there = { row: 4, column: 1 };
  expect(found(START, false, BOUNDS, isWrong)?.active).toEqual(there);
  expect(found(chosen(START, there, false), true, BOUNDS, isWrong)?.active).toEqual(there);
  expect(found(START, false, BOUNDS, () => false)).toBeUndefined();
});

describe('keys', () => {
  it('mean what they mean in a spreadsheet', () => {
    expect(commandOf({ ...KEY, key: 'F2' }, 10)).toEqual({ does: 'edit' });
    expect(commandOf({ ...KEY, key: 'd', ctrlKey: true }, 10)).toEqual({ does: 'fill' });
    expect(commandOf({ ...KEY, key: 'Z', metaKey: true, shiftKey: true }, 10)).toEqual({ does: 'redo' });
    expect(commandOf({ ...KEY, key: 'ArrowDown', altKey: true }, 10)).toEqual({ does: 'fault', isBack: false });
    expect(commandOf({ ...KEY, key: 'PageDown' }, 10)).toMatchObject({ does: 'move', by: { row: 10 } });
    expect(commandOf({ ...KEY, key: 'c', ctrlKey: true }, 10)).toBeUndefined();
    expect(commandOf({ ...KEY, key: '王' }, 10)).toBeUndefined();
  });
});

describe('a block from a spreadsheet', () => {
  it('keeps lines within a cell, as Excel quotes them', () => {
    expect(blockOf('a\t"x\ny"\r\nb\t\r\n')).toEqual([['a', 'x\ny'], ['b', '']]);
    expect(blockOf(textOfBlock([['1', '"'], ['', '王']]))).toEqual([['1', '"'], ['', '王']]);
  });

  it('is repeated where it fits into what is chosen', () => {
    expect(spread([['x']], 2, 3)).toEqual([['x', 'x', 'x'], ['x', 'x', 'x']]);
    expect(spread([['1'], ['2']], 3, 1)).toEqual([['1'], ['2']]);
    expect(spread([['1'], ['2']], 4, 1)).toEqual([['1'], ['2'], ['1'], ['2']]);
    expect(spread([], 1, 1)).toEqual([]);
  });
});
