import { useState } from 'react';
import { useClient } from 'urql';
import type { Chosen, Decision, Item } from './desk';
import { type Tally, blockedBy, tallied } from './tally';

/** Puts decisions into effect, one item after the other, and says what came of them. */
export function useDeciding(onDecided: (id: string) => void) {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);

  const decide = async (items: readonly Item[], decision: Decision<Item>, note: string, chosen: Chosen): Promise<Tally> => {
    setBusy(true);
    const outcomes: (string | undefined)[] = [];
    for (const item of items) {
      const input = decision.input(item, note, chosen) as never;
      const { data, error } = await client.mutation(decision.document, { input }).toPromise();
      const why = blockedBy(data?.outcome.errors, error);
      outcomes.push(why);
      if (why === undefined) onDecided(item.id);
    }
    setBusy(false);
    return tallied(outcomes);
  };

  return { decide, isBusy };
}
