import { csvFile, guarded, writeDelimited } from '../sheets/delimited';
import { download } from '../sheets/download';
import type { FigureTable } from './figureTable';

function cell(value: string | number | null): string {
  return typeof value === 'string' ? guarded(value) : String(value ?? '');
}

/** A table as RFC 4180 writes it. */
export function csvOf(table: FigureTable): string {
  const lines = [
    [table.heading, ...table.columns],
    ...table.rows.map((row) => [row.label, ...table.columns.map((_, column) => row.values[column] ?? null)]),
  ];
  return writeDelimited(lines.map((line) => line.map(cell)));
}

/** Hand a table over as a file. */
export function downloadCsv(table: FigureTable): void {
  download(csvFile(`${table.name}.csv`, csvOf(table)));
}
