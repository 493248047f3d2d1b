// A clerk at a table: what is written goes to the server row by row, and what is wrong stays beside its cell.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

test('a block from a spreadsheet is pasted, what is right is saved, and what is wrong says why', async () => {
  const { page, context, complaints } = await visit({ as: 'registrar', at: '/registers/SchoolClass/grid', language: 'en' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const table = page.getByRole('grid');
  await table.locator('[data-row="2"]').first().waitFor();
  const heads = await table.getByRole('columnheader').allTextContents();
  const column = heads.indexOf('Capacity') - 1;
  const cell = (row) => table.locator(`[data-row="${row}"][data-column="${column}"]`);

  const other = (await cell(0).textContent()) === '41' ? '42' : '41';

  await cell(0).click();
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${other}\r\n999\r\n`);
  await page.keyboard.press('Control+v');
  assert.equal(await cell(0).getAttribute('data-mark'), 'changed');
  assert.equal(await cell(1).getAttribute('aria-invalid'), 'true');
  await page.keyboard.press('Control+z');
  assert.equal(await cell(0).getAttribute('data-mark'), null);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+s');
  await page.getByText('Rows saved: 1.').waitFor();
  assert.equal(await cell(0).textContent(), other);
  assert.equal(await cell(0).getAttribute('data-mark'), null);
  assert.match(await cell(1).textContent(), /^999/, 'what was typed is still there');

  await page.getByRole('link', { name: 'To the list' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).last().click();
  assert.match(await cell(1).textContent(), /^999/);
  assert.deepEqual(complaints, []);
});
