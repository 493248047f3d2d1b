// Nothing on any sort of screen keeps anybody out, in light and dark, on a desk and on a phone, and of some kinds on any of theirs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, barriers, settled, visit } from './browser.mjs';

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
  'a paper that is checked': { at: '/verify/23456789ABCDEFGH' },
  'the school of an address': { at: '/zones' },
  'the register of schools': { at: '/schools' },
  'the counter': { as: 'registrar', at: '/counter' },
  figures: { as: 'registrar', at: '/figures' },
  'rates of entry': { as: 'registrar', at: '/figures?view=entry' },
  'the map': { as: 'registrar', at: '/map' },
  'the page of the deputy': { as: 'director', at: '/deputy' },
  'an account': { as: 'registrar', at: '/account' },
  'for integrators': { as: 'operator', at: '/integrators' },
};

const LOOKS = [
  { scheme: 'light', on: 'desktop', language: 'zh' },
  { scheme: 'dark', on: 'phone', language: 'en' },
  { scheme: 'dark', on: 'desktop', language: 'zh' },
  { scheme: 'light', on: 'phone', language: 'en' },
];

/** A change waits for a twelfth of the screens in either look, not the same ones; the long run looks at all in both. */
const isLong = process.env.BUREAU_DRAWN !== undefined;

for (const [turn, look] of LOOKS.slice(0, 2).entries()) {
  const visits = new Map();
  for (const [name, { wait, as, at }] of Object.entries(SCREENS).filter((_, place) => isLong || place % 12 === turn * 6)) {
    test(`${name}, ${told(look)}`, async () => {
      if (!visits.has(as)) visits.set(as, await visit({ as, ...look }));
      const visited = visits.get(as);
      await visited.page.goto(at);
      if (wait) await visited.page.locator(wait).first().waitFor();
      await open(visited);
    });
  }
}

/** The kinds that are looked at are drawn by this; another number draws others. */
const SEED = Number(process.env.BUREAU_SEED ?? 20261129);
const DRAWN = Number(process.env.BUREAU_DRAWN ?? 3);
const KINDS = '{ catalogue { kinds { name plural actions { allowed subject record } } } }';

test(`the list, the page and the form of ${DRAWN} kinds, drawn by ${SEED}`, async () => {
  const visits = await Promise.all(LOOKS.map((look) => visit({ as: 'registrar', at: '/account', ...look })));
  const { context } = visits[0];
  const { kinds } = (await ask(context, KINDS)).catalogue;
  const drawn = draw(kinds.filter(({ plural }) => plural !== null), DRAWN);
  const screens = await screensOf(context, drawn);
  const wrong = [];
  let looked = 0;
  await Promise.all(
    visits.map(async (visited, turn) => {
      for (const { at } of screens.filter(({ look }) => look === turn)) {
        await visited.page.goto(at);
        looked += 1;
        await open(visited).catch((error) => wrong.push(`${at}, ${told(LOOKS[turn])}: ${error.message}`));
      }
    }),
  );
  assert.deepEqual(wrong, []);
  assert.ok(looked > DRAWN, `${looked} screens were looked at`);
});

/** Where the list of each kind is, the page of one of its records and the form of a new one, as far as there are any, and how to look. */
async function screensOf(context, drawn) {
  const lists = drawn.map(({ plural }, place) => `k${place}: ${plural}(first: 1) { nodes { id } }`);
  const found = await ask(context, `{ ${lists.join(' ')} }`);
  return drawn.flatMap(({ name, actions }, place) => {
    const [record] = found[`k${place}`].nodes;
    const isMade = actions.some(({ allowed, subject, record: made }) => allowed && subject === null && made !== null);
    const addresses = [`/registers/${name}`, ...(record ? [`/records/${record.id}`] : []), ...(isMade ? [`/registers/${name}/new`] : [])];
    return addresses.map((at, step) => ({ at, look: (place + step) % LOOKS.length }));
  });
}

/** Waits for a screen and holds it against what it must be. */
async function open({ page, complaints }) {
  await settled(page);
  assert.deepEqual(await barriers(page), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wide <= 0, `the page is ${wide} pixels wider than its window`);
  assert.deepEqual(complaints.splice(0), []);
}

/** So many of them, the same ones for the same seed. */
function draw(all, count) {
  const left = [...all];
  let state = SEED;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(next() * left.length), 1)[0]);
}

function told({ scheme, on, language }) {
  return `${scheme}, on a ${on}, in ${language}`;
}
