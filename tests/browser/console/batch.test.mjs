// A verb on many records: what is done, what is refused and why, and where somebody stops it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, barriers, visit } from './browser.mjs';

const CLASSES = `query { schoolClasses(first: 60, filter: { students: { some: {} } }) {
  nodes { id school { id } stage { code } grade { code } entryYear } } }`;
const MAKE = 'mutation($input: CreateSchoolClassInput!) { createSchoolClass(input: $input) { errors { code message } } }';

/** The classes of a school, to which empty ones have come; they are chosen on their list, all or the empty ones alone. */
async function chosen(place, count, more = {}) {
  const { page, context, complaints } = await visit({ as: 'registrar', at: '/account', language: 'en' });
  const { nodes } = (await ask(context, CLASSES)).schoolClasses;
  const schools = [...new Set(nodes.map(({ school }) => school.id))];
  const { school, stage, grade, entryYear } = nodes.find((each) => each.school.id === schools[place]);
  for (let number = 60; number < 60 + count; number++) {
    const input = { school: school.id, stage: stage.code, grade: grade.code, entryYear, number };
    assert.deepEqual((await ask(context, MAKE, { input })).createSchoolClass.errors, []);
  }
  const filter = JSON.stringify({ school: { id: { eq: school.id } }, ...more });
  await page.goto(`/registers/SchoolClass?filter=${encodeURIComponent(filter)}`);
  await page.getByRole('row').nth(count).getByRole('link').first().waitFor();
  await page.getByRole('checkbox', { name: 'Select all', exact: false }).click();
  const bar = page.getByRole('region', { name: /selected/ });
  const all = Number.parseInt(await bar.getByRole('status').innerText(), 10);
  await bar.getByRole('button', { name: 'Make void' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Planned and never begun');
  return { page, complaints, dialog, all };
}

test('some are done and the others refused, each with its reason', async () => {
  const { page, complaints, dialog, all } = await chosen(0, 3);
  await dialog.getByRole('button', { name: `Do it to ${all}` }).click();
  await dialog.getByRole('status').getByText(`3 done · ${all - 3} refused`).waitFor();
  const reason = await dialog.getByRole('row').nth(1).getByRole('cell').first().innerText();
  assert.match(reason, new RegExp(`^….*\\. × ${all - 3}$`, 's'));
  assert.equal(await dialog.getByRole('link').count(), all - 3);
  assert.deepEqual(await barriers(page), []);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText(`${all - 3} record`).first().waitFor();
  assert.deepEqual(complaints, []);
});

test('what is stopped, or halted by a lost server, is gone on with, and nothing is done twice', async () => {
  const { page, dialog, all } = await chosen(1, 12, { students: { none: {} } });
  const held = [];
  let release = (route) => void held.push(route);
  await page.route('**/graphql', async (route) => {
    if (!(route.request().postData() ?? '').includes('idempotencyKey')) return route.continue();
    return release(route);
  });
  const status = dialog.getByRole('status');
  await dialog.getByRole('button', { name: `Do it to ${all}` }).click();
  while (held.length < 4) await page.waitForTimeout(20);
  const [first, ...others] = held.splice(0);
  await first.continue();
  await status.getByText(`1 of ${all}`).waitFor();
  await dialog.getByRole('button', { name: 'Stop here' }).click();
  await Promise.all([...others, ...held.splice(0)].map((route) => route.continue()));
  await status.getByText(`5 done · ${all - 5} not tried`).waitFor();

  release = (route) => route.abort('connectionrefused');
  const goOn = dialog.getByRole('button', { name: `Go on with the other ${all - 5}` });
  await goOn.click();
  await dialog.getByRole('alert').getByText('The server was not reached').waitFor();
  assert.deepEqual(await barriers(page), []);
  release = (route) => route.continue();
  await goOn.click();
  await status.getByText(`${all} done`, { exact: true }).waitFor();
});

test('all of a list are chosen, however many they are, and asked what they allow', async () => {
  const { page, complaints } = await visit({ as: 'registrar', at: '/registers/Student', language: 'en' });
  await page.getByRole('row').nth(3).getByRole('link').first().waitFor();
  await page.getByRole('checkbox', { name: 'Select all', exact: false }).click();
  const bar = page.getByRole('region', { name: /selected/ });
  const every = bar.getByRole('button', { name: /^Select all [\d,]+ of the list$/ });
  const count = (await every.innerText()).replace(/\D/g, '');
  assert.ok(Number(count) > 200, `${count} are more than are asked about at a time`);
  await every.click();
  await page.waitForFunction((all) => document.querySelector('[role=region] [role=status]')?.textContent?.replace(/\D/g, '') === all, count);
  await bar.getByText('Looking').waitFor({ state: 'detached' });
  assert.equal(await every.count(), 0);
  assert.equal(await bar.getByRole('alert').count(), 0);
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(complaints, []);
});
