// Being told by e-mail, and having programs told.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { barriers, settled, visit } from './browser.mjs';

/** The six digits in the mail that came last. */
async function code() {
  while (!existsSync(process.env.BUREAU_MAIL)) await setTimeout(100);
  return readFileSync(process.env.BUREAU_MAIL, 'utf8').match(/\b\d{6}\b/)[0];
}

test('somebody gives an address, enters the code that comes, and chooses', async () => {
  const { page, complaints } = await visit({ as: 'registrar', at: '/account', language: 'en' });
  const mails = page.getByRole('region', { name: 'Told by e-mail' });
  await mails.getByLabel('E-mail address').fill('Wang.Fang@school.example.cn');
  await page.keyboard.press('Enter');
  await mails.getByText('A code was sent to W***@school.example.cn', { exact: false }).waitFor();
  await mails.getByLabel('Code').fill('1');
  await page.keyboard.press('Enter');
  await mails.getByRole('alert').waitFor();
  await mails.getByLabel('Code').fill(await code());
  await page.keyboard.press('Enter');
  await mails.getByLabel('Once, in the morning of each working day').check();
  await page.reload();
  await settled(page);
  assert.ok(await mails.getByLabel('Once, in the morning of each working day').isChecked());
  assert.deepEqual(await barriers(page), []);
  assert.deepEqual(complaints, []);
});

test('a webhook is made, its secret shown once, tried, and what came of it is told', async () => {
  const { page, complaints } = await visit({ as: 'registrar', at: '/integrators?tab=webhooks', language: 'zh' });
  await page.getByRole('button', { name: '新建推送' }).click();
  const dialog = page.getByRole('dialog', { name: '新建推送' });
  await dialog.getByLabel('名称').fill('课表系统');
  await dialog.getByLabel('推送地址').fill('https://10.0.0.1/hook');
  await dialog.getByRole('combobox', { name: '记录类型' }).fill('School');
  await page.getByRole('option', { name: '学校 · School', exact: true }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '继续' }).click();
  await dialog.getByText('不允许向该地址推送', { exact: false }).waitFor();
  await dialog.getByLabel('推送地址').fill('https://hooks.invalid/bureau');
  await dialog.getByRole('button', { name: '继续' }).click();
  assert.match(await dialog.getByRole('figure', { name: '签名密钥' }).innerText(), /whsec_/);
  await dialog.getByRole('button', { name: '完成' }).click();
  await page.getByRole('button', { name: '发送测试消息' }).click();
  await page.getByText('测试消息待推送').waitFor();
  await page.getByRole('button', { name: '推送记录' }).click();
  const sent = page.getByRole('dialog', { name: '课表系统 的推送记录' });
  while ((await sent.getByText('hooks.invalid is not known', { exact: false }).count()) === 0) {
    await setTimeout(300);
    await sent.getByRole('button', { name: '刷新' }).click();
  }
  assert.deepEqual(await barriers(page), []);
  await page.keyboard.press('Escape');
  await page.getByText('推送失败，重试中', { exact: false }).waitFor();
  assert.equal(await page.getByText(/whsec_\w{20}/).count(), 0, 'the secret is shown no more');
  assert.deepEqual(complaints, []);
});
