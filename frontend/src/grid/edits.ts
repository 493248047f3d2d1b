import type { Block } from './block';
import type { Place, Range } from './selection';

/** Texts that were written over those of cells, by key; what was before each step, and what was taken back. */
export interface Edits {
  readonly now: ReadonlyMap<string, string>;
  readonly past: readonly ReadonlyMap<string, string>[];
  readonly future: readonly ReadonlyMap<string, string>[];
}

export const NO_EDITS: Edits = { now: new Map(), past: [], future: [] };

/** How many steps can be taken back. */
const STEPS = 200;

/** A cell by its key, with its new text; undefined where it is again as it was. */
export type Written = readonly [key: string, text: string | undefined];

/** The edits with so many cells written in one step. */
export function written(edits: Edits, cells: Iterable<Written>): Edits {
  const now = new Map(edits.now);
  for (const [key, text] of cells) {
    if (text === undefined) now.delete(key);
    else now.set(key, text);
  }
  return { now, past: [...edits.past, edits.now].slice(-STEPS), future: [] };
}

export function undone(edits: Edits): Edits {
  const before = edits.past.at(-1);
  if (before === undefined) return edits;
  return { now: before, past: edits.past.slice(0, -1), future: [edits.now, ...edits.future] };
}

export function redone(edits: Edits): Edits {
  const [next, ...future] = edits.future;
  return next === undefined ? edits : { now: next, past: [...edits.past, edits.now], future };
}

/** The cells on which a block falls, each with its text. */
export function pasted(at: Place, block: Block): [Place, string][] {
  return block.flatMap((cells, row) =>
    cells.map((text, column): [Place, string] => [{ row: at.row + row, column: at.column + column }, text]),
  );
}

/** The cells of a range below its first row, each with the text of the first; of one row alone, that above it. */
export function filled({ top, bottom, left, right }: Range, textOf: (place: Place) => string): [Place, string][] {
  const from = top === bottom ? top - 1 : top;
  if (from < 0) return [];
  return places({ top: from + 1, bottom, left, right }).map((place) => [place, textOf({ row: from, column: place.column })]);
}

export function places({ top, bottom, left, right }: Range): Place[] {
  const found: Place[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) found.push({ row, column });
  }
  return found;
}
