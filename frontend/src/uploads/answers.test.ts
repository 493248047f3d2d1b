import { describe, expect, it } from 'vitest';
import { isPassing, messageIn } from './answers';

describe('an upload that went wrong', () => {
  it('goes on after what passes, and ends with what does not', () => {
    expect([0, 409, 423, 500, 503].every(isPassing)).toBe(true);
    expect([401, 403, 404, 413, 415, 429].some(isPassing)).toBe(false);
  });

  it('is told in the words of the server', () => {
    expect(messageIn('{"errors":[{"message":"此处不接收该类型的文件。"}]}')).toBe('此处不接收该类型的文件。');
    expect(messageIn('<html>')).toBeUndefined();
    expect(messageIn('{}')).toBeUndefined();
  });
});
