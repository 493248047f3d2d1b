import type { Place } from './selection';

export interface GridColumn {
  readonly key: string;
  readonly label: string;
  readonly width: number;
  readonly isRequired?: boolean;
  readonly isNumeric?: boolean;
  /** Whether it is shown and not written in. */
  readonly isFixed?: boolean;
  /** What may be chosen while one writes. */
  readonly choices?: readonly string[];
}

export type Mark = 'changed' | 'fault' | 'odd' | 'waiting';

/** A cell as it is shown: its text, what is to be marked, what is said beside it. */
export interface Shown {
  readonly text: string;
  readonly mark?: Mark | undefined;
  readonly note?: string | undefined;
  readonly suggestion?: string | undefined;
  /** Whether this one cell is shown and not written in. */
  readonly isFixed?: boolean;
}

/** What stands in a grid, and what becomes of what one does in it. */
export interface Sheet {
  readonly columns: readonly GridColumn[];
  readonly count: number;
  /** How wide what the rows are called is. */
  readonly head: number;
  cell(place: Place): Shown;
  /** What a row is called. */
  called(row: number): string;
}

/** How high rows are, and those in which something is said of a cell: higher where fingers touch them. */
const isTouched = globalThis.matchMedia?.('(pointer: coarse)').matches === true;
export const ROW = isTouched ? 44 : 34;
export const NOTED_ROW = isTouched ? 60 : 54;

/** Where each column begins, and where the last one ends. */
export function edges(columns: readonly GridColumn[], from: number): number[] {
  const found = [from];
  for (const { width } of columns) found.push((found.at(-1) ?? 0) + width);
  return found;
}

/** How wide a column is to be for what it says. */
export function widthFor(label: string, texts: Iterable<string>): number {
  let longest = long(label) + 2;
  for (const text of texts) longest = Math.max(longest, long(text));
  return Math.max(72, Math.min(280, 24 + longest * 7.5));
}

/** Letters of Chinese are as wide as two. */
function long(text: string): number {
  let sum = 0;
  for (const letter of text) sum += letter.charCodeAt(0) > 0x2e7f ? 2 : 1;
  return sum;
}
