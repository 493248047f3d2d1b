import { expect, it } from 'vitest';
import { waitFor } from './connection';

it('waits longer each time before a socket is opened again, and never for long', () => {
  expect(waitFor(0, 1)).toBe(1000);
  expect(waitFor(3, 0)).toBe(4000);
  expect(waitFor(50, 1)).toBe(30_000);
});
