import type { Held } from '../../catalogue/catalogue';
import { type Known, read } from '../../grid/reading';
import { guarded, unguarded, writeDelimited } from '../../sheets/delimited';
import type { Label } from '../../words/words';
import type { Planned } from './plan';
import { type GridLine, isFixed, keyOf, originalOf } from './rows';
import type { Content } from './sheet';

/** What stands above the columns by which a file comes back to its records. */
const ID = 'id';
const VERSION = 'version';

/** The text of a file of these rows, as they are shown, which knows of which version of which record each is; `title` is
 * what stands above what each is called.
 */
export function exported(
  { lines, columns, edits, known }: Pick<Content, 'lines' | 'columns' | 'edits' | 'known'>,
  title: string,
): string {
  const heads = [ID, VERSION, title, ...columns.map(({ held }) => held.label[known.language])];
  const rows = lines.flatMap((line) => {
    const { record } = line;
    if (record === undefined) return [];
    const cells = columns.map((column) => edits.get(keyOf(line, column)) ?? originalOf(line, column, known));
    return [[record.id, String(record.version ?? ''), ...[known.title(record), ...cells].map(guarded)]];
  });
  return writeDelimited([heads, ...rows]);
}

/** What came back differs in from what is there. */
export interface Difference {
  /** The cells that are other, by key. */
  readonly cells: readonly [string, string][];
  /** The version that each record had when it went out. */
  readonly versions: ReadonlyMap<string, number>;
  /** How many rows are of no record that is shown. */
  readonly strangers: number;
}

/** Compare a file that was exported and edited with the rows; undefined for a file that has no ids. */
export function compared(
  table: readonly (readonly string[])[],
  lines: readonly GridLine[],
  columns: readonly Planned[],
  known: Known,
): Difference | undefined {
  const heads = (table[0] ?? []).map((head) => head.trim());
  const [id, version] = [heads.indexOf(ID), heads.indexOf(VERSION)];
  if (id < 0) return undefined;
  const places = columns.map(({ name, held }) => heads.findIndex((head) => isCalled(head, name, held.label)));
  const byId = new Map(lines.map((line) => [line.key, line]));
  const cells: [string, string][] = [];
  const versions = new Map<string, number>();
  let strangers = 0;
  for (const row of table.slice(1)) {
    const line = byId.get(row[id] ?? '');
    if (line === undefined) {
      if (row.some((cell) => cell.trim() !== '')) strangers += 1;
      continue;
    }
    const before = cells.length;
    columns.forEach((column, number) => {
      const place = places[number] ?? -1;
      if (place < 0 || isFixed(line, column)) return;
      const text = asWritten(column.held, unguarded(row[place] ?? '').trim());
      if (!isSame(column.held, text, originalOf(line, column, known), known)) cells.push([keyOf(line, column), text]);
    });
    const seen = Number(row[version] ?? '');
    if (cells.length > before && Number.isInteger(seen) && seen > 0) versions.set(line.key, seen);
  }
  return { cells, versions, strangers };
}

/** Whether two texts are one value, such as 2015/9/1, which a spreadsheet makes of 2015-09-01. */
function isSame(held: Held, text: string, other: string, known: Known): boolean {
  if (text === other.trim()) return true;
  const [one, two] = [read(held, text, known), read(held, other, known)];
  return one.is === 'value' && two.is === 'value' && JSON.stringify(one.value) === JSON.stringify(two.value);
}

const SERIAL = /^\d{5}$/;
/** The day from which Excel counts, in milliseconds. */
const BEGINS = Date.UTC(1899, 11, 30);

/** A day that a workbook holds as its number, as a day. */
function asWritten(held: Held, text: string): string {
  if (held.type !== 'Date' || !SERIAL.test(text)) return text;
  return new Date(BEGINS + Number(text) * 86_400_000).toISOString().slice(0, 10);
}

function isCalled(head: string, name: string, label: Label): boolean {
  return head === name || head === label.en || head === label.zh;
}
