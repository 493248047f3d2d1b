// Cases decided one by one, by keyboard: how long until the next one stands there with its checks. Prints one JSON object.
import { launched, signedIn } from './visitor.mjs';

const count = Number(process.env.BENCH_CASES);
const browser = await launched();
const waits = [];
let keys = 0;

try {
  const context = await signedIn(browser);
  const page = await context.newPage();
  await page.goto('/cases');
  let shown = await looked(page, null);
  for (let decided = 0; decided < count; decided += 1) {
    await page.keyboard.press('a');
    const begun = performance.now();
    await page.keyboard.press('Enter');
    keys += 2;
    shown = await looked(page, shown);
    waits.push(performance.now() - begun);
  }
  console.log(JSON.stringify({ waits, keys }));
} finally {
  await browser.close();
}

/** What was looked at of a case, once it stands there and is another one's than before, or that none is left. */
function looked(page, before) {
  const another = (last) => {
    const list = document.querySelector('section[aria-label="Evidence"] li[data-verdict]')?.parentElement;
    return list !== last && (list ?? document.body.innerText.includes('Nothing is waiting here'));
  };
  return page.waitForFunction(another, before, { polling: 'raf' });
}
