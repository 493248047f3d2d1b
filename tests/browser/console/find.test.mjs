// A registrar: from a few letters to the pupil, a correction, an error beside its field, and what was before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keys, visit } from './browser.mjs';

test('a pupil is found in six keys, corrected, refused what is wrong, and has a history', async () => {
  const { page, complaints } = await visit({ as: 'registrar', language: 'en' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { counted, press, type } = keys(page);

  await press('Control+k');
  await type('wmr');
  await page.getByRole('option').first().waitFor();
  await press('Enter');
  await page.waitForURL(/\/records\/Student/);
  assert.ok(counted.pressed <= 6, `${counted.pressed} keys`);

  await page.getByRole('tablist').first().waitFor();
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const seat = dialog.getByRole('textbox', { name: 'Number in class' });
  const wanted = (await seat.inputValue()) === '77' ? '78' : '77';
  await seat.fill('999');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Between 1 and 200').first().waitFor();
  assert.equal(await seat.inputValue(), '999', 'what was typed is still there');
  await seat.fill(wanted);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(wanted, { exact: true }).first().waitFor();
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), title);

  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Number in class').first().waitFor();
  await page.getByText(wanted).first().waitFor();
  assert.deepEqual(complaints, []);
});

test('a list is looked through by keyboard alone', async () => {
  const { page, complaints } = await visit({ as: 'registrar', at: '/registers/School', language: 'en' });
  await page.getByRole('row').nth(3).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('小学');
  await page.waitForURL(/search=/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/records\/School/);
  await page.getByRole('heading', { level: 1 }).getByText('小学').waitFor();
  await page.goBack();
  assert.equal(new URL(page.url()).searchParams.get('search'), '小学');
  assert.deepEqual(complaints, []);
});
