import { describe, expect, it } from 'vitest';
import { guarded, readDelimited, unguarded, writeDelimited } from './delimited';

describe('separated values', () => {
  it('know on which line each row begins, whatever lies within quotes', () => {
    const rows = readDelimited('a,b\r\n1,"x\ny"\r\n\r\n2,"say ""hi"""', ',');
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\ny'] },
      { line: 4, cells: [''] },
      { line: 5, cells: ['2', 'say "hi"'] },
    ]);
  });

  it('come back as they were written', () => {
    const rows = [['姓名', 'a;b', 'x\ty'], ['', '"', 'two\nlines']];
    for (const separator of [',', ';', '\t', '|']) {
      const back = readDelimited(writeDelimited(rows, separator), separator).map(({ cells }) => cells);
      expect(back).toEqual(rows);
    }
  });

  it('are no formulas', () => {
    for (const cell of ['=1+1', '-5', '＝A1', "'quoted"]) {
      expect(guarded(cell)).toBe(`'${cell}`);
      expect(unguarded(guarded(cell))).toBe(cell);
    }
    expect(guarded('王小明')).toBe('王小明');
    expect(unguarded("'王")).toBe("'王");
  });
});
