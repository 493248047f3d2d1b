import type { Problem, Row } from '../../documents/documents';
import { valueAt } from '../../documents/values';
import { type Known, written } from '../../grid/reading';
import { say } from '../../words/words';
import type { Plan } from './plan';
import { type Change, keyOf } from './rows';
import type { Remark } from './sheet';
import { EDIT_GRID } from './words';

type Edits = ReadonlyMap<string, string>;

/** A remark, and the key of the cell beside which it stands. */
export type Remarked = readonly [key: string, remark: Remark];

/** What the server said of a row that is known by this key; it is odd alone where nothing was refused. */
export function remarksOf(plan: Plan, change: Change, row: string, problems: readonly Problem[], sent?: Edits): Remarked[] {
  return problems.map((problem) => {
    const key = `${row}/${cellOf(plan, change, problem)}`;
    return [key, { text: problem.message, isOdd: sent === undefined, of: sent?.get(key) }];
  });
}

/** The cell that a problem is about, or the first one that was written. */
function cellOf(plan: Plan, { values }: Change, { path }: Problem): string | undefined {
  const isGiven = plan.columns.some(({ name }) => name === path[0]);
  return isGiven ? path[0] : (Object.keys(values)[0] ?? plan.columns[0]?.name);
}

/** What somebody else wrote meanwhile, beside what one wrote oneself. */
export function remarksOfTheirs(plan: Plan, change: Change, theirs: Row, known: Known, sent: Edits): Remarked[] {
  const own = plan.columns.filter(({ name }) => name in change.values);
  const beside = (column: (typeof own)[number], text: string): Remarked => {
    const key = keyOf(change.line, column);
    return [key, { text, isOdd: true, of: sent.get(key) }];
  };
  const other = own.flatMap((column) => {
    const at = (record: Row | undefined) => (column.path === undefined ? '' : written(column.held, valueAt(record, column.path), known));
    const now = at(theirs);
    if (now === at(change.line.record)) return [];
    return [beside(column, now === '' ? say(EDIT_GRID, 'theirsEmpty') : say(EDIT_GRID, 'theirs', { text: now }))];
  });
  const [first] = own;
  return other.length > 0 || first === undefined ? other : [beside(first, say(EDIT_GRID, 'conflict'))];
}
