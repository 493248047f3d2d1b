import { describe, expect, it } from 'vitest';
import { type ReadStep, readAll } from './exporting';

/** A list of so many rows, by their numbers. */
function list(length: number): ReadStep {
  return (after, first) => {
    const from = after === null ? 0 : Number(after) + 1;
    const nodes = Array.from({ length: Math.min(first, length - from) }, (_, index) => ({ id: String(from + index) }));
    const last = from + nodes.length - 1;
    return Promise.resolve({ nodes, pageInfo: { hasNextPage: last + 1 < length, endCursor: String(last) } });
  };
}

describe('An export', () => {
  it('reads a list to its end and tells how far it is', async () => {
    const told: number[] = [];
    const { rows, isCut } = await readAll(list(1200), (count) => told.push(count), new AbortController().signal);
    expect(rows).toHaveLength(1200);
    expect(isCut).toBe(false);
    expect(told).toEqual([500, 1000, 1200]);
  });

  it('says when it is cut', async () => {
    const { rows, isCut } = await readAll(list(901), () => undefined, new AbortController().signal, 900);
    expect(rows).toHaveLength(900);
    expect(isCut).toBe(true);
  });

  it('is not cut where it ends just there', async () => {
    const { isCut } = await readAll(list(900), () => undefined, new AbortController().signal, 900);
    expect(isCut).toBe(false);
  });

  it('can be broken off', async () => {
    const leaving = new AbortController();
    const read = readAll(list(5000), () => leaving.abort(), leaving.signal);
    await expect(read).rejects.toThrow();
  });
});
