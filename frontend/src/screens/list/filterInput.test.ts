import { describe, expect, it } from 'vitest';
import { siftFilter } from './filterInput';
import { sample } from './sample';

const { catalogue, pupil } = sample();

function dropped(filter: Record<string, unknown>): readonly string[] {
  return siftFilter(catalogue, pupil, filter).dropped;
}

describe('A filter in an address', () => {
  it('is kept whole where all of it is known', () => {
    const filter = {
      number: { startsWith: '2026' },
      status: { in: ['HERE'] },
      born: { gte: '2015-01-01', lte: '2015-12-31' },
      height: { lt: '1.5' },
      age: { eq: 7 },
      boards: { eq: true },
      sex: { isNull: true },
      seen: { gte: '2026-01-01T00:00:00Z' },
      school: { id: { in: ['School:1'] }, name: { contains: '一小' } },
      loans: { none: {} },
      or: [{ age: { eq: 8 } }, { not: { school: { isNull: true } } }],
      voided: true,
    };
    expect(siftFilter(catalogue, pupil, filter)).toEqual({ filter, dropped: [] });
  });

  it('loses conditions on what the kind cannot be filtered by', () => {
    expect(siftFilter(catalogue, pupil, { name: { eq: 'A' }, colour: { eq: 'red' }, age: { eq: 7 } })).toEqual({
      filter: { age: { eq: 7 } },
      dropped: ['name', 'colour'],
    });
  });

  it('loses operators that a type does not have, and values of another type', () => {
    expect(dropped({ sex: { contains: '1' } })).toEqual(['sex']);
    expect(dropped({ boards: { eq: 'yes' } })).toEqual(['boards']);
    expect(dropped({ age: { gte: 1.5 } })).toEqual(['age']);
    expect(dropped({ born: { eq: '2015-13-01' } })).toEqual(['born']);
    expect(dropped({ seen: { eq: 'yesterday' } })).toEqual(['seen']);
    expect(dropped({ status: { in: ['GONE'] } })).toEqual(['status']);
    expect(dropped({ status: { in: 'HERE' } })).toEqual(['status']);
    expect(dropped({ age: {} })).toEqual(['age']);
    expect(dropped({ age: null })).toEqual(['age']);
  });

  it('loses a condition whole where a part of it is unknown, since the rest would mean something else', () => {
    expect(dropped({ school: { name: { eq: 'A' }, colour: { eq: 'red' } } })).toEqual(['school']);
    expect(dropped({ loans: { none: { colour: { eq: 'red' } } } })).toEqual(['loans']);
    expect(dropped({ or: [{ age: { eq: 7 } }, { colour: { eq: 'red' } }] })).toEqual(['or']);
    expect(dropped({ or: [] })).toEqual(['or']);
  });

  it('is not followed without end', () => {
    let filter: Record<string, unknown> = { age: { eq: 7 } };
    for (let depth = 0; depth < 50; depth += 1) filter = { not: filter };
    expect(dropped(filter)).toEqual(['not']);
  });
});
