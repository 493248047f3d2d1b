import { isSame, type Values } from './content';

/** An argument that somebody else changed meanwhile. */
export interface Difference {
  readonly name: string;
  /** Whether both changed it, and not to the same: then one of the two is kept. */
  readonly isDisputed: boolean;
}

export type Kept = 'mine' | 'theirs';

/** What somebody else changed while one typed. */
export function differences(names: readonly string[], was: Values, mine: Values, theirs: Values): readonly Difference[] {
  return names
    .filter((name) => !isSame(was[name], theirs[name]))
    .map((name) => ({ name, isDisputed: !isSame(was[name], mine[name]) && !isSame(mine[name], theirs[name]) }));
}

/** Both together: what only one changed as they have it, and of what is disputed what was chosen. */
export function merged(
  names: readonly string[],
  was: Values,
  mine: Values,
  theirs: Values,
  chosen: Readonly<Record<string, Kept>>,
): Values {
  const isMine = (name: string) => !isSame(was[name], mine[name]) && chosen[name] !== 'theirs';
  return Object.fromEntries(names.map((name) => [name, (isMine(name) ? mine : theirs)[name] ?? null]));
}
