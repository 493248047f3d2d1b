// An inspection whose rectification is late: seen on the desk, referred for sanction, and read by everybody in the register.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, barriers, settled, visit } from './browser.mjs';

const LATE = `{ inspections(filter: { state: { eq: RECTIFY }, lamp: { eq: RED } }, first: 1) {
  nodes { id unitName office { code category } } } }`;
const STATE = 'query($id: ID!) { inspection(id: $id) { state } }';
let bureau;
let county;
let late;

before(async () => {
  bureau = await visit({ as: 'registrar', at: '/desks/inspecting' });
  [late] = (await ask(bureau.context, LATE)).inspections.nodes;
  const isCounty = late.office.category === 'COUNTY_BUREAU';
  county = await visit({ as: isCounty ? `county-${late.office.code}` : 'registrar', at: '/desks/inspecting?part=rectifying' });
});
after(async () => {
  await bureau?.context.close();
  await county?.context.close();
});

test('what is due and late is told by step and lamp', async () => {
  const { page } = bureau;
  await settled(page);
  await page.getByRole('rowheader', { name: '整改中' }).waitFor();
  await page.getByRole('rowheader', { name: '整改逾期、限制招生' }).waitFor();
  assert.deepEqual(await barriers(page), []);
});

test('what is not put right is referred from the queue', async () => {
  const { page } = county;
  await settled(page);
  const title = page.getByRole('region', { name: '依据' }).getByRole('heading', { level: 2 });
  await title.waitFor();
  for (let steps = 0; (await title.textContent()) !== late.unitName; steps += 1) {
    assert.ok(steps < 30, `${late.unitName} waits`);
    await page.keyboard.press('j');
  }
  await page.getByText('不得招收新生').waitFor();
  assert.deepEqual(await barriers(page), []);
  const form = page.getByRole('form', { name: '处理' });
  await page.keyboard.press('r');
  await form.getByRole('textbox').fill('逾期未整改');
  await form.getByRole('button', { name: '确定并处理下一条' }).click();
  await page.getByText('已处理 1 条。').waitFor();
  assert.equal((await ask(county.context, STATE, { id: late.id })).inspection.state, 'REFERRED');
  assert.deepEqual([...bureau.complaints, ...county.complaints], []);
});

test('everybody finds a licence and what its inspection came to', async () => {
  const { page, context, complaints } = await visit({ at: '/licences', scheme: 'dark', on: 'phone' });
  await settled(page);
  await page.getByLabel('学校名称、许可证号或举办者').fill(late.unitName);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('heading', { level: 3, name: late.unitName }).waitFor();
  await page.getByRole('region', { name: '检查结论公布' }).getByText('不合格').waitFor();
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});
