// A person at the console: a browser of their own, signed in, whose every complaint is kept.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const { BUREAU_URL: url, BUREAU_PASSWORD: password, BUREAU_BROWSER: address } = process.env;

/** All journeys share one browser, which is there before them. */
const browser = await chromium.connect(address);
after(() => browser.close());

/** How long anything may take, in milliseconds: whoever runs this may be busy with other things. */
const PATIENCE = 60_000;
const VIEWPORTS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** A page of somebody who is signed in, at an address; `complaints` is what the browser had to say. */
export async function visit({ as, at = '/', language = 'zh', scheme = 'light', on = 'desktop', worker = 'block' }) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: VIEWPORTS[on],
    colorScheme: scheme,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: worker,
    hasTouch: on === 'phone',
    isMobile: on === 'phone',
  });
  context.setDefaultTimeout(PATIENCE);
  if (as !== undefined) await signedIn(context, as);
  const page = await context.newPage();
  const complaints = heard(page);
  await page.goto(at);
  return { page, context, complaints };
}

/** Signs in as a browser does, without its form. */
async function signedIn(context, username) {
  const query = 'mutation($input: SignInInput!) { signIn(input: $input) { viewer { username } errors { code } } }';
  const { signIn } = await ask(context, query, { input: { username, password } });
  assert.deepEqual(signIn.errors, []);
}

/** What the API answers to whoever is signed in there, apart from any page. */
export async function ask(context, query, variables = {}) {
  const reply = await context.request.post('/graphql', { headers: { origin: url }, data: { query, variables } });
  const { data, errors } = await reply.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

/** Waits until a page has its heading, and nothing in it is still on its way. */
export async function settled(page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null);
}

/** Waits until a form is there, and its first field takes what is typed. */
export async function opened(page, verb) {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().waitFor();
  return dialog;
}

/** What should never be: errors of scripts, refusals of the page's policy, defects of the server. */
function heard(page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

/** What a checker of accessibility finds wrong on the page, by rule and place. */
export async function barriers(page) {
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  assert.ok(passes.length > 5, 'the checker saw a page');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** A keyboard that counts: the keys that a person pressed. */
export function keys(page) {
  const counted = { pressed: 0 };
  const press = async (...names) => {
    for (const name of names) {
      counted.pressed += 1;
      await page.keyboard.press(name);
    }
  };
  return { counted, press, type: (text) => press(...text) };
}

export { password, url };
