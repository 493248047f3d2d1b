import { describe, expect, it } from 'vitest';
import { filled, NO_EDITS, pasted, redone, undone, written } from './edits';

describe('edits', () => {
  it('are taken back and made again step by step', () => {
    const first = written(NO_EDITS, [['a', '1'], ['b', '2']]);
    const second = written(first, [['a', undefined]]);
    expect([...second.now]).toEqual([['b', '2']]);
    expect([...undone(second).now]).toEqual([['a', '1'], ['b', '2']]);
    expect([...redone(undone(second)).now]).toEqual([['b', '2']]);
    expect(undone(NO_EDITS)).toBe(NO_EDITS);
    expect(written(undone(second), [['c', '3']]).future).toEqual([]);
  });

  it('fall where a block is pasted', () => {
    expect(pasted({ row: 2, column: 1 }, [['x', 'y'], ['z']])).toEqual([
      [{ row: 2, column: 1 }, 'x'],
      [{ row: 2, column: 2 }, 'y'],
      [{ row: 3, column: 1 }, 'z'],
    ]);
  });

  it('fill down from the first row, or from the one above a single row', () => {
    const textOf = ({ row, column }: { row: number; column: number }) => `${row}/${column}`;
    const range = { top: 1, bottom: 3, left: 0, right: 0 };
    expect(filled(range, textOf).map(([place, text]) => [place.row, text])).toEqual([[2, '1/0'], [3, '1/0']]);
    expect(filled({ ...range, bottom: 1 }, textOf)).toEqual([[{ row: 1, column: 0 }, '0/0']]);
    expect(filled({ ...range, top: 0, bottom: 0 }, textOf)).toEqual([]);
  });
});
