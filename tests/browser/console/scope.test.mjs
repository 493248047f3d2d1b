// What a county and a school see: their own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './browser.mjs';

const ask = (page, query) =>
  page.evaluate(async (text) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: text }) });
    return (await reply.json()).data;
  }, query);

test('a county lists its own schools, and the page of another one is not there', async () => {
  const city = await visit({ as: 'registrar' });
  const everywhere = await ask(
    city.page,
    '{ schools(first: 200) { totalCount nodes { id superior { code } } } }',
  );
  const { page, complaints } = await visit({ as: 'county-510104', at: '/registers/School', language: 'en' });
  const own = everywhere.schools.nodes.filter((school) => school.superior.code === '510104');
  const other = everywhere.schools.nodes.find((school) => school.superior.code !== '510104');
  assert.ok(own.length > 0 && other !== undefined);
  await page.getByText(`${own.length} record`).waitFor();
  await page.goto(`/records/${other.id}`);
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  assert.deepEqual(complaints, []);
});

test('who may not make records is offered no verb for it', async () => {
  const { page, complaints } = await visit({ as: 'director', at: '/registers/School', language: 'en' });
  await page.getByRole('row').nth(2).waitFor();
  assert.equal(await page.getByRole('button', { name: 'New', exact: true }).count(), 0);
  assert.deepEqual(complaints, []);
});
