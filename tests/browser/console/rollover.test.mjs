// A registrar: the school year of a small school is previewed, settled, committed, and taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barriers, url, visit } from './browser.mjs';

const NAME = '升级试点小学';

/** Sends one request as whoever is signed in; what it answers. */
async function ask(context, query, variables = {}) {
  const reply = await context.request.post('/graphql', { headers: { origin: url }, data: { query, variables } });
  const { data, errors } = await reply.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  const refused = Object.values(data).flatMap((payload) => payload?.errors ?? []);
  assert.deepEqual(refused, []);
  return data;
}

function write(context, verb, selection, input) {
  const type = `${verb[0].toUpperCase()}${verb.slice(1)}Input!`;
  return ask(context, `mutation($i: ${type}) { ${verb}(input: $i) { ${selection} errors { code message } } }`, { i: input });
}

/** A school that still stands as the year before the present one left it: two pupils of P2, one of P6. */
async function school(context) {
  const years = await ask(context, '{ schoolYears(first: 10, orderBy: NAME_ASC) { nodes { id name period { from } } } }');
  const [year] = years.schoolYears.nodes;
  const { divisions } = await ask(context, '{ divisions(first: 1, filter: { code: { eq: "510104" } }) { nodes { id } } }');
  const given = { code: '2151999901', name: NAME, type: '211', division: divisions.nodes[0].id };
  const { createSchool } = await write(context, 'createSchool', 'school { id }', given);
  const id = createSchool.school.id;
  const first = Number(year.name.slice(0, 4));
  for (const [grade, pupils] of [['P2', ['升级', '转班']], ['P6', ['毕业']]]) {
    const entryYear = first - Number(grade[1]) + 1;
    const of = { school: id, stage: 'P', entryYear, number: 1, grade };
    const { createSchoolClass } = await write(context, 'createSchoolClass', 'schoolClass { id }', of);
    for (const name of pupils) {
      const born = { birthDate: `${entryYear - 7}-03-01`, sex: '1', name: `${name}生` };
      const entered = { enteredOn: `${entryYear}-09-01`, schoolClass: createSchoolClass.schoolClass.id };
      await write(context, 'registerStudent', 'student { id }', { school: id, grade, ...born, ...entered });
    }
  }
  return { id, year };
}

test('a year is previewed, its last grade confirmed, committed by typing the name, and taken back', async () => {
  const { page, context, complaints } = await visit({ as: 'registrar', at: '/' });
  const { id, year } = await school(context);
  const { previewRollOver } = await write(context, 'previewRollOver', 'rollOver { id }', { unit: id, fromYear: year.id });
  await page.goto('/rollover');
  await page.getByRole('heading', { name: '学年升级' }).waitFor();
  await page.getByRole('button', { name: '预演' }).waitFor();
  await page.getByRole('link', { name: new RegExp(NAME) }).first().click();
  await page.waitForURL((at) => at.searchParams.get('run') === previewRollOver.rollOver.id);
  await page.getByText('请先处理受阻的 1 名学生').waitFor();
  const row = page.getByRole('row', { name: new RegExp(NAME) });
  assert.equal((await row.getByRole('cell').allInnerTexts()).join(' '), '3 2 0 0 1 0 0');
  assert.deepEqual(await barriers(page), []);

  await page.getByRole('button', { name: '确认毕业' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('textbox', { name: '毕业名单文号' }).fill('毕业名单〔2026〕1号');
  await asked.getByRole('button', { name: '确认毕业' }).click();
  await page.getByRole('button', { name: '执行升级' }).click();
  const typed = page.getByRole('dialog');
  const confirm = typed.getByRole('button', { name: '执行升级' });
  assert.equal(await confirm.isDisabled(), true);
  await typed.getByRole('textbox').fill(NAME);
  await confirm.click();
  await page.getByRole('button', { name: '撤销升级' }).waitFor({ timeout: 60_000 });
  const grades = `query($id: ID!) { studentsSummary(by: [GRADE, STATUS], filter: { school: { id: { eq: $id } } }) {
    nodes { key { grade { code } status } count } } }`;
  const stand = async () => {
    const { studentsSummary } = await ask(context, grades, { id });
    return studentsSummary.nodes.map(({ key, count }) => `${key.grade.code} ${key.status} ${count}`).sort();
  };
  assert.deepEqual(await stand(), ['P3 ENROLLED 2', 'P6 GRADUATED 1']);

  await page.getByRole('button', { name: '撤销升级' }).click();
  const back = page.getByRole('dialog');
  await back.getByRole('textbox', { name: '原因' }).fill('名单有误');
  await back.getByRole('button', { name: '撤销升级' }).click();
  await page.getByText('已撤销', { exact: true }).waitFor({ timeout: 60_000 });
  assert.deepEqual(await stand(), ['P2 ENROLLED 2', 'P6 ENROLLED 1']);
  assert.deepEqual(complaints, []);

  const phone = await visit({ as: 'registrar', at: `/rollover?run=${previewRollOver.rollOver.id}`, language: 'en', scheme: 'dark', on: 'phone' });
  await phone.page.getByText('Undone', { exact: true }).waitFor();
  assert.deepEqual(await barriers(phone.page), []);
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, 'a phone moves tables sideways, not the page');
});
