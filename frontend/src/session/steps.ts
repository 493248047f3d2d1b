import type { Duty } from '../gql/graphql';

/** Somebody who was let in, as far as the way in must know them. */
export interface Entered {
  readonly username: string;
  readonly duty: Duty | null;
}

/** Where somebody is on their way in. */
export type Step =
  | { readonly at: 'door' }
  | { readonly at: 'duty'; readonly duty: Duty; readonly who: Entered }
  | { readonly at: 'codes'; readonly codes: readonly string[]; readonly who: Entered }
  | { readonly at: 'in'; readonly who: Entered };

/** The step after one by which somebody was let in or did a duty; codes that were shown once come between. */
export function next(who: Entered, codes?: readonly string[] | null): Step {
  if (codes && codes.length > 0) return { at: 'codes', codes, who };
  return who.duty === null ? { at: 'in', who } : { at: 'duty', duty: who.duty, who };
}
