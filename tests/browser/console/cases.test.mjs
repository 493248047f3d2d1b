// Applying for a transfer, and deciding it from office to office by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { barriers, keys, url, visit } from './browser.mjs';

const PUPILS = `query($school: ID!) { students(first: 40, filter: { status: { eq: ENROLLED }, grade: { in: ["P2", "P3"] },
  school: { id: { eq: $school } }, cases: { none: { state: { eq: OPEN } } } }) { nodes { id person { name } } } }`;
const OPEN = `mutation($input: OpenTransferInput!) { openTransfer(input: $input) { studentCase { id } errors { message } } }`;

/** The smallest picture there is. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const file = (name, buffer = PICTURE) => ({ name, mimeType: 'image/png', buffer });

/** Two counties' primary schools with pupils to spare, a day in a term that has come, and who applies for all. */
const place = { pupils: [] };
let registrar;

before(async () => {
  registrar = await visit({ as: 'registrar', at: '/records/Student:1' });
  const { schools, terms } = await ask(`{ schools(first: 200) { nodes { id code name type { code } division { code } } }
    terms(first: 50) { nodes { period { from } } } }`);
  for (const school of schools.nodes.filter(({ type }) => type?.code === '211')) {
    const { students } = await ask(PUPILS, { school: school.id });
    if (place.from === undefined && students.nodes.length > 8) {
      place.from = school;
      place.pupils = students.nodes;
    } else if (place.to === undefined && school.division.code !== place.from?.division.code) place.to = school;
  }
  assert.ok(place.from && place.to, 'the demo city has primary schools in two counties');
  const day = new Date().toISOString().slice(0, 10);
  place.day = terms.nodes.map(({ period }) => period.from).filter((from) => from <= day).sort().at(-1);
});
after(() => registrar?.context.close());

async function ask(query, variables = {}) {
  const reply = await registrar.context.request.post('/graphql', { headers: { origin: url }, data: { query, variables } });
  const { data, errors } = await reply.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

/** So many transfers that were applied for, by the names of the pupils. */
async function opened(count, more = {}) {
  const pupils = place.pupils.splice(0, count);
  for (const { id } of pupils) {
    const input = { student: id, school: place.to.id, effectiveOn: place.day, reason: '随父母迁居', ...more };
    const { openTransfer } = await ask(OPEN, { input });
    assert.deepEqual(openTransfer.errors, []);
  }
  return pupils.map(({ person }) => person.name);
}

const clerk = (school) => `school-${school.code}`;

/** Goes on in the queue until a pupil's case is shown. */
async function goTo(page, name) {
  const title = page.getByRole('region', { name: '依据' }).getByRole('heading', { level: 2 });
  await title.waitFor();
  for (let steps = 0; (await title.textContent()) !== name; steps += 1) {
    assert.ok(steps < 60, `${name} waits in the queue`);
    await page.keyboard.press('j');
  }
}

test('a transfer is applied for on the page of a pupil, and its case is shown', async () => {
  const { page, complaints } = registrar;
  const [pupil] = place.pupils;
  await page.goto(`/records/${pupil.id}`);
  await page.getByRole('button', { name: '申请…' }).click();
  await page.getByRole('menuitem', { name: '申请转学' }).click();
  await page.getByRole('heading', { level: 1, name: '申请转学' }).waitFor();
  const form = page.getByRole('main');
  assert.equal(new URL(page.url()).searchParams.get('student'), pupil.id);
  const field = (name) => form.locator(`#argument-${name}`).locator('input, textarea').first();
  await page.waitForFunction((name) => document.querySelector('#argument-student input')?.value.startsWith(name), pupil.person.name);
  await field('school').fill(place.to.name);
  await page.getByRole('option', { name: place.to.name }).first().click();
  await field('effectiveOn').fill(place.day);
  await field('reason').fill('随父母迁居');
  const register = form.locator('input[type=file]').first();
  await register.setInputFiles(file('户口簿.png', Buffer.alloc(2_100_000)));
  await form.getByRole('alert').filter({ hasText: '户口簿.png 未被接收' }).waitFor();
  await register.setInputFiles(file('户口簿.exe'));
  await form.getByRole('alert').filter({ hasText: '户口簿.exe 未被接收' }).waitFor();
  await register.setInputFiles(file('户口簿.png'));
  await form.getByRole('button', { name: '移除 户口簿.png' }).waitFor();
  await field('reason').press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: `转学 · ${pupil.person.name}` }).waitFor();
  await page.getByRole('heading', { level: 2, name: '中小学生转学申请表' }).waitFor();
  await page.getByText('转入学校审核 · 待办理').waitFor();
  assert.deepEqual(await barriers(page), []);
  for (const [format, begins] of [['PDF', '%PDF'], ['Word', 'PK']]) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: format }).click()]);
    assert.match(download.suggestedFilename(), /^中小学生转学申请表-\d{10}\.(pdf|docx)$/);
    const reply = await page.context().request.get(download.url());
    assert.equal((await reply.body()).toString('latin1', 0, begins.length), begins);
  }
  const files = page.getByRole('region', { name: '申请材料' });
  await files.getByRole('button', { name: '户口簿', exact: true }).click();
  const picture = page.getByRole('dialog').getByRole('img', { name: '户口簿.png' });
  await picture.waitFor();
  assert.equal(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth)), 1);
  await page.keyboard.press('Escape');
  await files.getByRole('button', { name: '撤回 户口簿.png' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('传错文件');
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await files.getByText('已撤回：传错文件').waitFor();
  // The browser itself complains of the two files that were refused.
  assert.deepEqual(complaints.map((said) => /status of (413|415)/.exec(said)?.[1] ?? said), ['413', '415']);
});

test('each of the four offices decides by keyboard, and the last of them moves the pupil', async () => {
  const { id, person } = place.pupils.shift();
  const offices = [clerk(place.to), `county-${place.to.division.code}`, clerk(place.from), `county-${place.from.division.code}`];
  for (const as of offices) {
    const { page, context, complaints } = await visit({ as, at: '/cases' });
    await goTo(page, person.name);
    await page.getByText('学生在读。').waitFor();
    const hand = keys(page);
    await hand.press('a', 'Enter');
    await page.getByText('已处理 1 条。').waitFor();
    assert.equal(hand.counted.pressed, 2);
    assert.deepEqual(complaints, []);
    await context.close();
  }
  const { student } = await ask('query($id: ID!) { student(id: $id) { school { id } cases(last: 1) { nodes { state } } } }', { id });
  assert.deepEqual(student, { school: { id: place.to.id }, cases: { nodes: [{ state: 'DONE' }] } });
});

test('a refusal asks why, loses nothing that is typed, and says it to whoever applied', async () => {
  const [name, other] = await opened(2);
  const { page, context, complaints } = await visit({ as: clerk(place.to), at: '/cases' });
  await goTo(page, name);
  await page.keyboard.press('r');
  await page.getByLabel('理由').waitFor();
  await page.keyboard.type('本年级学位');
  await page.keyboard.press('Escape');
  await goTo(page, other);
  await page.keyboard.press('k');
  await goTo(page, name);
  await page.keyboard.press('r');
  assert.equal(await page.getByLabel('理由').inputValue(), '本年级学位');
  await page.keyboard.press('End');
  await page.keyboard.type('已满');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已处理 1 条。').waitFor();
  const found = await ask(`query($name: String!) { cases(filter: { subjectName: { eq: $name } }, orderBy: OPENED_AT_DESC, first: 1) { nodes { state endReason } } }`, { name });
  assert.deepEqual(found.cases.nodes, [{ state: 'REJECTED', endReason: '本年级学位已满' }]);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('those that pass are decided in one go, and the others are told why they do not', async () => {
  const late = new Date(Date.parse(place.day) + 330 * 86_400_000).toISOString().slice(0, 10);
  const [blocked] = await opened(1, { effectiveOn: late });
  const names = await opened(3);
  const { page, context, complaints } = await visit({ as: clerk(place.to), at: '/cases' });
  await goTo(page, blocked);
  await page.getByRole('img', { name: '不符合' }).first().waitFor();
  const waiting = await page.getByRole('list', { name: '待办' }).getByRole('listitem').count();
  await page.keyboard.press('Shift+X');
  const passing = page.getByText(/\d+ 条符合条件/);
  await passing.waitFor();
  const count = Number.parseInt(await passing.textContent(), 10);
  assert.ok(count >= names.length && count < waiting, `${count} of ${waiting} pass`);
  await page.keyboard.press('Enter');
  await page.getByText(`已处理 ${count} 条。`).waitFor();
  await goTo(page, blocked);
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('whoever holds a paper finds whether it is genuine, without signing in', async () => {
  const { cases } = await ask(`{ cases(filter: { state: { eq: DONE } }, first: 1) { nodes { verification number subjectName } } }`);
  const [{ verification, number, subjectName }] = cases.nodes;
  const { page, context, complaints } = await visit({ at: '/verify', language: 'zh' });
  await page.getByLabel('核验码').fill(verification.toLowerCase().replace(/.{4}(?=.)/g, '$&-'));
  await page.keyboard.press('Enter');
  await page.getByText('该事项存在，且已批准办结。').waitFor();
  await page.getByText(number).waitFor();
  assert.equal(await page.getByText(subjectName).count(), 0, 'the name is masked');
  await page.getByText(`${subjectName[0]}*`).first().waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.goto('/verify/23456789ABCDEFGH');
  await page.getByText('没有与此核验码对应的事项').waitFor();
  assert.equal(await page.getByLabel('核验码').inputValue(), '23456789ABCDEFGH');
  assert.deepEqual(complaints, []);
  await context.close();
});

test('everybody reads which schools there are, and whoever decides of them finds what waits', async () => {
  const { page, context, complaints } = await visit({ at: '/schools', language: 'zh' });
  await page.getByRole('combobox', { name: '区县' }).click();
  await page.getByRole('option', { name: await nameOf(place.from.division.code) }).click();
  await page.getByLabel('校名包含').fill(place.from.name);
  await page.getByRole('button', { name: '查询' }).click();
  const found = page.getByRole('article').filter({ hasText: place.from.code });
  await found.getByText('正常办学').waitFor();
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
  const desk = await visit({ as: 'registrar', at: '/desks/establishment', language: 'zh' });
  await desk.page.getByRole('region', { name: '依据' }).getByText('材料审查').first().waitFor();
  assert.deepEqual(await barriers(desk.page), []);
  assert.deepEqual(desk.complaints, []);
  await desk.context.close();
});

/** What a division is called. */
async function nameOf(code) {
  const { divisions } = await ask('query($code: String!) { divisions(filter: { code: { eq: $code } }) { nodes { name } } }', { code });
  return divisions.nodes[0].name;
}
