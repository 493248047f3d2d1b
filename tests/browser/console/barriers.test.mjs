// Nothing on any sort of screen keeps anybody out, in light and dark, on a desk and on a phone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barriers, visit } from './browser.mjs';

const SCREENS = {
  'the door': { at: '/sign-in' },
  home: { as: 'registrar', at: '/' },
  'the registers': { as: 'registrar', at: '/registers' },
  'a list': { as: 'registrar', at: '/registers/Student', wait: '[role=row]:nth-child(2), [role=article], article' },
  'a record': { as: 'registrar', at: '/records/Student:5', wait: 'dl, [role=tablist]' },
  'a person': { as: 'registrar', at: '/records/Person:5' },
  'a form': { as: 'registrar', at: '/registers/SchoolClass/new' },
  'an import': { as: 'registrar', at: '/registers/Student/import' },
  'a grid': { as: 'registrar', at: '/registers/SchoolClass/grid' },
  'a desk': { as: 'registrar', at: '/desks/registrar' },
  'cases to decide': { as: 'registrar', at: '/cases' },
  'what is public': { at: '/publicity' },
  'the counter': { as: 'registrar', at: '/counter' },
  figures: { as: 'registrar', at: '/figures' },
  'the map': { as: 'registrar', at: '/map' },
  'the page of the deputy': { as: 'director', at: '/deputy' },
  'an account': { as: 'registrar', at: '/account' },
  'for integrators': { as: 'operator', at: '/integrators' },
};

const LOOKS = [
  { scheme: 'light', on: 'desktop', language: 'zh' },
  { scheme: 'dark', on: 'phone', language: 'en' },
];

for (const [name, { wait, ...screen }] of Object.entries(SCREENS)) {
  for (const look of LOOKS) {
    test(`${name}, ${look.scheme}, on a ${look.on}, in ${look.language}`, async () => {
      const { page, context, complaints } = await visit({ ...screen, ...look });
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      if (wait) await page.locator(wait).first().waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(await barriers(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} pixels wider than its window`);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}
