import { describe, expect, it } from 'vitest';
import { say } from '../words/words';
import { daysOf, licenceOf } from './SchoolsPage';
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

describe('the licence of a school', () => {
  it('says its number, whether it holds and until when', () => {
    const licenceNumber = '教民510105000000777号';
    const valid = licenceOf({ licenceNumber, licenceUntil: '2032-10-20', licenceState: 'VALID' }, t);
    expect(valid).toMatch(/教民510105000000777号.+2032-10-20/);
    expect(licenceOf({ licenceNumber, licenceUntil: '2026-10-15', licenceState: 'REVOKED' }, t)).not.toBe(valid);
    expect(licenceOf({ licenceNumber: null, licenceUntil: null, licenceState: null }, t)).toBeNull();
  });
});
