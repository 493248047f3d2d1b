import type { ListSearch } from '../screens/list/search';

/** The list behind a number: whoever follows it sees the very records that were counted. */
export interface ListLink {
  readonly kind: string;
  readonly filter?: NonNullable<ListSearch['filter']>;
}

export interface FigureRow {
  readonly key: string;
  readonly label: string;
  /** One value for each column; null where it is hidden or not known. */
  readonly values: readonly (number | null)[];
  /** The lists behind the values, column by column. */
  readonly links?: readonly (ListLink | undefined)[];
  /** Where the row itself leads. */
  readonly way?: { readonly to: string; readonly params?: Record<string, string>; readonly search?: Record<string, unknown> };
}

/** Numbers with their words: what a chart draws, its table tells and its file holds. */
export interface FigureTable {
  readonly name: string;
  /** What the rows are. */
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** What each column comes to; null where one of its values is not told. */
export function totals(table: FigureTable): readonly (number | null)[] {
  return table.columns.map((_, column) =>
    table.rows.reduce<number | null>((sum, row) => {
      const value = row.values[column] ?? null;
      return sum === null || value === null ? null : sum + value;
    }, 0),
  );
}

/** Rows in the order of one column, the largest first; what is hidden comes last. */
export function largestFirst(table: FigureTable, column = 0): FigureTable {
  const rows = table.rows.toSorted((one, other) => (other.values[column] ?? -1) - (one.values[column] ?? -1));
  return { ...table, rows };
}
