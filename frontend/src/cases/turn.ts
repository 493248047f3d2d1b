import type { Viewer } from '../session/session';

/** A step of a case, as far as whose turn it is hangs on it. */
export interface Turn {
  readonly sequence: number;
  readonly code: string;
  readonly state: string;
  readonly roles: string;
  readonly delegatedTo?: string | null;
  readonly unit?: { readonly id: string } | null;
}

/** The step at which a case waits. */
export function waiting<T extends Turn>(steps: readonly T[]): T | undefined {
  return steps.find(({ state }) => state === 'WAITING');
}

/** Whether a step is for somebody to decide: by a role at its unit, or because it was handed to them. */
export function isTurnOf(step: Turn | undefined, { grants, displayName }: Pick<Viewer, 'grants' | 'displayName'>): boolean {
  if (step === undefined) return false;
  const roles = step.roles.split(' ');
  const isThere = grants.some(({ role, unitId }) => unitId === step.unit?.id && roles.includes(role));
  return isThere || (step.delegatedTo != null && step.delegatedTo === displayName);
}

/** The steps to which a case can be sent back: those before the one that waits, each once, as it last came. */
export function earlier<T extends Turn>(steps: readonly T[]): readonly T[] {
  const present = waiting(steps);
  if (present === undefined) return [];
  const before = steps.filter(({ sequence, state }) => sequence < present.sequence && state !== 'DROPPED');
  const last = new Map(before.map((step) => [step.code, step] as const));
  last.delete(present.code);
  return [...last.values()].toSorted((one, other) => one.sequence - other.sequence);
}

/** The turns that tell how a case went: what came to nothing and was never begun is left out while others say it. */
export function told<T extends Turn & { readonly cameOn?: string | null }>(steps: readonly T[]): readonly T[] {
  return steps.filter(({ state, cameOn }) => state !== 'DROPPED' || cameOn != null);
}
