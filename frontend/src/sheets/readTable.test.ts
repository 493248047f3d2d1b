import { expect, it } from 'vitest';
import { readTable } from './readTable';

it('reads what spreadsheets save as text, in the encodings and with the separators that they use', async () => {
  const rows = [['id', '姓名'], ['A:1', '王']];
  expect(await readTable(new Blob(['\ufeffid,姓名\r\nA:1,王\r\n']))).toEqual(rows);
  expect(await readTable(new Blob(['id\t姓名\nA:1\t王']))).toEqual(rows);
  const gb = new Uint8Array([0x69, 0x64, 0x3b, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x41, 0x3a, 0x31, 0x3b, 0xcd, 0xf5]);
  expect(await readTable(new Blob([gb]))).toEqual(rows);
});
