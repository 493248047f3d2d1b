import type { Findings, Item } from './desk';

/** What is to be expected of a decision on several items: how many pass, and which rules stand against the others. */
export interface Prospect {
  readonly passing: number;
  readonly unknown: number;
  /** A rule's first finding, and of how many items it is not met. */
  readonly blocked: readonly (readonly [why: string, count: number])[];
}

/** The items that no rule forbids, as far as they were looked at. */
export function passing<T extends Item>(items: readonly T[], findings: Findings): readonly T[] {
  return items.filter(({ id }) => findings.get(id)?.every(({ verdict }) => verdict !== 'BLOCKED') ?? false);
}

export function prospect(items: readonly Item[], findings: Findings): Prospect {
  const blocked = new Map<string, [why: string, count: number]>();
  for (const { id } of items) {
    for (const { code, verdict, message } of findings.get(id) ?? []) {
      if (verdict !== 'BLOCKED') continue;
      const [why, count] = blocked.get(code) ?? [message, 0];
      blocked.set(code, [why, count + 1]);
    }
  }
  return {
    passing: passing(items, findings).length,
    unknown: items.filter(({ id }) => !findings.has(id)).length,
    blocked: [...blocked.values()].toSorted(([, one], [, other]) => other - one),
  };
}
