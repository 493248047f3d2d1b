import type { CombinedError } from 'urql';

/** What came of deciding several items: how many went through, and what stood against the others, how often. */
export interface Tally {
  readonly done: number;
  readonly blocked: readonly (readonly [why: string, count: number])[];
}

/** Why a decision was not put into effect; undefined if it was. */
export function blockedBy(
  errors: readonly { readonly message: string }[] | undefined,
  error: CombinedError | undefined,
): string | undefined {
  if (error !== undefined) return error.graphQLErrors[0]?.message ?? error.networkError?.message ?? error.message;
  return errors === undefined || errors.length === 0 ? undefined : errors.map(({ message }) => message).join(' ');
}

export function tallied(outcomes: readonly (string | undefined)[]): Tally {
  const counts = new Map<string, number>();
  for (const why of outcomes) if (why !== undefined) counts.set(why, (counts.get(why) ?? 0) + 1);
  const blocked = [...counts].toSorted(([, one], [, other]) => other - one);
  return { done: outcomes.filter((why) => why === undefined).length, blocked };
}
