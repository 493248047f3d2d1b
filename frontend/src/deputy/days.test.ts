import { describe, expect, it } from 'vitest';
import { change, daysAfter, most, yearBefore } from './days';

describe('days', () => {
  it('go over the ends of months and years', () => {
    expect(daysAfter('2026-12-20', 30)).toBe('2027-01-19');
    expect(yearBefore('2024-02-29')).toBe('2023-03-01');
    expect(yearBefore('2026-11-29')).toBe('2025-11-29');
  });
});

describe('what moved', () => {
  it('has its sign, and a share only of something', () => {
    expect(change(200, 190)).toEqual({ by: '−10', share: '−5.0 %' });
    expect(change(0, 3)).toEqual({ by: '+3', share: '' });
    expect(change(5, 5)).toEqual({ by: '±0', share: '±0.0 %' });
  });
});

describe('what is whose', () => {
  it('names those with the most, and sums up the rest', () => {
    const groups = [1, 5, 3, 2].map((count) => ({ count, key: count }));
    expect(most(groups, 2)).toEqual({ first: [{ count: 5, key: 5 }, { count: 3, key: 3 }], rest: 3 });
  });
});
