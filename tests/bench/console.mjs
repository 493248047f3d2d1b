// One visit of the list of pupils, cold: what is loaded, and when what stands there. Prints one JSON object.
import { launched, signedIn } from './visitor.mjs';

const browser = await launched();
const found = {};

try {
  const context = await signedIn(browser);
  const page = await context.newPage();
  await page.addInitScript(noteRows);

  let begun = performance.now();
  await page.goto('/registers/Student', { waitUntil: 'commit' });
  await page.getByRole('row').nth(10).getByRole('link').first().waitFor();
  Object.assign(found, await page.evaluate(untilRows));
  await page.getByRole('status').filter({ hasText: /\d records/ }).first().waitFor();
  found['total, ms'] = since(begun);

  begun = performance.now();
  const answered = page.waitForResponse((response) => (response.request().postData() ?? '').includes('"search":"zx"'));
  await page.keyboard.press('/');
  await page.keyboard.type('zx');
  await answered;
  found['rows of a search after the last key, ms'] = since(begun);

  await page.goto('/registers/Student');
  await page.getByRole('row').nth(10).getByRole('link').first().waitFor();
  found['frame while scrolling, p95 ms'] = await scrolled(page);

  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  begun = performance.now();
  const keys = ['Control+k', 'z', 'x', 'Enter'];
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForURL('**/records/Student:*');
  found['a pupil found from home, keys'] = keys.length;
  found['a pupil found from home, ms'] = since(begun);

  const cookies = await context.cookies();
  found.cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
}

function since(begun) {
  return Math.round(performance.now() - begun);
}

/** Notes when the first row stands there, as the page itself sees it: whoever asks from outside hears of it later. */
function noteRows() {
  const look = () => {
    if (document.querySelector('[role="row"] a') === null) return;
    globalThis.rowsAt = performance.now();
    observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

/** When rows stood there, and what scripts had been asked for by then, as they came over the wire. */
function untilRows() {
  const scripts = performance
    .getEntriesByType('resource')
    .filter(({ name, startTime }) => new URL(name).pathname.endsWith('.js') && startTime < globalThis.rowsAt);
  const bytes = scripts.reduce((sum, { transferSize }) => sum + transferSize, 0);
  return { 'first rows, ms': Math.round(globalThis.rowsAt), 'script until rows, kB as sent': Math.round(bytes / 1000) };
}

/** The time that all but the slowest twentieth of frames take while five hundred rows pass. */
function scrolled(page) {
  return page.evaluate(async () => {
    const inside = [...document.querySelectorAll('*')].find(
      (each) => each.scrollHeight > each.clientHeight + 500 && /auto|scroll/.test(getComputedStyle(each).overflowY),
    );
    const at = inside ?? document.scrollingElement;
    const frames = [];
    let last = performance.now();
    for (let passed = 0; passed < 20_000; passed += 100) {
      at.scrollTop = passed;
      await new Promise((next) => requestAnimationFrame(next));
      frames.push(performance.now() - last);
      last = performance.now();
    }
    frames.sort((a, b) => a - b);
    return Math.round(frames[Math.floor(frames.length * 0.95)] * 10) / 10;
  });
}
