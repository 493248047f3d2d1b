// Somebody without a mouse: signs in, opens a desk, finds a pupil, changes a field and saves, and always sees where they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keys, password, visit } from './browser.mjs';

/** What looks other about the element with the focus than without it; it must lie within the window. */
function focus(page) {
  return page.evaluate(async () => {
    const at = document.activeElement;
    if (at === null || at === document.body) return { name: 'nothing', isSeen: false };
    const parts = [at, at.parentElement, at.closest('label, [class*=wrapper], [class*=root]')].filter((each) => each !== null);
    const look = () => parts.map((each) => {
      const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(each);
      return [outline, boxShadow, borderColor, backgroundColor].join();
    }).join('|');
    const frame = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const { top, left, bottom, right, width } = at.getBoundingClientRect();
    const isInside = width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    const focused = look();
    at.blur();
    await frame();
    const blurred = look();
    at.focus({ focusVisible: true });
    return { name: `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent}`, isSeen: isInside && focused !== blurred };
  });
}

/** Presses Tab until what has the focus is called so; every stop on the way can be seen. */
async function tabTo(page, press, name) {
  for (let steps = 0; steps < 60; steps++) {
    await press('Tab');
    const at = await focus(page);
    assert.ok(at.isSeen, `the focus cannot be seen on ${at.name}`);
    if (await page.evaluate(nameOfFocus).then((found) => name.test(found))) return;
  }
  assert.fail(`Tab never comes to ${name}`);
}

function nameOfFocus() {
  const at = document.activeElement;
  return (at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '').trim();
}

test('all of it goes without a mouse, and the focus is seen at each step', async () => {
  const { page, complaints } = await visit({ at: '/', language: 'en' });
  const { press, type } = keys(page);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await type('registrar');
  await press('Tab');
  await type(password);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Good day/ }).waitFor();

  await press('Tab');
  assert.match(await page.evaluate(nameOfFocus), /Skip to the content/, 'the first stop leads past the menus');
  await tabTo(page, press, /^Registrar/);
  await press('Enter');
  await page.waitForURL(/\/desks\/registrar/);
  await page.getByRole('heading', { level: 1, name: 'Registrar' }).waitFor();

  await press('Control+k');
  await type('wmr');
  await page.getByRole('option').first().waitFor();
  await press('Enter');
  await page.waitForURL(/\/records\/Student/);
  await page.getByRole('button', { name: 'Change', exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await tabTo(page, press, /^Change$/);
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[role=dialog]')?.contains(document.activeElement));
  await tabTo(page, press, /^Number in class/);
  const seat = dialog.getByRole('textbox', { name: 'Number in class' });
  const wanted = (await seat.inputValue()) === '66' ? '67' : '66';
  await press('Control+a');
  await type(wanted);
  await tabTo(page, press, /^Save$/);
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(wanted, { exact: true }).first().waitFor();
  assert.equal(await page.evaluate(nameOfFocus), 'Change', 'whoever closes a form is where they opened it');
  assert.deepEqual(complaints, []);
});
