import { type Block, blockOf, spread, textOfBlock } from './block';
import type { Sheet } from './columns';
import type { Place, Range } from './selection';

/** The text of a range, as the clipboard takes it. */
export function textIn(sheet: Sheet, { top, bottom, left, right }: Range): string {
  const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_each, step) => from + step);
  return textOfBlock(count(top, bottom).map((row) => count(left, right).map((column) => sheet.cell({ row, column }).text)));
}

/** Where a text of the clipboard falls: as a block from the first cell that is chosen, repeated where that fits. */
export function landing(text: string, { top, bottom, left, right }: Range): { readonly at: Place; readonly block: Block } {
  return { at: { row: top, column: left }, block: spread(blockOf(text), bottom - top + 1, right - left + 1) };
}
