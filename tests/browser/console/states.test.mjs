// What a form does when things go wrong: the server is gone, the session over, somebody else quicker, the answer no.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, barriers, opened, password, visit } from './browser.mjs';

const CLASSES = `query { schoolClasses(first: 60) {
  nodes { id version capacity number school { id } stage { code } entryYear } } }`;
const CLASS = 'query($id: ID!) { schoolClass(id: $id) { capacity number version } }';
const CHANGE = 'mutation($input: UpdateSchoolClassInput!) { updateSchoolClass(input: $input) { errors { code message } } }';

let given = 0;

/** A class that no other test here changes, its page and the form that changes it. */
async function changing(look = {}) {
  const { page, context, complaints } = await visit({ as: 'registrar', at: '/registers', language: 'en', ...look });
  const { schoolClasses } = await ask(context, CLASSES);
  const found = schoolClasses.nodes[given++];
  await page.goto(`/records/${found.id}`);
  const dialog = await opened(page, look.language === 'zh' ? '修改' : 'Change');
  const capacity = dialog.getByRole('textbox', { name: look.language === 'zh' ? '额定人数' : 'Capacity' });
  const wanted = (found.capacity ?? 0) === 47 ? 48 : 47;
  const held = async () => (await ask(context, CLASS, { id: found.id })).schoolClass;
  return { page, context, complaints, dialog, capacity, wanted, found, held };
}

/** Lets the server be gone from here on for what the page asks; what is returned brings it back. */
async function gone(page, answers) {
  const path = /\/(graphql|health\/ready)$/;
  await page.route(path, answers);
  return () => page.unroute(path, answers);
}

test('what is typed while the server is gone is kept, and sent once it is back', async () => {
  const { page, dialog, capacity, wanted, held } = await changing();
  const back = await gone(page, (route) => route.abort('connectionrefused'));
  await capacity.fill(String(wanted));
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').getByText('It is sent by itself once the server is back').waitFor();
  await page.getByText('The server cannot be reached.', { exact: false }).first().waitFor();
  assert.equal(await capacity.inputValue(), String(wanted));
  assert.deepEqual(await barriers(page), []);
  assert.notEqual((await held()).capacity, wanted);
  await back();
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await held()).capacity, wanted);
});

test('what arrived although its answer was lost is done once', async () => {
  const { page, dialog, capacity, wanted, found, held } = await changing();
  const back = await gone(page, async (route) => {
    if (route.request().url().endsWith('/graphql')) await route.fetch();
    await route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' });
  });
  await capacity.fill(String(wanted));
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').getByText('done once').waitFor();
  assert.equal((await held()).capacity, wanted, 'it did arrive');
  await back();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual(await held(), { capacity: wanted, number: found.number, version: found.version + 1 });
});

test('a session that ends in the middle of a form is begun again over it', async () => {
  const { page, context, dialog, capacity, wanted, held } = await changing();
  await capacity.fill(String(wanted));
  await context.clearCookies();
  await page.keyboard.press('Control+Enter');
  const over = page.getByRole('dialog', { name: 'Your session has ended' });
  await over.getByLabel(/^Password/).fill(password);
  assert.deepEqual(await barriers(page), []);
  await page.keyboard.press('Enter');
  await over.waitFor({ state: 'detached' });
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await held()).capacity, wanted);
});

test('whoever was quicker is shown field by field, and what is chosen is saved', async () => {
  const { page, context, complaints, dialog, capacity, wanted, found, held } = await changing();
  const number = dialog.getByRole('textbox', { name: 'Number', exact: true });
  await capacity.fill(String(wanted));
  await number.fill(String(found.number === 71 ? 73 : 71));
  const theirs = { id: found.id, capacity: wanted + 2, number: found.number === 72 ? 74 : 72 };
  assert.deepEqual((await ask(context, CHANGE, { input: theirs })).updateSchoolClass.errors, []);
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Somebody changed this record while you were typing').waitFor();
  const row = (name) => dialog.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  assert.match(await row('Capacity').innerText(), new RegExp(theirs.capacity));
  assert.equal(await row('Capacity').locator('input:not([type=radio])').inputValue(), String(wanted));
  assert.deepEqual(await barriers(page), []);
  await row('Capacity').getByRole('radio', { name: 'Keep mine' }).check();
  await row('Number').getByRole('radio', { name: 'Keep theirs' }).check();
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await dialog.waitFor({ state: 'detached' });
  const now = await held();
  assert.deepEqual([now.capacity, now.number], [wanted, theirs.number]);
  assert.deepEqual(complaints, []);
});

test('a refusal says why, in words: beside each field, and above with the way to it', async () => {
  const { page, context, complaints } = await visit({ as: 'registrar', at: '/registers', on: 'phone', scheme: 'dark' });
  const { nodes } = (await ask(context, CLASSES)).schoolClasses;
  const { school, stage, entryYear, number } = nodes.find((each) => each.stage.code === 'P');
  const known = { school: school.id, stage: stage.code, entryYear, number };
  await page.goto(`/registers/SchoolClass/new?${new URLSearchParams({ ...known, grade: 'J1' })}`);
  const of = (name) => page.getByRole('textbox', { name }).or(page.getByRole('combobox', { name })).first();
  await of('年级').waitFor();
  await of('班号').fill('100');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('应在 1 与 99 之间').first().waitFor();
  await of('班号').fill(String(number));
  await page.getByRole('button', { name: '保存' }).click();
  const above = page.getByRole('alert').filter({ hasText: '未能保存' });
  await above.getByText('与学段不一致').waitFor();
  await above.getByText('已有班级使用此值').waitFor();
  assert.equal(await of('年级').getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await barriers(page), []);
  await above.getByRole('button', { name: '年级' }).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true' && document.activeElement.value === '七年级');
  assert.deepEqual(complaints, []);
});

test('a defect of the server shows the number that the administrator asks for', async () => {
  const { page, dialog, capacity, wanted } = await changing();
  const extensions = { code: 'INTERNAL', errorId: '0a1b2c3d4e5f', requestId: 'r', retryable: false };
  const message = 'Something went wrong; it was logged as 0a1b2c3d4e5f.';
  const body = JSON.stringify({ data: null, errors: [{ message, extensions }] });
  const back = await gone(page, (route) => route.fulfill({ status: 500, contentType: 'application/json', body }));
  await capacity.fill(String(wanted));
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('alert').getByText('Tell the administrator this number: 0a1b2c3d4e5f').waitFor();
  assert.equal(await capacity.inputValue(), String(wanted));
  await back();
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await dialog.waitFor({ state: 'detached' });
});

test('a form that is left asks, keeps a draft, and offers it to whoever comes back', async () => {
  const { page, dialog, capacity, wanted } = await changing();
  await capacity.fill(String(wanted));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'This is not saved yet' }).getByRole('button', { name: 'Leave, keep the draft' }).click();
  await dialog.waitFor({ state: 'detached' });
  const again = await opened(page, 'Change');
  await again.getByRole('button', { name: 'Go on with what I typed' }).click();
  assert.equal(await again.getByRole('textbox', { name: 'Capacity' }).inputValue(), String(wanted));
});
