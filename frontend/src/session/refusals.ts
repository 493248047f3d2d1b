import type { CombinedError } from 'urql';

/** Why something was refused, as a payload tells it. */
export interface Told {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[];
  readonly params?: readonly { readonly name: string; readonly value: string }[];
}

/** What a person is told: the text, and after how many seconds it may be tried again. */
export interface Refusal {
  readonly message: string;
  readonly code?: string;
  readonly wait?: number;
}

/** The refusal of a request that came to nothing; `away` is said where there was no answer. */
export function refusalOf(errors: readonly Told[] | undefined, error: CombinedError | undefined, away: string): Refusal {
  const [first] = errors ?? [];
  if (first === undefined) return { message: error?.graphQLErrors[0]?.message ?? away };
  const { code } = first;
  const seconds = Number(first.params?.find(({ name }) => name === 'seconds')?.value);
  if (seconds > 0) return { message: first.message, code, wait: seconds };
  return { message: (errors ?? []).map((each) => each.message).join(' '), code };
}
