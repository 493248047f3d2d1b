import { describe, expect, it } from 'vitest';
import { passing, prospect } from './checks';
import { desksOf, DESKS, placed } from './desks';
import { inParts } from './useDeciding';
import { pagesOf } from './pages';
import { lacking } from './registrar/lacking';
import { blockedBy, tallied } from './tally';
import { nextSeasons, seasonsOn } from './year';

/** A catalogue that lists these kinds, and allows every verb but those named. */
function catalogue(kinds: readonly string[], refused: readonly string[] = []) {
  return {
    kind: (name: string) => (kinds.includes(name) ? ({ name, plural: `${name}s`, canImport: name === 'Student' } as never) : undefined),
    action: (name: string) => [{}, { name, allowed: !refused.includes(name) }] as never,
  };
}

const grant = (role: string, level: string, until: string | null = null) => ({ role, level, since: '2020-01-01', until, unitId: 'Unit:1' });
const ALL = ['Student', 'SchoolClass', 'School', 'IdentityProblem', 'DuplicateCandidate'];
const names = (desks: readonly { name: string }[]) => desks.map(({ name }) => name);

describe('whose desk it is', () => {
  it('follows from the role and from where it was granted', () => {
    expect(names(desksOf([grant('registrar', 'COUNTY')], catalogue(ALL), '2026-09-01'))).toEqual(['registrar']);
    expect(names(desksOf([grant('registrar', 'UNIT')], catalogue(ALL), '2026-09-01'))).toEqual(['school-clerk']);
    expect(desksOf([grant('director', 'CITY')], catalogue(ALL), '2026-09-01')).toEqual([]);
  });

  it('ends with the role', () => {
    const ended = [grant('registrar', 'COUNTY', '2026-08-31')];
    expect(names(desksOf(ended, catalogue(ALL), '2026-08-31'))).toEqual(['registrar']);
    expect(desksOf(ended, catalogue(ALL), '2026-09-01')).toEqual([]);
  });

  it('holds what the catalogue lists and allows, and is not there when nothing is left', () => {
    const [desk] = desksOf([grant('registrar', 'CITY')], catalogue(['Student'], ['registerStudent']), '2026-09-01');
    expect(names(desk?.queues ?? [])).toEqual(['no-class']);
    expect(desk?.panels).toEqual([]);
    expect(desk?.verbs).toEqual(['createSchoolClass', 'createSchool']);
    expect(desk?.imports).toEqual(['Student']);
    expect(desksOf([grant('registrar', 'CITY')], catalogue([]), '2026-09-01')).toEqual([]);
  });

  it('shows of what waits at units only what waits at those of roles that are held', () => {
    const queue = { name: 'q', filter: { state: { eq: 'OPEN' } }, at: 'unit' } as never;
    const grants = [grant('registrar', 'UNIT'), { ...grant('principal', 'UNIT', '2026-08-31'), unitId: 'Unit:2' }];
    expect(placed(queue, grants, '2026-09-01').filter).toEqual({ state: { eq: 'OPEN' }, unit: { id: { in: ['Unit:1'] } } });
  });

  it('finds that unit at the end of a path', () => {
    const queue = { name: 'q', filter: { state: { eq: 'OPEN' } }, at: 'task.issuer' } as never;
    const there = { id: { in: ['Unit:1'] } };
    expect(placed(queue, [grant('registrar', 'CITY')], '2026-09-01').filter).toEqual({ state: { eq: 'OPEN' }, task: { issuer: there } });
  });

  it('shows of it only what waits for these roles there, or was handed to them', () => {
    const turn = { ofRoles: (roles: readonly string[]) => ({ roles }), ofColleague: (name: string) => ({ name }) };
    const queue = { name: 'q', filter: {}, at: 'unit', turn } as never;
    const one = [grant('registrar', 'UNIT'), grant('aid', 'UNIT')];
    const there = { unit: { id: { in: ['Unit:1'] } } };
    expect(placed(queue, one, '2026-09-01', 'Wang').filter).toEqual({ ...there, or: [{ roles: ['aid', 'registrar'] }, { name: 'Wang' }] });
    const two = [...one, { ...grant('principal', 'UNIT'), unitId: 'Unit:2' }];
    expect(placed(queue, two, '2026-09-01').filter).toEqual({
      unit: { id: { in: ['Unit:1', 'Unit:2'] } },
      or: [{ ...there, roles: ['aid', 'registrar'] }, { unit: { id: { in: ['Unit:2'] } }, roles: ['principal'] }],
    });
    expect(placed(queue, [], '2026-09-01', 'Wang').filter).toEqual({ unit: { id: { in: [] } } });
  });

  it('has parts that are told apart by their names', () => {
    for (const { queues, panels, opens } of DESKS) {
      const parts = names([...queues, ...panels]);
      expect(new Set(parts).size).toBe(parts.length);
      expect(parts).toContain(opens);
    }
  });
});

describe('the pages made by hand', () => {
  it('are those that are of use by what one sees and how far', () => {
    const clerk = ['counter', 'attendance', 'figures'];
    expect(pagesOf([grant('registrar', 'UNIT')], catalogue(['Student', 'School']))).toEqual(clerk);
    expect(pagesOf([grant('registrar', 'CITY')], catalogue(['Student']))).toEqual(['counter', 'figures']);
    expect(pagesOf([grant('director', 'CITY')], catalogue(['Figure', 'School'], ['markAttendance']))).toEqual(['figures', 'map', 'deputy']);
    expect(pagesOf([grant('system_admin', 'CITY')], catalogue([], ['markAttendance']))).toEqual([]);
    expect(pagesOf([], catalogue(['Student', 'School'], ['markAttendance']))).toEqual([]);
  });
});

describe('what came of several decisions', () => {
  it('is told with each reason once, the most frequent first', () => {
    const outcomes = [undefined, 'Full.', 'Closed.', 'Closed.'].map((why, item) => ({ item, why }));
    expect(tallied(outcomes)).toEqual({ done: 1, blocked: [['Closed.', [2, 3]], ['Full.', [1]]] });
  });

  it('is blocked by what the answer says', () => {
    expect(blockedBy([], undefined)).toBeUndefined();
    expect(blockedBy([{ message: 'One.' }, { message: 'Two.' }], undefined)).toBe('One. Two.');
  });
});

describe('what rules say of several items', () => {
  const found = (code: string, verdict: 'PASSED' | 'WARNED' | 'BLOCKED') => ({ code, verdict, message: `${code}.`, clause: '' });
  const items = ['1', '2', '3', '4'].map((id) => ({ id, version: 1 }));
  const findings = new Map([
    ['1', [found('room', 'PASSED'), found('term', 'WARNED')]],
    ['2', [found('room', 'BLOCKED'), found('window', 'BLOCKED')]],
    ['3', [found('room', 'BLOCKED')]],
  ]);

  it('is told rule by rule, the commonest first; what was not looked at does not pass', () => {
    expect(prospect(items, findings)).toEqual({ passing: 1, unknown: 1, blocked: [['room.', 2], ['window.', 1]] });
    expect(passing(items, findings).map(({ id }) => id)).toEqual(['1']);
  });

  it('decides those of one group by one request, a few at a time', () => {
    const parts = inParts([1, 2, 3, 4, 5], (number) => String(number % 2), 2);
    expect(parts).toEqual([[1, 3], [5], [2, 4]]);
  });
});

describe('a merge', () => {
  it('takes over what the entry that stays lacks', () => {
    const stays = { birthDate: '2016-02-03', phone: { held: false }, documentNumber: { held: true } };
    const goes = { birthDate: '2016-03-02', phone: { held: true }, documentNumber: { held: true }, address: 'Lane 3' };
    expect(lacking(stays, goes)).toEqual(['PHONE', 'ADDRESS']);
  });
});

describe("the bureau's year", () => {
  it('tells what is on, and what comes next over the turn of the year', () => {
    expect(names(seasonsOn(new Date(2026, 8, 10)))).toContain('statistics');
    expect(names(seasonsOn(new Date(2026, 8, 21)))).not.toContain('statistics');
    expect(nextSeasons(new Date(2026, 11, 5), 1)[0]?.name).toBe('annual-reports');
  });
});
