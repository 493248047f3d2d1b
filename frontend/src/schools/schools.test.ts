import { describe, expect, it } from 'vitest';
import { say } from '../words/words';
import { daysOf } from './SchoolsPage';
import { SCHOOLS } from './words';

const t = ((key: never, values: never) => say(SCHOOLS, key, values)) as never;

describe('the days of a school', () => {
  it('say what is known of them', () => {
    expect(daysOf({ since: '1990-09-01', until: null }, t)).toMatch('1990-09-01');
    expect(daysOf({ since: '1990-09-01', until: '2026-09-01' }, t)).toMatch(/1990-09-01 . 2026-09-01/);
    expect(daysOf({ since: null, until: '2026-09-01' }, t)).toMatch('2026-09-01');
    expect(daysOf({ since: null, until: null }, t)).toBeNull();
  });
});
