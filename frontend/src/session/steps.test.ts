import { expect, test } from 'vitest';
import { next } from './steps';

const who = { username: 'somebody', duty: null };

test('Whoever has nothing to do first is in', () => {
  expect(next(who)).toEqual({ at: 'in', who });
});

test('A duty comes before, and codes that are shown once before that', () => {
  const owing = { ...who, duty: 'SECOND_FACTOR' as const };
  expect(next(owing)).toEqual({ at: 'duty', duty: 'SECOND_FACTOR', who: owing });
  expect(next(owing, ['a'])).toEqual({ at: 'codes', codes: ['a'], who: owing });
  expect(next(who, [])).toEqual({ at: 'in', who });
});
