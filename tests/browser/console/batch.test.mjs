// A verb on many records: what is done, what is refused and why, and where somebody stops it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, barriers, visit } from './browser.mjs';

const CLASSES = `query { schoolClasses(first: 60, filter: { students: { some: {} } }) {
  nodes { id school { id } stage { code } grade { code } entryYear } } }`;
const MAKE = 'mutation($input: CreateSchoolClassInput!) { createSchoolClass(input: $input) { errors { code message } } }';

/** The classes of a school, to which empty ones have come, all of them chosen on their list. */
async function chosen(place, from, count) {
  const { page, context, complaints } = await visit({ as: 'registrar', at: '/registers', language: 'en' });
  const { nodes } = (await ask(context, CLASSES)).schoolClasses;
  const schools = [...new Set(nodes.map(({ school }) => school.id))];
  const { school, stage, grade, entryYear } = nodes.find((each) => each.school.id === schools[place]);
  for (let number = from; number < from + count; number++) {
    const input = { school: school.id, stage: stage.code, grade: grade.code, entryYear, number };
    assert.deepEqual((await ask(context, MAKE, { input })).createSchoolClass.errors, []);
  }
  await page.goto(`/registers/SchoolClass?filter=${encodeURIComponent(JSON.stringify({ school: { id: { eq: school.id } } }))}`);
  await page.getByRole('row').nth(count).getByRole('link').first().waitFor();
  await page.getByRole('checkbox', { name: 'Select all', exact: false }).click();
  const bar = page.getByRole('region', { name: /selected/ });
  const all = Number.parseInt(await bar.getByRole('status').innerText(), 10);
  return { page, complaints, bar, all, school };
}

test('some are done and the others refused, each with its reason', async () => {
  const { page, complaints, bar, all } = await chosen(0, 60, 3);
  await bar.getByRole('button', { name: 'Make void' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Planned and never begun');
  await dialog.getByRole('button', { name: `Do it to ${all}` }).click();
  await dialog.getByRole('status').getByText(`3 done · ${all - 3} refused`).waitFor();
  const reasons = await dialog.getByRole('row').nth(1).getByRole('cell').first().innerText();
  assert.match(reasons, new RegExp(`\\w.*× ${all - 3}`, 's'));
  assert.equal(await dialog.getByRole('link').count(), all - 3);
  assert.deepEqual(await barriers(page), []);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText(`${all - 3} record`).first().waitFor();
  assert.deepEqual(complaints, []);
});

test('all are done, stopped in between, halted without the server, and gone on with', async () => {
  const { page, bar, all } = await chosen(1, 60, 9);
  await bar.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Capacity' }).fill('39');
  const slowly = async (route) => {
    await new Promise((next) => setTimeout(next, 150));
    await route.continue();
  };
  await page.route('**/graphql', slowly);
  await dialog.getByRole('button', { name: `Do it to ${all}` }).click();
  await dialog.getByRole('status').getByText(/^4 of/).waitFor();
  await dialog.getByRole('button', { name: 'Stop here' }).click();
  await dialog.getByRole('status').getByText(`8 done · ${all - 8} not tried`).waitFor();
  await page.unroute('**/graphql', slowly);

  const refuse = (route) => route.abort('connectionrefused');
  await page.route('**/graphql', refuse);
  await dialog.getByRole('button', { name: `Go on with the other ${all - 8}` }).click();
  await dialog.getByRole('alert').getByText('The server was not reached').waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.unroute('**/graphql', refuse);
  await dialog.getByRole('button', { name: `Go on with the other ${all - 8}` }).click();
  await dialog.getByRole('status').getByText(`${all} done`, { exact: true }).waitFor();
});
