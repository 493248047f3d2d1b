// A clerk: a dirty class list is tried, mended where it stands, imported, and taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, barriers, keys, visit } from './browser.mjs';
import { roster } from './roster.mjs';

/** A key at a clerk's pace, who also reads. */
const SECONDS_A_KEY = 0.6;
const FIRST_GRADE = 'query { schoolClasses(first: 1, filter: { grade: { eq: "P1" } }) { nodes { code school { code } } } }';

test('a class list with three faults is mended and imported in three minutes of keys, and undone', async () => {
  const { page, context, complaints } = await visit({ as: 'registrar', at: '/registers/Student/import' });
  const { code, school } = (await ask(context, FIRST_GRADE)).schoolClasses.nodes[0];
  const { buffer, right } = roster({ school: school.code, code });

  await page.locator('input[type=file]').setInputFiles({ name: '新生名单.csv', mimeType: 'text/csv', buffer });
  const table = page.getByRole('grid');
  await table.waitFor();
  await page.getByText('识别为 GB18030').waitFor();
  assert.equal(await table.locator('[data-mark=fault]').count(), 3);

  const keyboard = keys(page);
  await table.locator('[data-mark=fault]').first().click();
  await keyboard.press('Alt+Enter', 'Alt+ArrowDown');
  await keyboard.type(right[17][6].replaceAll('-', ''));
  await keyboard.press('Enter', 'Alt+ArrowDown');
  await keyboard.type(right[29][8]);
  await keyboard.press('Enter');
  await page.getByRole('button', { name: '按修改重新试运行整个文件' }).click();
  const imports = page.getByRole('button', { name: '导入 40 行' });
  await imports.waitFor();
  assert.equal(await page.getByRole('grid').count(), 0, 'nothing is left to be mended');
  await imports.click();
  await page.getByText('已导入').first().waitFor();
  await page.getByRole('button', { name: '撤销本次导入' }).waitFor();
  assert.ok(keyboard.counted.pressed * SECONDS_A_KEY < 180, `${keyboard.counted.pressed} keys`);

  await page.reload();
  await page.getByRole('button', { name: '撤销本次导入' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '原因' }).fill('试验');
  await dialog.getByRole('button', { name: '撤销本次导入' }).click();
  await page.getByText('已撤销该批次写入的全部内容。').waitFor();
  assert.deepEqual(complaints, []);
});

test('a file that is no table is refused in words', async () => {
  const { page } = await visit({ as: 'registrar', at: '/registers/Student/import', language: 'en' });
  await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('\x7fELF\x02\x01\x01\0\0') });
  await page.getByRole('alert').getByText('The file was not taken').waitFor();
});

test('a file that is too large is refused with the limit, before it is sent', async () => {
  const { page } = await visit({ as: 'registrar', at: '/registers/Student/import' });
  await page.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.alloc(2_400_000, 'a') });
  await page.getByRole('alert').getByText('不得超过 2.0 MB，该文件为 2.4 MB').waitFor();
  assert.deepEqual(await barriers(page), []);
});
