// A head teacher in the school yard: the class is checked by thumb, also where there is no network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barriers, visit } from './browser.mjs';

const DAY = 24 * 60 * 60 * 1000;

/** The last days of a term that are no Saturday or Sunday, the newest first, of those that may still be marked. */
async function schoolDays(page) {
  const reply = await page.request.post('/graphql', {
    data: { query: '{ terms(first: 20) { nodes { period { from until } } } }' },
  });
  const { data } = await reply.json();
  const days = [0, 1, 2, 3, 4, 5, 6].map((back) => new Date(Date.now() + 8 * 60 * 60 * 1000 - back * DAY).toISOString().slice(0, 10));
  const isWeekday = (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const inTerm = (day) => data.terms.nodes.some(({ period }) => period.from <= day && day < period.until);
  return days.filter((day) => isWeekday(day) && inTerm(day));
}

const pupils = (page) => page.getByRole('list', { name: 'Pupils' }).getByRole('button');

test('a class is checked by thumb, and what is sent is there again', async (t) => {
  const { page, complaints } = await visit({ as: 'head-teacher', at: '/attendance', language: 'en', on: 'phone' });
  const [day] = await schoolDays(page);
  if (day === undefined) return t.skip('there is no school these days');
  await page.goto(`/attendance?day=${day}&session=MORNING`);
  const first = pupils(page).first();
  await first.getByText('Present').waitFor();
  assert.ok((await first.boundingBox()).height >= 44, 'a thumb finds it');
  await first.tap();
  await first.getByText('Absent without leave').waitFor();
  await first.tap();
  await first.getByText('Sick leave').waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('button', { name: 'Send' }).tap();
  await page.getByText('It is noted.').waitFor();
  await page.reload();
  await pupils(page).first().getByText('Sick leave').waitFor();
  await page.getByRole('button', { name: 'All present' }).tap();
  await pupils(page).first().getByText('Present').waitFor();
  await page.getByRole('button', { name: 'Send' }).tap();
  await page.getByText('It is noted.').waitFor();
  assert.deepEqual(complaints, []);
});

test('without a network it is kept, and sent once there is one', async (t) => {
  const { page, context } = await visit({ as: 'head-teacher', at: '/attendance', language: 'en', on: 'phone' });
  const [day] = await schoolDays(page);
  if (day === undefined) return t.skip('there is no school these days');
  await page.goto(`/attendance?day=${day}&session=AFTERNOON`);
  const second = pupils(page).nth(1);
  await second.getByText('Present').waitFor();
  await context.setOffline(true);
  await second.tap();
  await page.getByRole('button', { name: 'Send' }).tap();
  await page.getByText('1 checks wait to be sent').waitFor();
  await context.setOffline(false);
  await page.getByText('1 checks wait to be sent').waitFor({ state: 'detached' });
  await page.reload();
  await pupils(page).nth(1).getByText('Absent without leave').waitFor();
});

test('it is as clear in Chinese and in the dark', async () => {
  const { page, complaints } = await visit({ as: 'head-teacher', at: '/attendance', on: 'phone', scheme: 'dark' });
  await page.getByRole('list', { name: '学生' }).getByRole('button').first().getByText('到校').waitFor();
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(complaints, []);
});
