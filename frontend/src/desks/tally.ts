import type { CombinedError } from 'urql';

/** What came of one item: why nothing was decided of it, if nothing was. */
export interface Outcome<T> {
  readonly item: T;
  readonly why: string | undefined;
}

/** What came of deciding several items: how many went through, and which did not, by what stood against them. */
export interface Tally<T> {
  readonly done: number;
  readonly blocked: readonly (readonly [why: string, items: readonly T[]])[];
}

/** Why a decision was not put into effect; undefined if it was. */
export function blockedBy(
  errors: readonly { readonly message: string }[] | undefined,
  error: CombinedError | undefined,
): string | undefined {
  if (error !== undefined) return error.graphQLErrors[0]?.message ?? error.networkError?.message ?? error.message;
  return errors === undefined || errors.length === 0 ? undefined : errors.map(({ message }) => message).join(' ');
}

export function tallied<T>(outcomes: readonly Outcome<T>[]): Tally<T> {
  const blocked = new Map<string, T[]>();
  for (const { item, why } of outcomes) if (why !== undefined) blocked.set(why, [...(blocked.get(why) ?? []), item]);
  return {
    done: outcomes.filter(({ why }) => why === undefined).length,
    blocked: [...blocked].toSorted(([, one], [, other]) => other.length - one.length),
  };
}
