import type { Row } from '../../documents/documents';
import { valueAt } from '../../documents/values';
import { type Known, read, type Reading, written } from '../../grid/reading';
import type { Planned } from './plan';

/** A row of the grid: a record, or one that is still to be made. */
export interface GridLine {
  readonly key: string;
  readonly record: Row | undefined;
}

const NEW = 'new:';
/** How many empty rows wait at the end. */
const SPARE = 3;

/** The records, and behind them rows for new ones: as many as were written in, and a few more. */
export function linesOf(records: readonly Row[], edits: ReadonlyMap<string, string>, hasNew: boolean): readonly GridLine[] {
  const lines: GridLine[] = records.map((record) => ({ key: record.id, record }));
  if (!hasNew) return lines;
  const used = [...edits.keys()].flatMap((key) => (key.startsWith(NEW) ? [Number(key.slice(NEW.length, key.indexOf('/')))] : []));
  const count = Math.max(-1, ...used) + 1 + SPARE;
  return [...lines, ...Array.from({ length: count }, (_each, number) => ({ key: `${NEW}${number}`, record: undefined }))];
}

export function keyOf(line: GridLine, column: Planned): string {
  return `${line.key}/${column.name}`;
}

/** Whether a cell is for nobody to write in. */
export function isFixed({ record }: GridLine, column: Planned): boolean {
  return record === undefined ? !column.isCreated : !column.isUpdated;
}

/** What stood in a cell before anybody wrote. */
export function originalOf({ record }: GridLine, column: Planned, known: Known): string {
  return record === undefined || column.path === undefined ? '' : written(column.held, valueAt(record, column.path), known);
}

export function isStarted(line: GridLine, columns: readonly Planned[], edits: ReadonlyMap<string, string>): boolean {
  return columns.some((column) => (edits.get(keyOf(line, column)) ?? '') !== '');
}

/** A row that was written in: what its verb is to be given, or how many of its cells are not to be read. */
export interface Change {
  readonly line: GridLine;
  readonly values: Readonly<Record<string, unknown>>;
  readonly wrong: number;
  readonly waiting: number;
}

/** The rows that were written in, each with its values. */
export function changesOf(
  lines: readonly GridLine[],
  columns: readonly Planned[],
  edits: ReadonlyMap<string, string>,
  known: Known,
): readonly Change[] {
  return lines.flatMap((line) => {
    const cells = columns.flatMap((column): [string, Reading][] => {
      const text = edits.get(keyOf(line, column));
      if (text === undefined && line.record !== undefined) return [];
      return isFixed(line, column) ? [] : [[column.name, read(column.held, text ?? '', known)]];
    });
    const isThere = line.record === undefined ? isStarted(line, columns, edits) : cells.length > 0;
    if (!isThere) return [];
    const values = cells.flatMap(([name, reading]): [string, unknown][] => {
      const isSaid = reading.is === 'value' && !(line.record === undefined && reading.value === null);
      return isSaid ? [[name, reading.value]] : [];
    });
    const count = (is: Reading['is']) => cells.filter(([, reading]) => reading.is === is).length;
    return [{ line, values: Object.fromEntries(values), wrong: count('wrong'), waiting: count('waiting') }];
  });
}
