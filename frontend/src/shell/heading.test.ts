import { beforeEach, expect, test } from 'vitest';
import { followHeading, heading, leadToHeading } from './heading';

let page: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<main tabindex="-1"></main>';
  page = document.querySelector('main')!;
});

const settled = () => new Promise((goOn) => setTimeout(goOn, 5));

test('The page is called as its heading, also when that comes late or becomes another', async () => {
  const stop = followHeading(page);
  expect(heading.get()).toBe('');
  page.innerHTML = '<h1> Students </h1>';
  await settled();
  expect(heading.get()).toBe('Students');
  stop();
});

test('The focus goes to the heading when it is there', async () => {
  leadToHeading(page);
  page.innerHTML = '<h1>Students</h1>';
  await settled();
  expect(document.activeElement?.textContent).toBe('Students');
});

test('What has taken the focus on the page keeps it', async () => {
  page.innerHTML = '<input>';
  page.querySelector('input')!.focus();
  leadToHeading(page);
  page.insertAdjacentHTML('beforeend', '<h1>Students</h1>');
  await settled();
  expect(document.activeElement?.tagName).toBe('INPUT');
});
