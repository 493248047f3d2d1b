// A guardian: their child's records and nothing else; what is sealed or not theirs shows as that.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, barriers, settled, visit } from './browser.mjs';

const CHILD = '{ students(first: 5) { totalCount nodes { id person { id name } school { id name } } } }';

test('a guardian comes to their child, and nowhere else', async () => {
  const { page, context, complaints } = await visit({ as: 'guardian', on: 'phone' });
  const { students } = await ask(context, CHILD);
  assert.equal(students.totalCount, 1);
  const [child] = students.nodes;
  await settled(page);
  await page.getByRole('link', { name: child.person.name }).first().click();
  await page.waitForURL((address) => decodeURIComponent(address.pathname) === `/records/${child.id}`);
  await page.getByRole('heading', { level: 1 }).getByText(child.person.name).waitFor();
  await settled(page);
  await page.getByText(child.school.name).first().waitFor();
  assert.deepEqual(await barriers(page), []);

  const registrar = await visit({ as: 'registrar', at: '/account' });
  const { students: others } = await ask(registrar.context, '{ students(first: 3) { nodes { id } } }');
  const other = others.nodes.find(({ id }) => id !== child.id);
  await page.goto(`/records/${other.id}`);
  await page.getByRole('heading', { name: '没有找到内容' }).waitFor();
  assert.deepEqual(complaints, []);
});

test('a sealed value shows as its mask alone', async () => {
  const { page, context, complaints } = await visit({ as: 'registrar', at: '/registers', language: 'en' });
  const query = '{ persons(first: 1) { nodes { id documentNumber { held mask } } } }';
  const [person] = (await ask(context, query)).persons.nodes;
  assert.ok(person.documentNumber.held);
  await page.goto(`/records/${person.id}?tab=fields`);
  await settled(page);
  await page.getByText(person.documentNumber.mask).first().waitFor();
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(complaints, []);
});
