import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';
import { type FigureTable, largestFirst, totals } from './figureTable';
import { isLying, optionsOf } from './options';

const table: FigureTable = {
  name: 'Pupils',
  heading: 'Grade',
  columns: ['Girls', 'Boys'],
  rows: [
    { key: 'P1', label: 'First, of six', values: [3, 4] },
    { key: 'P2', label: '=cmd()', values: [10, null] },
  ],
};

const paint = { text: '#000', line: '#ccc', ground: '#fff', series: ['#14549c'], font: 'sans-serif' };

describe('a table of figures', () => {
  it('sums what is told, and hides a sum of which a part is hidden', () => {
    expect(totals(table)).toEqual([13, null]);
  });

  it('stands with its largest row first', () => {
    expect(largestFirst(table).rows.map((row) => row.key)).toEqual(['P2', 'P1']);
  });

  it('is written for spreadsheets without becoming a formula', () => {
    expect(csvOf(table)).toBe('Grade,Girls,Boys\r\n"First, of six",3,4\r\n\'=cmd(),10,\r\n');
  });

  it('lies down when its rows have no room side by side', () => {
    expect(isLying(table, 'columns', 'wide')).toBe(false);
    expect(isLying({ ...table, rows: Array.from({ length: 9 }, () => table.rows[0]!) }, 'stacked', 'wide')).toBe(true);
  });

  it('is drawn with every row and a series for each column', () => {
    const { xAxis, series } = optionsOf(table, 'columns', paint) as unknown as {
      xAxis: { data: string[] };
      series: { name: string; data: (number | null)[] }[];
    };
    expect(xAxis.data).toEqual(['First, of six', '=cmd()']);
    expect(series.map(({ name, data }) => [name, data])).toEqual([
      ['Girls', [3, 10]],
      ['Boys', [4, null]],
    ]);
  });
});
