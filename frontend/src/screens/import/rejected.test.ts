import { describe, expect, it } from 'vitest';
import { partOf, rejectedRows, sourceOf, wholeOf } from './rejected';

const TABLE = [
  ['姓名', '性别', '备注', '※行 line', '※原因', '※reason', '※建议 suggestion'],
  ['王小明', '难', '-', '3', '', '', ''],
  ['李红', '女', '', '5', '', '', ''],
];
const TOLD = [
  { line: 3, columnName: '性别', reason: '没有这个代码', suggestion: '男; 女' },
  { line: 5, columnName: '入学日期', reason: '必填', suggestion: null },
  { line: 5, columnName: null, reason: '无权', suggestion: null },
  { line: 9, columnName: '姓名', reason: '别的行', suggestion: null },
];
const SOURCE = '学生名单,,\r\n姓名,性别,备注\r\n王小明,难,\'-\r\n"张,三",男,\r\n李红,女,\r\n';
const corrected = (row: number, column: number) => [['王晓明', '男'], [undefined, undefined, undefined, '20260901']][row]?.[column];

const text = async (file: File | undefined) => (await file?.text())?.replace('\ufeff', '');

describe('rejected rows', () => {
  const rejected = rejectedRows(TABLE, TOLD);

  it('have what is wrong beside their cells, and columns for what the file lacks', () => {
    expect(rejected.headers).toEqual(['姓名', '性别', '备注', '入学日期']);
    expect(rejected.rows.map(({ line }) => line)).toEqual([3, 5]);
    expect(rejected.rows[0]?.faults.get(1)).toEqual({ reason: '没有这个代码', suggestion: '男' });
    expect(rejected.rows[1]?.faults.get(3)?.reason).toBe('必填');
    expect(rejected.rows[1]?.reasons).toEqual(['无权']);
  });

  it('are a file of their own', async () => {
    expect(await text(partOf(rejected, corrected, 'x.csv'))).toBe(
      "姓名,性别,备注,入学日期\r\n王晓明,男,'-,\r\n李红,女,,20260901\r\n",
    );
  });

  it('go back into the whole file, of which nothing else changes', async () => {
    const source = { is: 'text', text: SOURCE, separator: ',' } as const;
    expect(await text(await wholeOf(source, rejected, corrected, 'x.csv'))).toBe(
      "学生名单,,\r\n姓名,性别,备注,入学日期\r\n王晓明,男,'-,\r\n\"张,三\",男,\r\n李红,女,,20260901\r\n",
    );
    expect(await wholeOf({ ...source, text: '名,性,备\r\n' }, rejected, corrected, 'x.csv')).toBeUndefined();
  });
});

it('knows from what the run says how a file can be written anew', () => {
  const bytes = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb]).buffer;
  expect(sourceOf(bytes, 'GB18030 (96%), comma')).toEqual({ is: 'text', text: '姓名', separator: ',' });
  expect(sourceOf(bytes, 'UTF-8, tab')).toMatchObject({ is: 'text', separator: '\t' });
  expect(sourceOf(bytes, 'sheet 新生 1')).toMatchObject({ is: 'workbook', sheet: '新生 1' });
  expect(sourceOf(bytes, 'JSON lines')).toBeUndefined();
  expect(sourceOf(bytes, null)).toBeUndefined();
});

it('names the corrected file after the first one', () => {
  expect(partOf(rejectedRows(TABLE, TOLD), corrected, '新生.v2.xlsx').name).toBe('新生.v2.csv');
});
