// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Held } from '../../catalogue/catalogue';
import type { Known } from '../../grid/reading';
import type { Planned } from './plan';
import { changesOf, linesOf, originalOf } from './rows';

const held = (type: string, required = false): Held =>
  ({ name: 'x', label: { en: 'x', zh: 'x' }, type, required, isList: false, states: [], least: 1, most: 99 }) as unknown as Held;
const columns: readonly Planned[] = [
  { name: 'owner.name', held: held('Text'), path: 'owner.name', isUpdated: false, isCreated: false },
  { name: 'name', held: held('Text', true), path: 'name', isUpdated: true, isCreated: true },
  { name: 'seat', held: held('Integer'), path: 'seat', isUpdated: true, isCreated: true },
  { name: 'grade', held: held('Text', true), path: undefined, isUpdated: false, isCreated: true },
];
const known: Known = { language: 'zh', codes: () => [], record: () => undefined, title: () => '' };
const records = [
  { id: 'Pupil:1', version: 4, name: '王', seat: 7, owner: { name: '一小' } },
  { id: 'Pupil:2', version: 1, name: '李', seat: null, owner: { name: '一小' } },
];

describe('rows of a grid', () => {
  it('are the records, and a few empty ones behind what was written into new ones', () => {
    expect(linesOf(records, new Map(), false)).toHaveLength(2);
    expect(linesOf(records, new Map(), true)).toHaveLength(5);
    expect(linesOf(records, new Map([['new:4/name', '张']]), true)).toHaveLength(2 + 5 + 3);
  });

  it('show what stands on the record, also at the end of a path', () => {
    const [line] = linesOf(records, new Map(), false);
    expect(columns.map((column) => originalOf(line!, column, known))).toEqual(['一小', '王', '7', '']);
  });

  it('become changes of what was written alone, emptied cells among them', () => {
    const edits = new Map([['Pupil:1/seat', ''], ['Pupil:2/name', '李四'], ['Pupil:2/seat', '100']]);
    const changes = changesOf(linesOf(records, edits, false), columns, edits, known);
    expect(changes.map(({ line, values, wrong }) => [line.key, values, wrong])).toEqual([
      ['Pupil:1', { seat: null }, 0],
      ['Pupil:2', { name: '李四' }, 1],
    ]);
  });

  it('are made with all that a new record must have', () => {
    const edits = new Map([['new:0/name', '张三'], ['new:1/name', ''], ['new:2/name', '赵六'], ['new:2/grade', 'P1']]);
    const changes = changesOf(linesOf([], edits, true), columns, edits, known);
    expect(changes.map(({ line, values, wrong }) => [line.key, values, wrong])).toEqual([
      ['new:0', { name: '张三' }, 1],
      ['new:2', { name: '赵六', grade: 'P1' }, 0],
    ]);
  });
});
