import { describe, expect, it } from 'vitest';
import { lifeLine, type Stay } from './lifeLine';

const stay = (id: string, from: string | null, until: string | null): Stay => ({ id, place: id, placeId: undefined, as: '', from, until });

describe('a life line', () => {
  it('lays stays out between the first year and today', () => {
    const { bars, years } = lifeLine([stay('a', '2020-01-01', '2022-01-01'), stay('b', '2022-01-01', null)], '2024-01-01');
    expect(bars.map(({ start, length }) => [Math.round(start), Math.round(length)])).toEqual([
      [0, 50],
      [50, 50],
    ]);
    expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023]);
  });

  it('shows a stay of a day, and one whose beginning nobody knows', () => {
    const { bars } = lifeLine([stay('a', null, '2021-01-01'), stay('b', '2020-01-01', '2020-01-01')], '2024-01-01');
    expect(bars[0]?.start).toBe(0);
    expect(bars[1]?.length).toBeGreaterThan(0.5);
  });

  it('marks few years of a long life', () => {
    expect(lifeLine([stay('a', '1960-09-01', null)], '2026-01-01').years.length).toBeLessThanOrEqual(8);
  });
});
