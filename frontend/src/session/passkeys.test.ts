import { expect, test } from 'vitest';
import { unlessGivenUp } from './passkeys';

test('What a passkey answered is JSON', async () => {
  expect(await unlessGivenUp(async () => ({ id: 'a' }))).toBe('{"id":"a"}');
});

test('Giving up is no error, and anything else is one', async () => {
  const fail = (name: string) => () => Promise.reject(new DOMException('no', name));
  expect(await unlessGivenUp(fail('NotAllowedError'))).toBeUndefined();
  await expect(unlessGivenUp(fail('SecurityError'))).rejects.toThrow('no');
});
