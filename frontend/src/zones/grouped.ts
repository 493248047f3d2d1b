/** Items by a key of theirs, in the order in which the keys come. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) {
    const those = found.get(keyOf(item));
    if (those === undefined) found.set(keyOf(item), [item]);
    else those.push(item);
  }
  return found;
}
