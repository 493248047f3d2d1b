// A task from the bureau to a county and back: assigned, signed for, reported on, submitted, returned, submitted, accepted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, barriers, settled, visit } from './browser.mjs';

const TITLE = '春季开学检查情况汇总';
const TASK = `query($title: String!) { assignedTasks(search: $title, first: 1) {
  nodes { id state parties { nodes { part signedBy } } reports(orderBy: ID_ASC) { nodes { sort text } } } } }`;
let bureau;
let county;
let unit;

before(async () => {
  bureau = await visit({ as: 'registrar', at: '/desks/assigning' });
  const { offices } = await ask(bureau.context, '{ offices(filter: { category: { eq: COUNTY_BUREAU } }, first: 1) { nodes { code name } } }');
  [unit] = offices.nodes;
  county = await visit({ as: `county-${unit.code}`, at: '/' });
});
after(async () => {
  await bureau?.context.close();
  await county?.context.close();
});

/** What a queue of somebody's desk shows of the task, with the form of its decisions. */
async function at({ page }, desk, part) {
  await page.goto(`/desks/${desk}?part=${part}`);
  await settled(page);
  const title = page.getByRole('region', { name: '依据' }).getByRole('heading', { level: 2 });
  await title.waitFor();
  for (let steps = 0; (await title.textContent()) !== TITLE; steps += 1) {
    assert.ok(steps < 30, `${TITLE} waits in ${part}`);
    await page.keyboard.press('j');
  }
  return page.getByRole('form', { name: '处理' });
}

/** Decides by a letter, with what is to be said, and sees that nothing was refused. */
async function decide(whose, desk, part, letter, text) {
  const form = await at(whose, desk, part);
  await whose.page.keyboard.press(letter);
  if (text !== undefined) await form.getByRole('textbox').fill(text);
  await form.getByRole('button', { name: '确定并处理下一条' }).click();
  await whose.page.getByText('已处理 1 条。').waitFor();
}

/** Finds a unit by its name in a field that leads to one. */
async function choose(page, field, name) {
  await field.fill(name);
  await page.getByRole('option', { name }).first().click();
}

test('a task is assigned from the desk', async () => {
  const { page } = bureau;
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('button', { name: '交办' }).click();
  await page.getByRole('heading', { level: 1, name: '交办' }).waitFor();
  const field = (name) => page.locator(`#argument-${name}`).locator('input:not([type=hidden]), textarea').first();
  await choose(page, field('issuer'), '成都市教育局');
  await choose(page, field('lead'), unit.name);
  await field('title').fill(TITLE);
  await field('content').fill('汇总各校开学检查情况并报送');
  await field('due').fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
  await field('source').click();
  await page.getByRole('option', { name: '上级交办' }).click();
  const assisting = page.getByRole('group', { name: '协办单位' });
  await assisting.getByRole('button', { name: '添加' }).click();
  await choose(page, assisting.locator('input:not([type=hidden])').first(), '督导室');
  assert.deepEqual(await barriers(page), []);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
});

test('whoever is told of it reads in the notice what it is called', async () => {
  await county.page.goto('/');
  await county.page.getByText(`${TITLE} · `).waitFor();
});

test('it is signed for, reported on, submitted, returned and accepted', async () => {
  await decide(county, 'assigned-tasks', 'to-sign', 's');
  await decide(county, 'assigned-tasks', 'to-do', 'r', '已收齐一半学校');
  assert.deepEqual(await barriers(county.page), []);
  await decide(county, 'assigned-tasks', 'to-do', 'b', '汇总表见附件');
  await decide(bureau, 'assigning', 'to-accept', 'b', '缺少民办学校');
  await decide(county, 'assigned-tasks', 'to-do', 'b', '已补民办学校');
  await decide(bureau, 'assigning', 'to-accept', 'a');
  const { assignedTasks } = await ask(bureau.context, TASK, { title: TITLE });
  const [task] = assignedTasks.nodes;
  assert.equal(task.state, 'ACCEPTED');
  assert.deepEqual(
    task.reports.nodes.map(({ sort, text }) => [sort, text]),
    [
      ['PROGRESS', '已收齐一半学校'],
      ['SUBMISSION', '汇总表见附件'],
      ['RETURN', '缺少民办学校'],
      ['SUBMISSION', '已补民办学校'],
      ['ACCEPTANCE', null],
    ],
  );
  assert.deepEqual([...bureau.complaints, ...county.complaints], []);
});

test('lamps are told by shape and word, and stand on a phone', async () => {
  const { page, context } = await visit({ as: 'registrar', at: '/desks/assigning?part=lamps', scheme: 'dark', on: 'phone' });
  await settled(page);
  await page.getByRole('columnheader', { name: '红灯（逾期）' }).waitFor();
  assert.deepEqual(await barriers(page), []);
  await context.close();
});
