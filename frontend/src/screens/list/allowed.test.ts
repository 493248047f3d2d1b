import { describe, expect, it } from 'vitest';
import { type Allowed, learnAllowed } from './allowed';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `Pupil:${index}`);
const never = new AbortController().signal;

/** A server that notes how many records it is asked about at a time. */
function server() {
  const asked: number[] = [];
  const read = (some: readonly string[]) => {
    asked.push(some.length);
    return Promise.resolve(some.map((id) => ({ id, actions: ['voidPupil'] })));
  };
  return { asked, read };
}

describe('What many records allow', () => {
  it('is asked in portions, in the order of the records', async () => {
    const { asked, read } = server();
    const found = await learnAllowed(ids(450), new Map(), read, never);
    expect(found.map(({ id }) => id)).toEqual(ids(450));
    expect(asked).toEqual([200, 200, 50]);
  });

  it('is asked of those alone that came since', async () => {
    const { asked, read } = server();
    const known = new Map<string, Allowed>();
    await learnAllowed(ids(450), known, read, never);
    expect(await learnAllowed(ids(451).slice(1), known, read, never)).toHaveLength(450);
    expect(asked).toEqual([200, 200, 50, 1]);
  });

  it('is asked no further once somebody left', async () => {
    const { asked, read } = server();
    const leaving = new AbortController();
    const reading = learnAllowed(ids(450), new Map(), (some) => (leaving.abort(), read(some)), leaving.signal);
    await expect(reading).rejects.toThrow();
    expect(asked).toEqual([200]);
  });
});
