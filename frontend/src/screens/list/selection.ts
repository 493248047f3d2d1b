import type { Row } from '../../documents/documents';

/** The records that are chosen, by their ids, in the order in which they were. */
export type Selection = ReadonlyMap<string, Row>;

export const NOTHING: Selection = new Map();

/** The other way round for one record. */
export function toggled(selection: Selection, row: Row): Selection {
  const next = new Map(selection);
  if (!next.delete(row.id)) next.set(row.id, row);
  return next;
}

/** From one row to another, in either direction, as the one at the end is about to be. */
export function ranged(selection: Selection, rows: readonly Row[], from: number, to: number): Selection {
  const next = new Map(selection);
  const end = rows[to];
  const isChosen = end !== undefined && !selection.has(end.id);
  for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (isChosen) next.set(row.id, row);
    else next.delete(row.id);
  }
  return next;
}

export function ofAll(rows: readonly Row[]): Selection {
  return new Map(rows.map((row) => [row.id, row]));
}
