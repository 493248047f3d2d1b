import { useState } from 'react';
import { useClient } from 'urql';
import { ASIDE, settle } from '../api/aside';
import type { Chosen, Decision, Item } from './desk';
import { blockedBy, type Outcome, type Tally, tallied } from './tally';

/** So many are decided by one request. */
const AT_ONCE = 10;

/** How many of several are through. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** Items group by group, at most so many at a time. */
export function inParts<T>(items: readonly T[], groupOf: (item: T) => string, most: number): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / most) }, (_part, place) => group.slice(place * most, (place + 1) * most)),
  );
}

/** Puts decisions into effect, of several a few at a time, and says what came of them. */
export function useDeciding(onDecided: (id: string) => void) {
  const client = useClient();
  const [progress, setProgress] = useState<Progress>();

  const one = async (decision: Decision<Item>, item: Item, note: string, chosen: Chosen, context: object): Promise<Outcome<Item>> => {
    const input = decision.input(item, note, chosen) as never;
    const { data, error } = await client.mutation(decision.document, { input }, context).toPromise();
    return { item, why: blockedBy(data?.outcome.errors, error) };
  };

  const several = async ({ together }: Decision<Item>, items: readonly Item[], note: string): Promise<readonly Outcome<Item>[]> => {
    const input = together!.input(items, note) as never;
    const { data, error } = await client.mutation(together!.document, { input }, ASIDE).toPromise();
    const errors = new Map(data?.outcome.results.map((each) => [each.id, each.errors] as const));
    return items.map((item) => ({ item, why: blockedBy(errors.get(item.id), error) }));
  };

  const decide = async (items: readonly Item[], decision: Decision<Item>, note: string, chosen: Chosen): Promise<Tally<Item>> => {
    const outcomes: Outcome<Item>[] = [];
    const isOfMany = items.length > 1;
    const { together } = decision;
    const parts = isOfMany && together !== undefined ? inParts(items, together.groupOf, AT_ONCE) : items.map((item) => [item]);
    for (const part of parts) {
      setProgress({ done: outcomes.length, all: items.length });
      const [item] = part;
      const came =
        isOfMany && together !== undefined
          ? await several(decision, part, note)
          : await Promise.all(item === undefined ? [] : [one(decision, item, note, chosen, isOfMany ? ASIDE : {})]);
      outcomes.push(...came);
      for (const { item: decided, why } of came) if (why === undefined) onDecided(decided.id);
    }
    if (isOfMany) await settle(client);
    setProgress(undefined);
    return tallied(outcomes);
  };

  return { decide, progress };
}
