// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Held } from '../../catalogue/catalogue';
import type { Known } from '../../grid/reading';
import type { Plan } from './plan';
import { remarksOf, remarksOfTheirs } from './remarks';

const column = (name: string) => ({ name, held: { name, type: 'Text' } as unknown as Held, path: name, isUpdated: true, isCreated: true });
const plan = { columns: [column('name'), column('note')] } as unknown as Plan;
const known: Known = { language: 'zh', codes: () => [], record: () => undefined, title: () => '' };
const change = { line: { key: 'Thing:1', record: { id: 'Thing:1', name: '甲', note: '一' } }, values: { note: '二' }, wrong: 0, waiting: 0 };
const sent = new Map([['Thing:1/note', '二']]);
const problem = (...path: string[]) => ({ code: 'X', message: '不行', path, retryable: false });

it('puts what the server said beside its cell, or beside the first that was written', () => {
  const [of, whole] = remarksOf(plan, change, 'Thing:1', [problem('name'), problem()], sent);
  expect(of).toEqual(['Thing:1/name', { text: '不行', isOdd: false, of: undefined }]);
  expect(whole).toEqual(['Thing:1/note', { text: '不行', isOdd: false, of: '二' }]);
  expect(remarksOf(plan, change, 'Thing:7', [problem('note')])[0]?.[1]).toMatchObject({ isOdd: true });
});

it('shows what somebody else wrote into the same cells, and says so where they wrote into others', () => {
  const theirs = (note: string) => remarksOfTheirs(plan, change, { id: 'Thing:1', name: '乙', note }, known, sent);
  expect(theirs('三')).toEqual([['Thing:1/note', { text: expect.stringContaining('三'), isOdd: true, of: '二' }]]);
  expect(theirs('一')[0]?.[0]).toBe('Thing:1/note');
});
