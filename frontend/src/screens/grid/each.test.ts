import { expect, it } from 'vitest';
import { each } from './each';

it('works at so many at a time, and stops where it makes no sense to go on', async () => {
  let [atWork, most] = [0, 0];
  const done: number[] = [];
  const work = async (item: number) => {
    atWork += 1;
    most = Math.max(most, atWork);
    await Promise.resolve();
    atWork -= 1;
    done.push(item);
    return item !== 5;
  };
  await each([0, 1, 2, 3], 4, work);
  expect([done, most]).toEqual([[0, 1, 2, 3], 4]);
  await each([5, 6, 7], 1, work);
  expect(done.at(-1)).toBe(5);
});
