// What happens when a session ends, when one seeks, and when the server is not there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { password, visit } from './browser.mjs';

test('a session that ends takes nothing away that was typed', async () => {
  const { page } = await visit({ as: 'registrar', at: '/account', language: 'en' });
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByLabel('New password once more').fill('typed before the end');
  await page.context().clearCookies();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('zhang');
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByLabel(/^Password/).fill(password);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  assert.equal(await page.getByLabel('New password once more').inputValue(), 'typed before the end');
});

test('other tabs hear that one has signed out', async () => {
  const { page } = await visit({ as: 'registrar', at: '/registers', language: 'en' });
  const other = await page.context().newPage();
  await other.goto(new URL('/account', page.url()).href);
  await other.getByRole('button', { name: /^Account:/ }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
});

test('a pupil is found by six keys, from anywhere', async () => {
  const { page, complaints } = await visit({ as: 'registrar', at: '/registers/Student', language: 'en' });
  await page.getByRole('heading', { level: 1, name: 'Students' }).waitFor();
  const keys = ['Control+k', 'z', 'x', 'Enter'];
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForURL('**/records/Student:*');
  assert.ok(keys.length <= 6);
  assert.deepEqual(complaints, []);
});

test('the console opens without the server, says so, and goes on by itself', async () => {
  const { page } = await visit({ as: 'registrar', at: '/account', language: 'en', worker: 'allow' });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('The server cannot be reached', { exact: false }).first().waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor({ timeout: 60_000 });
});
