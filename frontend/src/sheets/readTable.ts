import { readDelimited } from './delimited';
import { readWorkbook } from './workbook';

const ZIP = 0x504b;
const SEPARATORS = [',', '\t', ';'];

/** The cells of a table that was saved by a spreadsheet: a workbook, or separated values in UTF-8 or GB18030. */
export async function readTable(file: Blob): Promise<string[][]> {
  const bytes = await file.arrayBuffer();
  if (bytes.byteLength > 4 && new DataView(bytes).getUint16(0) === ZIP) return readWorkbook(bytes);
  const text = textOf(bytes);
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const separator = SEPARATORS.reduce((best, each) => (first.split(each).length > first.split(best).length ? each : best));
  return readDelimited(text, separator).map(({ cells }) => cells);
}

function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
