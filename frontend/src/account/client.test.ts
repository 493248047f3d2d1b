import { expect, test } from 'vitest';
import { clientName } from './client';

test('A browser is called by its name, not by those that it pretends to be', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0';
  expect(clientName(edge)).toBe('Edge 141 · Windows');
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1';
  expect(clientName(phone)).toBe('Safari 18 · iOS');
});

test('A program is called as it says', () => {
  expect(clientName('python-httpx/0.28')).toBe('python-httpx/0.28');
});
