/** Do the work for each item, so many at a time; no other is begun once one says that it makes no sense to go on. */
export async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<boolean>): Promise<void> {
  let next = 0;
  let goesOn = true;
  const one = async () => {
    while (goesOn && next < items.length) {
      const item = items[next]!;
      next += 1;
      goesOn = (await work(item)) && goesOn;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, one));
}
