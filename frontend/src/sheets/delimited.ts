/** A row of a text of separated values: the line it begins on, counted from 1, and its cells. */
export interface Line {
  readonly line: number;
  readonly cells: string[];
}

/** Read separated values, quoted where they hold a separator or a line's end. */
export function readDelimited(text: string, separator: string): Line[] {
  const rows: Line[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let begins = 1;
  const finish = () => {
    cells.push(cell);
    rows.push({ line: begins, cells });
    cells = [];
    cell = '';
    begins = line;
  };
  for (let place = 0; place < text.length; place += 1) {
    const character = text.charAt(place);
    const isEnd = character === '\n' || character === '\r';
    if (isEnd) {
      line += 1;
      if (character === '\r' && text.charAt(place + 1) === '\n') place += 1;
    }
    if (isQuoted) {
      if (character !== '"') cell += isEnd ? '\n' : character;
      else if (text.charAt(place + 1) === '"') {
        cell += '"';
        place += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (isEnd) finish();
    else cell += character;
  }
  if (cell !== '' || cells.length > 0) finish();
  return rows;
}

/** Write separated values, as a spreadsheet opens them. */
export function writeDelimited(rows: readonly (readonly string[])[], separator = ','): string {
  const needsQuotes = new RegExp(`["\\n\\r${separator === '\t' ? '\\t' : separator}]`);
  const quoted = (cell: string) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((cells) => cells.map(quoted).join(separator)).join('\r\n') + (rows.length > 0 ? '\r\n' : '');
}

const FORMULA = /^[=+\-@\t\r＝＋－＠']/;

/** A cell that a spreadsheet takes for no formula, as `kernel/guards.py` has it; the import takes the mark off again. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A CSV file with the mark by which spreadsheets know UTF-8. */
export function csvFile(name: string, text: string): File {
  return new File(['\ufeff', text], name, { type: 'text/csv' });
}
