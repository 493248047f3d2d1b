// Signing in and finding one's way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { password, visit } from './browser.mjs';

test('who is not signed in is asked who they are, and comes to the page they wanted', async () => {
  const { page, complaints } = await visit({ at: '/registers/School', language: 'en' });
  await page.getByLabel('User name').fill('registrar');
  await page.locator('input[type=password]').fill(`${password} not`);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('User name or password is wrong').waitFor();
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Schools' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/registers/School');
  assert.deepEqual(complaints, []);
});

test('the language is turned over where one stands', async () => {
  const { page, complaints } = await visit({ as: 'registrar', at: '/registers/School', language: 'en' });
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await page.getByRole('heading', { level: 1, name: '学校' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
  assert.deepEqual(complaints, []);
});

test('signing out leaves nothing behind', async () => {
  const { page, complaints } = await visit({ as: 'registrar', language: 'en' });
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto('/registers/Student');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  assert.deepEqual(complaints, []);
});
