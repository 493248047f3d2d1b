import { readDelimited, writeDelimited } from '../sheets/delimited';

/** Cells as they come from the clipboard or go there, row by row. */
export type Block = readonly (readonly string[])[];

/** The cells of a text that Excel or WPS put on the clipboard. */
export function blockOf(text: string): Block {
  return readDelimited(text, '\t').map(({ cells }) => cells);
}

/** The text by which Excel and WPS take cells. */
export function textOfBlock(block: Block): string {
  return writeDelimited(block, '\t').replace(/\r\n$/, '');
}

/** What falls on each cell of a rectangle; a block that fits it several times is repeated. */
export function spread(block: Block, height: number, width: number): Block {
  const rows = block.length;
  const columns = Math.max(0, ...block.map((cells) => cells.length));
  if (rows === 0 || columns === 0) return [];
  const tall = height % rows === 0 ? Math.max(height, rows) : rows;
  const wide = width % columns === 0 ? Math.max(width, columns) : columns;
  return Array.from({ length: tall }, (_row, row) =>
    Array.from({ length: wide }, (_cell, column) => block[row % rows]?.[column % columns] ?? ''),
  );
}
