import { useState } from 'react';
import { useClient } from 'urql';
import { ASIDE, settle } from '../api/aside';
import type { Chosen, Decision, Item } from './desk';
import { blockedBy, type Outcome, type Tally, tallied } from './tally';

/** How many of several are through. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** Puts decisions into effect, one item after the other, and says what came of them. */
export function useDeciding(onDecided: (id: string) => void) {
  const client = useClient();
  const [progress, setProgress] = useState<Progress>();

  const decide = async (items: readonly Item[], decision: Decision<Item>, note: string, chosen: Chosen): Promise<Tally<Item>> => {
    const outcomes: Outcome<Item>[] = [];
    const isOfMany = items.length > 1;
    for (const item of items) {
      setProgress({ done: outcomes.length, all: items.length });
      const input = decision.input(item, note, chosen) as never;
      const { data, error } = await client.mutation(decision.document, { input }, isOfMany ? ASIDE : {}).toPromise();
      const why = blockedBy(data?.outcome.errors, error);
      outcomes.push({ item, why });
      if (why === undefined) onDecided(item.id);
    }
    if (isOfMany) await settle(client);
    setProgress(undefined);
    return tallied(outcomes);
  };

  return { decide, progress };
}
