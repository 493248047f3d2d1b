import { expect, test } from 'vitest';
import { hasWords } from './matching';

const label = { en: 'Residence permits', zh: '居留许可' };

test('A text is found by a part of its Chinese, and by the beginning of an English word', () => {
  expect(hasWords(label, '许可')).toBe(true);
  expect(hasWords(label, ' Perm')).toBe(true);
  expect(hasWords(label, 'residence p')).toBe(true);
  expect(hasWords(label, 'mits')).toBe(false);
  expect(hasWords(label, '学生')).toBe(false);
});

test('Whoever seeks nothing finds all', () => {
  expect(hasWords(label, '  ')).toBe(true);
});
