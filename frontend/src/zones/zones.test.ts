import { describe, expect, it } from 'vitest';
import { byCounty, byZone } from './zones';

const row = (zoneCode: string, school: string, addresses: string) =>
  ({ zoneCode, school, englishAddresses: addresses, chineseAddresses: addresses }) as never;

describe('an answer', () => {
  it('is told zone by zone, each school and each part of the road once', () => {
    const found = byZone([row('1', 'a', 'odd'), row('2', 'b', 'even'), row('2', 'c', 'even'), row('2', 'b', 'rest'), row('2', 'c', 'rest')]);
    expect(found.map(({ code, schools, addresses }) => [code, schools.length, addresses.map(([en]) => en)])).toEqual([
      ['1', 1, ['odd']],
      ['2', 2, ['even', 'rest']],
    ]);
    expect(byZone([])).toEqual([]);
  });
});

describe('the streets', () => {
  it('are told county by county', () => {
    const streets = [
      { id: '1', name: 'A', parent: { name: 'X' } },
      { id: '2', name: 'B', parent: { name: 'X' } },
      { id: '3', name: 'A', parent: { name: 'Y' } },
    ];
    expect(byCounty(streets).map(({ group, items }) => [group, items.map(({ value }) => value)])).toEqual([
      ['X', ['1', '2']],
      ['Y', ['3']],
    ]);
  });
});
