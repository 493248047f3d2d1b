// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { lettersOf, patchedWorkbook, placeOf, readWorkbook } from './workbook';

const SHEET = `<worksheet><sheetData>
  <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
  <row r="2"><c r="B2" t="inlineStr"><is><t>王 &amp; 李</t></is></c><c r="C2"><v>7</v></c></row>
</sheetData></worksheet>`;
const STRINGS = '<sst><si><t>姓名</t></si><si><r><t>年</t></r><r><t>级</t></r></si></sst>';

/** An archive of texts, not packed, as the format has it. */
function archive(files: Readonly<Record<string, string>>): ArrayBuffer {
  const parts: number[] = [];
  const central: number[] = [];
  const short = (value: number) => [value & 255, (value >> 8) & 255];
  const long = (value: number) => [...short(value & 0xffff), ...short((value >> 16) & 0xffff)];
  for (const [name, text] of Object.entries(files)) {
    const [bytes, called] = [new TextEncoder().encode(text), new TextEncoder().encode(name)];
    const sizes = [...long(0), ...long(bytes.length), ...long(bytes.length), ...short(called.length), ...short(0)];
    const at = long(parts.length);
    parts.push(...long(0x04034b50), ...short(20), ...short(0), ...short(0), ...long(0), ...sizes, ...called, ...bytes);
    central.push(...long(0x02014b50), ...short(20), ...short(20), ...short(0), ...short(0), ...long(0), ...sizes);
    central.push(...short(0), ...short(0), ...short(0), ...long(0), ...at, ...called);
  }
  const count = Object.keys(files).length;
  const end = [...long(0x06054b50), ...long(0), ...short(count), ...short(count), ...long(central.length)];
  return new Uint8Array([...parts, ...central, ...end, ...long(parts.length), ...short(0)]).buffer;
}

it('reads the texts of the first sheet, each at its place', async () => {
  const workbook = archive({ 'xl/worksheets/sheet1.xml': SHEET, 'xl/sharedStrings.xml': STRINGS });
  expect(await readWorkbook(workbook)).toEqual([
    ['姓名', '', '年级'],
    ['', '王 & 李', '7'],
  ]);
});

it('tells the place of a column by its letters', () => {
  expect(['A1', 'Z9', 'AA10', 'BC3'].map(placeOf)).toEqual([0, 25, 26, 54]);
});

it('is the same workbook with other texts in some cells', async () => {
  const workbook = archive({
    'xl/workbook.xml': '<workbook><sheets><sheet name="一班" r:id="r7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r7" Target="worksheets/sheet1.xml"/></R>',
    'xl/worksheets/sheet1.xml': SHEET,
    'xl/sharedStrings.xml': STRINGS,
  });
  const patches = [{ row: 2, column: 0, text: '1 < 2' }, { row: 2, column: 2, text: '八' }, { row: 2, column: 3, text: '新' }];
  const mended = await patchedWorkbook(workbook, '一班', patches);
  expect(await readWorkbook(await mended!.arrayBuffer())).toEqual([
    ['姓名', '', '年级'],
    ['1 < 2', '王 & 李', '八', '新'],
  ]);
  expect(await patchedWorkbook(workbook, '二班', patches)).toBeUndefined();
  expect([0, 25, 26, 54].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'BC']);
});
