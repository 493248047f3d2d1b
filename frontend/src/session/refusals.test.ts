import { expect, test } from 'vitest';
import { refusalOf } from './refusals';

test('A refusal is told in its own words, with how long it is no use to try again', () => {
  const delayed = { code: 'SIGN_IN_DELAYED', message: 'Too many', params: [{ name: 'seconds', value: '8' }] };
  expect(refusalOf([delayed], undefined, 'away')).toEqual({ code: 'SIGN_IN_DELAYED', message: 'Too many', wait: 8 });
  expect(refusalOf([{ code: 'A', message: 'One.' }, { code: 'B', message: 'Two.' }], undefined, 'away')).toEqual({
    code: 'A',
    message: 'One. Two.',
  });
});

test('Where nothing was answered, that is said', () => {
  expect(refusalOf(undefined, undefined, 'away').message).toBe('away');
});
