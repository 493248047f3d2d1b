/** A cell by its numbers, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is chosen: from the cell where it began to the one where the keyboard is. */
export interface Selection {
  readonly anchor: Place;
  readonly active: Place;
}

/** A rectangle of cells, both corners included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Bounds {
  readonly rows: number;
  readonly columns: number;
}

export const START: Selection = { anchor: { row: 0, column: 0 }, active: { row: 0, column: 0 } };

export function rangeOf({ anchor, active }: Selection): Range {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export function holds(range: Range, { row, column }: Place): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** One cell, or with `extends` all from where the choice began. */
export function chosen(selection: Selection, active: Place, isExtending: boolean): Selection {
  return { anchor: isExtending ? selection.anchor : active, active };
}

/** Where so many steps lead, never out of the grid. */
export function moved(selection: Selection, by: Place, isExtending: boolean, bounds: Bounds): Selection {
  const { row, column } = selection.active;
  const active = {
    row: clamp(row + by.row, bounds.rows),
    column: clamp(column + by.column, bounds.columns),
  };
  return chosen(selection, active, isExtending);
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}

/** The next cell, or the one before, from row to row; undefined where the grid ends. */
export function tabbed({ active }: Selection, isBack: boolean, bounds: Bounds): Selection | undefined {
  const next = active.row * bounds.columns + active.column + (isBack ? -1 : 1);
  if (next < 0 || next >= bounds.rows * bounds.columns) return undefined;
  const place = { row: Math.floor(next / bounds.columns), column: next % bounds.columns };
  return { anchor: place, active: place };
}

/** The next cell, or the one before, of those that are sought; around the ends; undefined where there is none. */
export function found({ active }: Selection, isBack: boolean, bounds: Bounds, isSought: (place: Place) => boolean): Selection | undefined {
  const count = bounds.rows * bounds.columns;
  const from = active.row * bounds.columns + active.column;
  for (let step = 1; step <= count; step += 1) {
    const next = (from + (isBack ? -step : step) + count) % count;
    const place = { row: Math.floor(next / bounds.columns), column: next % bounds.columns };
    if (isSought(place)) return { anchor: place, active: place };
  }
  return undefined;
}
