import type { Kind } from '../../catalogue/catalogue';
import { type GridColumn, type Sheet, widthFor } from '../../grid/columns';
import type { Edits } from '../../grid/edits';
import type { Rejected } from './rejected';
import { mappingOf, type Run } from './run';
import { snake } from './targets';

/** How wide the numbers of lines are. */
const HEAD = 64;
/** What a column is wide at the least in which something is wrong. */
const NOTED = 200;

/** The headers of the columns that say who or what a row is of. */
export function naming(kind: Kind, run: Pick<Run, 'mapping'>): readonly string[] {
  const mapping = mappingOf(run);
  return kind.title.flatMap((path) => mapping[path.split('.').map(snake).join('.')] ?? []);
}

/** The columns of the file: who it is first, then what is wrong, then the rest; what is wrong with a row as a whole
 * stands before them.
 */
export function columnsOf({ headers, rows }: Rejected, named: readonly string[], reason: string): readonly GridColumn[] {
  const isWrong = (column: number) => rows.some(({ faults }) => faults.has(column));
  const rank = (column: number) => (named.includes(headers[column] ?? '') ? 0 : isWrong(column) ? 1 : 2);
  const order = headers.map((_header, column) => column).sort((a, b) => rank(a) - rank(b) || a - b);
  const own = order.map((column): GridColumn => {
    const label = headers[column] ?? '';
    const width = widthFor(label, rows.map(({ cells }) => cells[column] ?? ''));
    return { key: String(column), label, width: isWrong(column) ? Math.max(width, NOTED) : width };
  });
  if (rows.every(({ reasons }) => reasons.length === 0)) return own;
  return [{ key: 'reason', label: reason, width: 260, isFixed: true }, ...own];
}

/** The rejected rows with what was written into them, and what is wrong where nothing was. */
export function sheetOf({ rows }: Rejected, columns: readonly GridColumn[], edits: Edits): Sheet {
  return {
    columns,
    count: rows.length,
    head: HEAD,
    called: (row) => String(rows[row]?.line ?? ''),
    cell: ({ row, column }) => {
      const [of, at] = [rows[row], columns[column]];
      if (of === undefined || at === undefined) return { text: '' };
      if (at.isFixed === true) return of.reasons.length === 0 ? { text: '' } : { text: '', note: of.reasons.join(' '), mark: 'fault' };
      const changed = edits.now.get(`${row}/${at.key}`);
      if (changed !== undefined) return { text: changed, mark: 'changed' };
      const fault = of.faults.get(Number(at.key));
      const text = of.cells[Number(at.key)] ?? '';
      return fault === undefined ? { text } : { text, mark: 'fault', note: fault.reason, suggestion: fault.suggestion };
    },
  };
}

/** The likeliest of what each wrong cell may have meant, by the keys of the cells. */
export function suggestions({ rows }: Rejected): [string, string][] {
  return rows.flatMap(({ faults }, row) =>
    [...faults].flatMap(([column, { suggestion }]): [string, string][] =>
      suggestion === undefined ? [] : [[`${row}/${column}`, suggestion]],
    ),
  );
}
