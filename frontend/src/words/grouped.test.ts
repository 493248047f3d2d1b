import { expect, test } from 'vitest';
import { grouped } from './grouped';

test.each([0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 12_345_678])('%d is written as by the browser', (count) => {
  expect(grouped(count)).toBe(count.toLocaleString('en-GB'));
  expect(grouped(count)).toBe(count.toLocaleString('zh-CN'));
});
