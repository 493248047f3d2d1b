// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Held } from '../../catalogue/catalogue';
import type { Known } from '../../grid/reading';
import { readDelimited } from '../../sheets/delimited';
import { compared, exported } from './exchange';
import type { Planned } from './plan';
import { linesOf } from './rows';

const held = (en: string, zh: string): Held => ({ name: en, label: { en, zh }, type: 'Text', required: false, isList: false, states: [] }) as unknown as Held;
const columns: readonly Planned[] = [
  { name: 'number', held: held('Number', '编号'), path: 'number', isUpdated: false, isCreated: false },
  { name: 'name', held: held('Name', '名称'), path: 'name', isUpdated: true, isCreated: true },
  { name: 'note', held: held('Note', '备注'), path: 'note', isUpdated: true, isCreated: true },
];
const known: Known = { language: 'zh', codes: () => [], record: () => undefined, title: (value) => (value as { number: string }).number };
const lines = linesOf(
  [
    { id: 'Thing:1', version: 3, number: '007', name: '甲', note: '-' },
    { id: 'Thing:2', version: 1, number: '008', name: '乙', note: null },
  ],
  new Map(),
  false,
);
const text = exported({ lines, columns, known, edits: new Map() }, '事物');
const rows = readDelimited(text, ',').map(({ cells }) => cells);

describe('a file that goes out and comes back', () => {
  it('knows of which version of which record each row is', () => {
    expect(rows).toEqual([
      ['id', 'version', '事物', '编号', '名称', '备注'],
      ['Thing:1', '3', '007', '007', '甲', "'-"],
      ['Thing:2', '1', '008', '008', '乙', ''],
    ]);
    expect(compared(rows, lines, columns, known)).toEqual({ cells: [], versions: new Map(), strangers: 0 });
  });

  it('tells the cells that are other, whatever the order of its columns, and leaves what is not to be written', () => {
    const back = [
      ['Name', 'id', 'version', '编号'],
      ['丙', 'Thing:2', '1', '999'],
      ['丁', 'Thing:9', '1', ''],
      ['', '', '', ''],
    ];
    const difference = compared(back, lines, columns, known);
    expect(difference?.cells).toEqual([['Thing:2/name', '丙']]);
    expect(difference?.versions.get('Thing:2')).toBe(1);
    expect(difference?.strangers).toBe(1);
  });

  it('is the same where a spreadsheet writes a day in its own way', () => {
    const born = [{ name: 'bornOn', held: { ...held('Born', '出生'), type: 'Date' }, path: 'bornOn', isUpdated: true, isCreated: true }];
    const [line] = linesOf([{ id: 'Thing:1', version: 1, bornOn: '2015-09-01' }], new Map(), false);
    const differs = (text: string) => compared([['id', '出生'], ['Thing:1', text]], [line!], born, known)?.cells;
    expect(['2015/9/1', '20150901', '42248'].flatMap(differs)).toEqual([]);
    expect(differs('42249')).toEqual([['Thing:1/bornOn', '2015-09-02']]);
  });

  it('is none without ids', () => {
    expect(compared([['名称'], ['甲']], lines, columns, known)).toBeUndefined();
  });
});
