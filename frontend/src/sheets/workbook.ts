import { archived, archiveWith, textIn } from './zip';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** The texts of the first sheet of a workbook, row by row; a cell that is not there is empty. */
export async function readWorkbook(workbook: ArrayBuffer): Promise<string[][]> {
  const files = archived(workbook);
  const strings = [...elements(parsed(await textIn(files, STRINGS)), 'si')].map(textOf);
  return [...elements(parsed(await textIn(files, SHEET)), 'row')].map((row) => {
    const cells: string[] = [];
    for (const cell of elements(row, 'c')) {
      const place = placeOf(cell.getAttribute('r') ?? '');
      while (cells.length < place) cells.push('');
      cells[place] = valueOf(cell, strings);
    }
    return cells;
  });
}

/** A cell that gets another text: its row in the sheet, counted from 1, its column among those with anything in them, from
 * 0.
 */
export interface Patch {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** The workbook with other texts in cells of the sheet of that name; undefined where there is no such sheet. */
export async function patchedWorkbook(workbook: ArrayBuffer, name: string, patches: readonly Patch[]): Promise<Blob | undefined> {
  const files = archived(workbook);
  const sheet = [...elements(parsed(await textIn(files, WORKBOOK)), 'sheet')].find((each) => each.getAttribute('name') === name);
  const relation = [...elements(parsed(await textIn(files, RELATIONS)), 'Relationship')].find(
    (each) => each.getAttribute('Id') === sheet?.getAttribute('r:id'),
  );
  const path = relation?.getAttribute('Target')?.replace(/^\/?(xl\/)?/, 'xl/');
  const text = path === undefined || sheet === undefined ? undefined : await textIn(files, path);
  if (path === undefined || text === undefined) return undefined;
  const page = parsed(text);
  const left = Math.min(...[...elements(page, 'c')].filter((cell) => cell.firstChild !== null).map((cell) => placeOf(cell.getAttribute('r') ?? '')));
  if (!Number.isFinite(left)) return undefined;
  for (const { row, column, text: given } of patches) write(page, row, left + column, given);
  return archiveWith(files, path, new XMLSerializer().serializeToString(page));
}

/** Put a text into a cell of a row that is there. */
function write(page: Document, row: number, column: number, text: string): void {
  const line = [...elements(page, 'row')].find((each) => each.getAttribute('r') === String(row));
  if (line === undefined) return;
  const space = line.namespaceURI;
  const cells = [...elements(line, 'c')];
  let cell = cells.find((each) => placeOf(each.getAttribute('r') ?? '') === column);
  if (cell === undefined) {
    cell = page.createElementNS(space, 'c');
    cell.setAttribute('r', `${lettersOf(column)}${row}`);
    line.insertBefore(cell, cells.find((each) => placeOf(each.getAttribute('r') ?? '') > column) ?? null);
  }
  cell.replaceChildren();
  cell.setAttribute('t', 'inlineStr');
  const within = cell.appendChild(page.createElementNS(space, 'is')).appendChild(page.createElementNS(space, 't'));
  within.textContent = text;
}

/** The letters of a column: `C` for 2. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

function parsed(xml: string | undefined): Document {
  return new DOMParser().parseFromString(xml ?? '<none/>', 'application/xml');
}

function elements(within: Document | Element, name: string): Iterable<Element> {
  return Array.from(within.getElementsByTagName(name));
}

function textOf(element: Element): string {
  return [...elements(element, 't')].map((part) => part.textContent ?? '').join('');
}

function valueOf(cell: Element, strings: readonly string[]): string {
  const kind = cell.getAttribute('t');
  if (kind === 'inlineStr') return textOf(cell);
  const value = [...elements(cell, 'v')][0]?.textContent ?? '';
  return kind === 's' ? (strings[Number(value)] ?? '') : value;
}

/** The number of a column, from 0: 2 for `C5`. */
export function placeOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
