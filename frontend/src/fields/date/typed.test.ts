import { describe, expect, it } from 'vitest';
import { day } from './typed';

describe('a day as it is typed', () => {
  it.each(['20150901', '2015-9-1', '2015/9/1', '2015.09.01', '2015年9月1日', '２０１５－９－１', ' 2015-09-01 '])(
    'is read from %s',
    (text) => expect(day(text)).toBe('2015-09-01'),
  );

  it.each(['', '2015', '2015-9', '1/9/2015', '20150230', '2015-13-01', '201591', '2015-09-01T00:00'])(
    'is not read from “%s”',
    (text) => expect(day(text)).toBeUndefined(),
  );

  it('knows leap years', () => {
    expect(day('20240229')).toBe('2024-02-29');
    expect(day('20230229')).toBeUndefined();
  });
});
