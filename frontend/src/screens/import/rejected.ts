import { csvFile, guarded, readDelimited, unguarded, writeDelimited } from '../../sheets/delimited';
import { patchedWorkbook } from '../../sheets/workbook';

/** What is wrong with a cell, and what it might have meant. */
export interface Fault {
  readonly reason: string;
  readonly suggestion: string | undefined;
}

/** A row that was rejected: where it stood in the file, its cells, and by column what is wrong. */
export interface RejectedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults: ReadonlyMap<number, Fault>;
  /** What is wrong with the row as a whole. */
  readonly reasons: readonly string[];
}

export interface Rejected {
  /** The file's headers, and those that it lacks for what is wrong. */
  readonly headers: readonly string[];
  /** How many of them the file has. */
  readonly width: number;
  readonly rows: readonly RejectedRow[];
}

export interface Told {
  readonly line: number | null;
  readonly columnName: string | null;
  readonly reason: string;
  readonly suggestion: string | null;
}

/** What the headers of columns begin with that the product adds itself. */
const ADDED = '※';

/** The rejected rows of the workbook that was handed back, each with what was said of it. */
export function rejectedRows(table: readonly (readonly string[])[], told: readonly Told[]): Rejected {
  const [heads = [], ...body] = table;
  const width = heads.findIndex((head) => head.startsWith(ADDED));
  const own = heads.slice(0, width);
  const known = told.filter(({ line }) => line !== null);
  const lacking = known.flatMap(({ columnName }) => (columnName === null || own.includes(columnName) ? [] : [columnName]));
  const headers = [...own, ...new Set(lacking)];
  const rows = body.map((cells) => {
    const line = Number(cells[width] ?? 0);
    const own = known.filter((each) => each.line === line);
    const faults = new Map<number, Fault>();
    for (const { columnName, reason, suggestion } of own) {
      if (columnName !== null) faults.set(headers.indexOf(columnName), { reason, suggestion: first(suggestion) });
    }
    const reasons = own.flatMap(({ columnName, reason }) => (columnName === null ? [reason] : []));
    return { line, cells: headers.map((_head, place) => (place < width ? (cells[place] ?? '') : '')), faults, reasons };
  });
  return { headers, width, rows };
}

/** The likeliest of several. */
function first(suggestion: string | null): string | undefined {
  return suggestion?.split('; ')[0] || undefined;
}

/** What was written into a row's column; undefined where nothing was. */
export type Correction = (row: number, column: number) => string | undefined;

/** A file of the rejected rows alone, as corrected. */
export function partOf({ headers, rows }: Rejected, corrected: Correction, name: string): File {
  const body = rows.map(({ cells }, row) => cells.map((cell, column) => guarded(corrected(row, column) ?? cell)));
  return csvFile(nameFor(name), writeDelimited([headers.map(guarded), ...body]));
}

/** A file that can be written anew with corrections in it: separated values as they were read, or a sheet of a workbook. */
export type Source =
  | { readonly is: 'text'; readonly text: string; readonly separator: string }
  | { readonly is: 'workbook'; readonly content: ArrayBuffer; readonly sheet: string };

const SEPARATORS: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };

/** The file that a run read in the form that it tells of, `GB18030 (96%), comma` or `sheet Sheet1`; undefined for others. */
export function sourceOf(content: ArrayBuffer, form: string | null): Source | undefined {
  const sheet = /^sheet (.+)$/.exec(form ?? '')?.[1];
  if (sheet !== undefined) return { is: 'workbook', content, sheet };
  const [, encoding, named] = /^(\S+)(?: \(\d+%\))?, (\w+)$/.exec(form ?? '') ?? [];
  const separator = SEPARATORS[named ?? ''];
  if (separator === undefined) return undefined;
  return { is: 'text', separator, text: new TextDecoder(encoding).decode(content) };
}

/** The whole file with the corrections in it; undefined where it is not clear where they belong. */
export async function wholeOf(source: Source, rejected: Rejected, corrected: Correction, name: string): Promise<File | undefined> {
  if (source.is === 'text') return wholeText(source.text, source.separator, rejected, corrected, name);
  const { headers, width, rows } = rejected;
  if (headers.length > width) return undefined;
  const patches = rows.flatMap(({ line }, row) =>
    headers.flatMap((_header, column) => {
      const text = corrected(row, column);
      return text === undefined ? [] : [{ row: line, column, text }];
    }),
  );
  const mended = await patchedWorkbook(source.content, source.sheet, patches).catch(() => undefined);
  return mended && new File([mended], name);
}

function wholeText(text: string, separator: string, rejected: Rejected, corrected: Correction, name: string): File | undefined {
  const { headers, width, rows } = rejected;
  const lines = readDelimited(text, separator);
  const byLine = new Map(rows.map(({ line }, row) => [line, row]));
  const more = headers.slice(width);
  const head = lines.find(({ cells }) => headers.slice(0, width).every((text, place) => unguarded(cells[place] ?? '').trim() === text));
  if (more.length > 0 && head === undefined) return undefined;
  const mended = lines.map(({ line, cells }) => {
    if (line === head?.line && more.length > 0) return [...padded(cells, width), ...more.map(guarded)];
    const row = byLine.get(line);
    if (row === undefined) return cells;
    const own = padded(cells, headers.length);
    return own.map((cell, column) => {
      const text = corrected(row, column);
      return text === undefined ? cell : guarded(text);
    });
  });
  return csvFile(nameFor(name), writeDelimited(mended, separator));
}

function padded(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')];
}

/** What the corrected file is called: after the one that it comes from. */
function nameFor(fileName: string): string {
  return `${fileName.replace(/\.[^.]*$/, '').slice(0, 150)}.csv`;
}
