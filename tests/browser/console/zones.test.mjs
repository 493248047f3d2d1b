// Everybody finds the school of an address, and whoever draws zones sees what is wrong with a plan.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, barriers, visit } from './browser.mjs';

test('a family finds its school without signing in', async () => {
  const { page, context, complaints } = await visit({ at: '/zones', on: 'phone' });
  await page.getByRole('combobox', { name: '街道（乡镇）' }).click();
  const streets = await ask(context, '{ divisions(first: 1000, filter: { level: { eq: STREET } }) { nodes { id name } } }');
  const places = [];
  for (const { id, name } of streets.divisions.nodes.slice(0, 20)) {
    const { zoneRoads } = await ask(context, 'query($street: ID!) { zoneRoads(street: $street, stage: "P") { road } }', { street: id });
    if (zoneRoads.length > 0) places.push({ id, name, road: zoneRoads[0].road });
  }
  const [{ id, name, road }] = places;
  const query = 'query($street: ID!, $road: String!) { zoneOf(street: $street, road: $road, number: 12, stage: "P") { schoolName } }';
  const { zoneOf } = await ask(context, query, { street: id, road });
  await page.getByRole('option', { name, exact: true }).first().click();
  await page.getByRole('combobox', { name: '道路、村或小区' }).fill(road);
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: '门牌号' }).fill('12');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('heading', { name: zoneOf[0].schoolName }).waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('combobox', { name: '道路、村或小区' }).fill('没有的路');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('该地址不在已公布的学区内').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a registrar has a plan checked', async () => {
  const { page, context, complaints } = await visit({ as: 'registrar', at: '/desks/zoning' });
  await page.getByRole('button', { name: '检查' }).first().click();
  await page.getByText(/存在的问题|未发现问题/).first().waitFor();
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});
