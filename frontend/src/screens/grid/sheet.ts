import { type GridColumn, type Sheet, type Shown, widthFor } from '../../grid/columns';
import { choicesOf, type Known, read, type Wrong } from '../../grid/reading';
import { fieldType } from '../../fields/types';
import type { Label } from '../../words/words';
import type { Planned } from './plan';
import { type GridLine, isFixed, isStarted, keyOf, originalOf } from './rows';

/** What the server said of a cell as long as that holds the same, or of a row under the key of its first cell. */
export interface Remark {
  readonly text: string;
  readonly isOdd: boolean;
  /** What had been written into the cell. */
  readonly of: string | undefined;
}

export interface Content {
  readonly lines: readonly GridLine[];
  readonly columns: readonly Planned[];
  readonly edits: ReadonlyMap<string, string>;
  readonly remarks: ReadonlyMap<string, Remark>;
  readonly known: Known;
}

/** How wide what records are called is. */
const HEAD = 150;
/** How many rows say how wide a column is to be. */
const MEASURED = 60;

export function gridColumns({ lines, columns, known }: Content, label: (label: Label) => string): readonly GridColumn[] {
  return columns.map((column): GridColumn => {
    const called = label(column.held.label);
    const texts = lines.slice(0, MEASURED).map((line) => originalOf(line, column, known));
    const choices = choicesOf(column.held, known);
    return {
      key: column.name,
      label: called,
      width: widthFor(column.held.required ? `${called} *` : called, texts),
      isRequired: column.held.required,
      isNumeric: fieldType(column.held.type).isNumeric === true,
      isFixed: !column.isUpdated && !column.isCreated,
      ...(choices === undefined ? {} : { choices }),
    };
  });
}

/** The cells as they stand: what was there, what was written over it, what is wrong with that. */
export function sheetOf(
  content: Content,
  columns: readonly GridColumn[],
  wrongs: (wrong: Wrong) => string,
  called: (row: number) => string,
): Sheet {
  const { lines } = content;
  const kept = new Map<string, Shown>();
  return {
    columns,
    count: lines.length,
    head: HEAD,
    called,
    cell: ({ row, column }) => {
      const place = `${row}/${column}`;
      const found = kept.get(place) ?? shown(content, wrongs, row, column);
      kept.set(place, found);
      return found;
    },
  };
}

function shown({ lines, columns, edits, remarks, known }: Content, wrongs: (wrong: Wrong) => string, row: number, place: number): Shown {
  const [line, column] = [lines[row], columns[place]];
  if (line === undefined || column === undefined) return { text: '' };
  const key = keyOf(line, column);
  const original = originalOf(line, column, known);
  const remark = remarks.get(key);
  const said = remark === undefined || remark.of !== edits.get(key) ? {} : { note: remark.text, mark: remark.isOdd ? ('odd' as const) : ('fault' as const) };
  if (isFixed(line, column)) return { text: original, isFixed: true, ...said };
  const text = edits.get(key) ?? (line.record === undefined && isStarted(line, columns, edits) ? '' : undefined);
  if (text === undefined) return { text: original, ...said };
  const reading = read(column.held, text, known);
  if (reading.is === 'wrong') return { text, mark: 'fault', note: wrongs(reading.wrong) };
  if (reading.is === 'waiting') return { text, mark: 'waiting' };
  return { text, mark: edits.has(key) ? 'changed' : undefined, ...said };
}
