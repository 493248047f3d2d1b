// The deputy's page: one sheet of A4, readable on a phone, its rows one tap away.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled, visit } from './browser.mjs';

for (const language of ['zh', 'en']) {
  test(`is one sheet of A4 on paper, whatever is shown on the screen (${language})`, async () => {
    const { page, complaints } = await visit({ as: 'director', at: '/deputy', language, scheme: 'dark' });
    await settled(page);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(paper.match(/\/Type\s*\/Page\b/g)?.length, 1);
    const [, width, height] = paper.match(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/);
    assert.deepEqual([width, height].map((points) => Math.round((points / 72) * 25.4)), [210, 297]);
    await page.emulateMedia({ media: 'print' });
    const ground = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    assert.ok(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(ground), `the ground of the sheet is ${ground}`);
    assert.equal(await page.getByRole('banner').isVisible(), false);
    assert.deepEqual(complaints, []);
  });
}

test('each row leads to what it counts', async () => {
  const { page, complaints } = await visit({ as: 'registrar', at: '/deputy', language: 'en', on: 'phone' });
  await settled(page);
  const rows = await page.getByRole('article').locator('a[href^="/registers/"]').all();
  const counts = await Promise.all(rows.map((row) => row.locator('span').last().innerText()));
  const place = Math.max(0, counts.findIndex((count) => count !== '0'));
  await rows[place].click();
  await page.waitForURL(/\/registers\//);
  await page.getByRole('status').filter({ hasText: `${counts[place]} record` }).first().waitFor();
  assert.deepEqual(complaints, []);
});

test('rates of entry are told by county, with what they are worked out from', async () => {
  const { page, complaints } = await visit({ as: 'director', at: '/figures?view=entry', language: 'zh' });
  await settled(page);
  await page.getByText('初中', { exact: true }).click();
  const figure = page.getByRole('region', { name: '各区县入学率 · 初中' });
  await figure.getByText('表', { exact: true }).click();
  const row = figure.getByRole('row').filter({ hasText: /\d{2,3}\.\d/ }).first();
  const county = await row.getByRole('rowheader').innerText();
  const behind = page.getByRole('table', { name: '初中', exact: true }).getByRole('row', { name: county });
  assert.match(await behind.innerText(), /演示数据/);
  const [file] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: '下载 CSV' }).click()]);
  assert.equal(file.suggestedFilename(), '各区县入学率 · 初中.csv');
  assert.deepEqual(complaints, []);
});
