import { describe, expect, it } from 'vitest';
import type { Held } from '../catalogue/catalogue';
import { choicesOf, isWritable, type Known, read, written } from './reading';

const field = (type: string, more: Partial<Held> = {}): Held =>
  ({ name: 'x', label: { en: 'x', zh: 'x' }, type, required: false, isList: false, states: [], ...more }) as Held;

const known: Known = {
  language: 'zh',
  codes: (table) => (table === 'sex' ? [{ code: '1', en: 'Male', zh: '男' }, { code: '2', en: 'Female', zh: '女' }] : undefined),
  record: (_kind, text) => ({ 一班: 'Class:7', 李: 'several' as const, 无: 'none' as const })[text],
  title: (value) => (value as { name: string }).name,
};
const sex = field('Coded', { codeTable: 'sex' });
const value = (is: unknown) => ({ is: 'value', value: is });
const wrong = (is: string) => ({ is: 'wrong', wrong: is });

describe('a text in a cell', () => {
  it('is a code, or its words in either language', () => {
    for (const text of ['2', '女', 'female', ' 女 ']) expect(read(sex, text, known)).toEqual(value('2'));
    expect(read(sex, '难', known)).toEqual(wrong('noCode'));
    expect(read(field('Coded', { codeTable: 'other' }), '1', known)).toEqual({ is: 'waiting' });
  });

  it('is a state by its name or its words', () => {
    const state = field('Choice', { states: [{ name: 'OPEN', label: { en: 'Open', zh: '开放' } }] as never });
    for (const text of ['OPEN', 'open', '开放']) expect(read(state, text, known)).toEqual(value('OPEN'));
  });

  it('is a day as people write it', () => {
    for (const text of ['20150901', '2015-9-1', '2015年9月1日', '２０１５/09/01']) {
      expect(read(field('Date'), text, known)).toEqual(value('2015-09-01'));
    }
    expect(read(field('Date'), '2015-02-30', known)).toEqual(wrong('noDay'));
    expect(read(field('Span'), '20150901–', known)).toEqual(value({ from: '2015-09-01', until: null }));
    expect(read(field('Span'), '2015-09-01 至 2016/7/1', known)).toEqual(value({ from: '2015-09-01', until: '2016-07-01' }));
  });

  it('is a number within its bounds', () => {
    const seat = field('Integer', { least: 1, most: 200 });
    expect(read(seat, '１２', known)).toEqual(value(12));
    expect(read(seat, '0', known)).toEqual(wrong('range'));
    expect(read(seat, 'twelve', known)).toEqual(wrong('noNumber'));
    expect(read(field('Scaled', { scale: 2 }), '1,234.50', known)).toEqual(value('1234.50'));
  });

  it('is yes or no in either language', () => {
    expect(['是', 'YES', '1'].map((text) => read(field('Boolean'), text, known))).toEqual(Array(3).fill(value(true)));
    expect(read(field('Boolean'), '否', known)).toEqual(value(false));
    expect(read(field('Boolean'), '也许', known)).toEqual(wrong('noAnswer'));
  });

  it('is a record by its id, or by what it is called once that was looked up', () => {
    const one = field('One', { target: 'Class' });
    expect(read(one, 'Class:12', known)).toEqual(value('Class:12'));
    expect(read(one, '一班', known)).toEqual(value('Class:7'));
    expect(read(one, '李', known)).toEqual(wrong('several'));
    expect(read(one, '王', known)).toEqual({ is: 'waiting' });
  });

  it('is nothing where nothing may be, and a fault where something must', () => {
    expect(read(field('Text'), '  ', known)).toEqual(value(null));
    expect(read(field('Text', { required: true }), '', known)).toEqual(wrong('required'));
    expect(read(field('Text', { size: 2 }), '三个字', known)).toEqual(wrong('long'));
  });
});

describe('a value', () => {
  it('is written so that it is read again as the same', () => {
    expect(written(sex, { code: '2', label: '女' }, known)).toBe('女');
    expect(written(field('Boolean'), false, known)).toBe('否');
    expect(written(field('Span'), { from: '2015-09-01', until: null }, known)).toBe('2015-09-01 –');
    expect(read(field('Span'), '2015-09-01 –', known)).toEqual(value({ from: '2015-09-01', until: null }));
    expect(written(field('Sealed'), { mask: '510***' }, known)).toBe('510***');
    expect(written(field('One'), { id: 'Class:7', name: '一班' }, known)).toBe('一班');
    expect(written(field('Integer'), 7, known)).toBe('7');
    expect(written(field('Text'), null, known)).toBe('');
  });

  it('has its choices', () => {
    expect(choicesOf(sex, known)).toEqual(['男', '女']);
    expect(choicesOf(field('Text'), known)).toBeUndefined();
    expect(isWritable(field('Choices'))).toBe(false);
    expect(isWritable(field('Text', { isList: true }))).toBe(false);
  });
});
