import { describe, expect, it } from 'vitest';
import { conditionLabel, conditionsOf, offers, withCondition } from './conditions';
import { sample } from './sample';

const { catalogue, pupil } = sample();

describe('Conditions of a filter', () => {
  it('stand one by one, those over a relation by their own paths', () => {
    const filter = {
      age: { eq: 7 },
      school: { id: { in: ['School:1'] }, name: { contains: 'A' } },
      loans: { some: {} },
      voided: true,
    };
    expect(conditionsOf(catalogue, pupil, filter)).toEqual([
      { path: 'age', value: { eq: 7 } },
      { path: 'school', value: { id: { in: ['School:1'] } } },
      { path: 'school.name', value: { contains: 'A' } },
      { path: 'loans', value: { some: {} } },
    ]);
    expect(conditionsOf(catalogue, pupil, { school: { name: { eq: 'A' } } })).toEqual([
      { path: 'school.name', value: { eq: 'A' } },
    ]);
  });

  it('are set without touching others', () => {
    const set = (filter: object, path: string, value: unknown) =>
      withCondition(catalogue, pupil, filter as Record<string, unknown>, path, value);
    expect(set({ age: { eq: 7 } }, 'sex', { in: ['1'] })).toEqual({ age: { eq: 7 }, sex: { in: ['1'] } });
    expect(set({}, 'school.name', { eq: 'A' })).toEqual({ school: { name: { eq: 'A' } } });
    expect(set({ school: { name: { eq: 'A' } } }, 'school', { isNull: false })).toEqual({
      school: { name: { eq: 'A' }, isNull: false },
    });
    expect(set({ school: { isNull: false } }, 'school.name', { eq: 'A' })).toEqual({
      school: { isNull: false, name: { eq: 'A' } },
    });
  });

  it('leave nothing behind when they are taken away', () => {
    const gone = (filter: object, path: string) =>
      withCondition(catalogue, pupil, filter as Record<string, unknown>, path, undefined);
    expect(gone({ age: { eq: 7 } }, 'age')).toEqual({});
    expect(gone({}, 'school.name')).toEqual({});
    expect(gone({ school: { name: { eq: 'A' } } }, 'school.name')).toEqual({});
    expect(gone({ school: { isNull: true, name: { eq: 'A' } } }, 'school')).toEqual({ school: { name: { eq: 'A' } } });
  });

  it('have the words of their way', () => {
    expect(conditionLabel(catalogue, pupil, 'age')?.en).toBe('age');
    expect(conditionLabel(catalogue, pupil, 'school.name')?.en).toBe('school · name');
    expect(conditionLabel(catalogue, pupil, 'loans')?.en).toBe('Loans');
    expect(conditionLabel(catalogue, pupil, 'or')).toBeUndefined();
  });

  it('are offered on fields, lists and fields of related records', () => {
    const paths = offers(catalogue, pupil).map(({ path }) => path);
    expect(paths).toEqual([...pupil.filters, 'loans', 'school.name', 'school.opened']);
  });
});
