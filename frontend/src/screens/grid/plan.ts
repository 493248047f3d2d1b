import type { Action, Argument, Held, Kind } from '../../catalogue/catalogue';
import { isWritable } from '../../grid/reading';

/** A column of the grid: what it holds, where that stands on a record, and which verbs are given it. */
export interface Planned {
  readonly name: string;
  readonly held: Held;
  /** Where its present value is read; undefined where a new record alone is given it. */
  readonly path: string | undefined;
  readonly isUpdated: boolean;
  readonly isCreated: boolean;
}

export interface Plan {
  readonly update: Action | undefined;
  readonly create: Action | undefined;
  readonly columns: readonly Planned[];
  /** All that is asked of each record. */
  readonly paths: readonly string[];
}

/** What of a kind can be written in a grid: what its plain verbs are given. */
export function planOf(kind: Kind): Plan {
  const update = verb(kind, 'UPDATE');
  const create = verb(kind, 'CREATE');
  const updated = (update?.arguments ?? []).filter((each) => isWritable(each) && each.path != null);
  const created = (create?.arguments ?? []).filter(isWritable);
  const names = [...new Set([...created, ...updated].map(({ name }) => name))];
  const columns = names.map((name) => argument(kind, name, updated, created));
  const paths = columns.flatMap(({ path }) => path ?? []);
  return { update, create, columns, paths: [...new Set([...paths, 'version'])] };
}

function verb(kind: Kind, name: 'UPDATE' | 'CREATE'): Action | undefined {
  return kind.actions.find((action) => action.verb === name && action.allowed && action.record != null);
}

function argument(kind: Kind, name: string, updated: readonly Argument[], created: readonly Argument[]): Planned {
  const [one, other] = [updated, created].map((all) => all.find((each) => each.name === name));
  const held = (other ?? one)!;
  const field = kind.fields.find((each) => each.name === name);
  return { name, held, path: one?.path ?? other?.path ?? field?.name, isUpdated: one !== undefined, isCreated: other !== undefined };
}
