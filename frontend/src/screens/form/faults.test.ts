// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { faults } from './faults';
import { argument, verb } from './testing';

const create = verb(
  'CREATE',
  argument('name', { required: true, size: 4 }),
  argument('seat', { type: 'Integer', least: 1, most: 99 }),
  argument('amount', { type: 'Scaled', scale: 2, isMoney: true, least: 0 }),
  argument('day', { type: 'Date' }),
  argument('period', { type: 'Span' }),
);
const wrong = (values: Record<string, unknown>) => Object.keys(faults(create, {}, { name: '王芳', ...values }));

describe('what a form can tell by itself', () => {
  it('finds what is missing, too long, no number, out of range, no day, or ends before it begins', () => {
    expect(wrong({ name: null })).toEqual(['name']);
    expect(wrong({ name: '阿卜杜拉𠮷' })).toEqual(['name']);
    expect(wrong({ seat: '7x' })).toEqual(['seat']);
    expect(wrong({ seat: 100 })).toEqual(['seat']);
    expect(wrong({ amount: '1.234' })).toEqual(['amount']);
    expect(wrong({ amount: '-1' })).toEqual(['amount']);
    expect(wrong({ day: '2026-02-30' })).toEqual(['day']);
    expect(wrong({ period: { from: '2026-09-01', until: '2026-08-31' } })).toEqual(['period']);
  });

  it('finds nothing wrong with what is right', () => {
    const period = { from: '2026-09-01', until: null };
    expect(wrong({ name: '阿卜杜𠮷', seat: 99, amount: '12345678901234.56', day: '2026-02-28', period })).toEqual([]);
  });

  it('asks of a change only what was changed: what is withheld stays', () => {
    const change = verb('UPDATE', argument('name', { required: true }));
    expect(faults(change, { name: null }, { name: null })).toEqual({});
    expect(Object.keys(faults(change, { name: '王芳' }, { name: null }))).toEqual(['name']);
  });
});
