import { describe, expect, it } from 'vitest';
import { count, opened, recentIds, remember } from './recent';

function shelf() {
  const held = new Map<string, string>();
  return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) };
}

describe('records that were opened', () => {
  it('stand with the last one first, each once, a dozen of them', () => {
    const storage = shelf();
    for (let id = 0; id < 15; id++) remember('li', `Person:${id}`, storage);
    remember('li', 'Person:10', storage);
    expect(recentIds('li', storage).slice(0, 3)).toEqual(['Person:10', 'Person:14', 'Person:13']);
    expect(recentIds('li', storage)).toHaveLength(12);
  });

  it("are each account's own, and nothing where what is kept is spoilt", () => {
    const storage = shelf();
    remember('li', 'Person:1', storage);
    expect(recentIds('wang', storage)).toEqual([]);
    storage.setItem('bureau.recent.li', '{');
    expect(recentIds('li', storage)).toEqual([]);
  });

  it('count for their kind, however often each is opened', () => {
    const storage = shelf();
    for (const kind of ['Person', 'School', 'Person']) count(kind, storage);
    expect(opened(storage)).toEqual({ Person: 2, School: 1 });
  });
});
