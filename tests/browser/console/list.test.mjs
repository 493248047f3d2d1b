// A list: filtered, kept under a name, scrolled far down, left and come back to, and taken along as a file.
import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { barriers, visit } from './browser.mjs';

const ENROLLED = encodeURIComponent(JSON.stringify({ status: { in: ['ENROLLED'] } }));

function pupils(more = '') {
  return visit({ as: 'registrar', at: `/registers/Student${more}`, language: 'en' });
}

async function seen(page) {
  await page.getByRole('row').nth(3).getByRole('link').first().waitFor();
}

test('a filter is chosen, told in the address, and taken away again', async () => {
  const { page, complaints } = await pupils();
  await seen(page);
  await page.getByRole('button', { name: '+ Filter' }).click();
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await page.keyboard.type('status');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: /Suspended/ }).click();
  await page.getByRole('checkbox', { name: /Enrolled/ }).click();
  await page.waitForURL(/SUSPENDED.*ENROLLED/);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: /^Status is Suspended.* or Enrolled/ }).waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('button', { name: 'Remove: Status' }).click();
  await page.waitForURL((address) => !address.searchParams.has('filter'));
  assert.deepEqual(complaints, []);
});

test('a link shows the very list, and says what of it is unknown here', async () => {
  const { page, complaints } = await pupils(`?order=PERSON_NAME_DESC&columns=${encodeURIComponent('["person.name","colour"]')}`);
  await seen(page);
  await page.getByText('were left out: colour').waitFor();
  assert.deepEqual(await page.getByRole('columnheader').allInnerTexts(), ['', 'Name\n▼']);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('button', { name: /^Name/ }).first().click();
  await page.waitForURL(/order=PERSON_NAME_ASC/);
  assert.equal(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'), 'ascending');
  assert.deepEqual(complaints, []);
});

test('a view is kept under a name and comes back from it', async () => {
  const { page, complaints } = await pupils(`?filter=${ENROLLED}`);
  await seen(page);
  await page.getByRole('button', { name: /Save view/ }).click();
  await page.getByRole('menuitem', { name: /Save as/ }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Here now');
  await page.keyboard.press('Enter');
  await page.waitForURL(/view=Here/);
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await page.waitForURL((address) => address.search === '');
  await page.getByRole('link', { name: 'Here now' }).click();
  await page.waitForURL((address) => address.searchParams.get('filter')?.includes('ENROLLED') === true);
  assert.deepEqual(complaints, []);
  const elsewhere = await pupils();
  await elsewhere.page.getByRole('link', { name: 'Here now' }).click();
  await elsewhere.page.getByRole('button', { name: /^View/ }).click();
  await elsewhere.page.getByRole('menuitem', { name: 'Remove' }).click();
  await elsewhere.page.getByRole('link', { name: 'Here now' }).waitFor({ state: 'detached' });
  assert.deepEqual(elsewhere.complaints, []);
  await page.reload();
  await seen(page);
  await page.getByRole('link', { name: 'Here now' }).waitFor({ state: 'detached' });
});

test('whoever was far down a list finds it there when coming back', async () => {
  const { page, complaints } = await pupils();
  await seen(page);
  const grid = page.getByRole('grid');
  await grid.focus();
  const reached = () => grid.evaluate((element) => element.scrollTop);
  while ((await reached()) < 10_000) {
    await page.keyboard.press('End');
    await page.waitForTimeout(100);
  }
  const before = await reached();
  await page.keyboard.press('Enter');
  await page.waitForURL(/records/);
  await page.goBack();
  await grid.waitFor();
  await page.waitForFunction((top) => document.querySelector('[role=grid]')?.scrollTop === top, before);
  await page.getByRole('row').last().getByRole('link').first().waitFor();
  assert.deepEqual(complaints, []);
});

test('records are chosen from one to another, and offer what may be done with all of them', async () => {
  const { page, complaints } = await pupils();
  await seen(page);
  const boxes = page.getByRole('checkbox', { name: /^Select: / });
  await boxes.nth(1).click();
  await boxes.nth(4).click({ modifiers: ['Shift'] });
  await page.getByText('4 selected').waitFor();
  await page.getByRole('button', { name: 'Make void' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  assert.deepEqual(complaints, []);
});

test('what is shown is saved as a file', async () => {
  const { page, complaints } = await pupils(`?columns=${encodeURIComponent('["number","status"]')}`);
  await seen(page);
  const total = await page.getByRole('status').filter({ hasText: 'records' }).first().innerText();
  await page.getByRole('button', { name: 'More' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /Export/ }).click(),
  ]);
  const [head, ...lines] = (await buffer(await download.createReadStream())).toString('utf-8').trimEnd().split('\r\n');
  assert.equal(head, '\uFEFFNumber,Status');
  assert.equal(`${lines.length.toLocaleString('en')} records`, total);
  assert.deepEqual(complaints, []);
});

test('on a phone the rows are cards, and filters come from below', async () => {
  const { page, complaints } = await visit({ as: 'registrar', at: '/registers/School', language: 'zh', on: 'phone' });
  await page.getByRole('article').first().waitFor();
  await page.getByRole('button', { name: '筛选条件' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: '排序' }).selectOption({ index: 2 });
  await page.waitForURL(/order=/);
  assert.deepEqual(complaints, []);
});
