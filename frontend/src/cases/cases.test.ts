import { describe, expect, it } from 'vitest';
import { isOver, today } from './due';
import { openings } from './opening';
import { permitted } from './permitted';
import { withMaterials } from './materials';
import { earlier, isTurnOf, told, waiting } from './turn';

const step = (sequence: number, code: string, state: string, more: object = {}) => ({
  sequence,
  code,
  state,
  roles: 'registrar principal',
  unit: { id: 'School:1' },
  ...more,
});

/** A case that was sent back from its second step, and waits there again. */
const SENT_BACK = [
  step(1, 'school', 'APPROVED', { cameOn: '2026-10-09' }),
  step(2, 'bureau', 'RETURNED', { cameOn: '2026-10-12' }),
  step(3, 'other', 'DROPPED'),
  step(4, 'school', 'APPROVED', { cameOn: '2026-10-13' }),
  step(5, 'bureau', 'WAITING', { cameOn: '2026-10-14' }),
  step(6, 'other', 'PLANNED'),
];

const viewer = (role: string, unitId: string) => ({ displayName: 'Wang', grants: [{ role, unitId }] as never });

describe('whose turn it is', () => {
  it('is that of a role at the very unit, and of whom it was handed to', () => {
    const present = waiting(SENT_BACK);
    expect(present?.sequence).toBe(5);
    expect(isTurnOf(present, viewer('principal', 'School:1'))).toBe(true);
    expect(isTurnOf(present, viewer('registrar', 'Bureau:1'))).toBe(false);
    expect(isTurnOf(present, viewer('aid', 'School:1'))).toBe(false);
    expect(isTurnOf({ ...present!, delegatedTo: 'Wang' }, viewer('aid', 'School:1'))).toBe(true);
    expect(isTurnOf(undefined, viewer('principal', 'School:1'))).toBe(false);
  });
});

describe('what may be done with a case', () => {
  const verbs = ['decideCase', 'returnCase', 'withdrawCase', 'pauseCase', 'resumeCase', 'addCaseFiles', 'removeCaseFile'].map((name) => ({ name, allowed: true }));
  const names = (of: object, who = viewer('principal', 'School:1')) =>
    permitted(verbs, { state: 'OPEN', openedBy: 'li', steps: { nodes: SENT_BACK }, ...of }, who as never).map(({ name }) => name);

  it('is to move it on for whose turn it is, and to withdraw it for whoever applied', () => {
    expect(names({})).toEqual(['decideCase', 'returnCase', 'pauseCase', 'addCaseFiles']);
    expect(names({ openedBy: 'Wang' }, viewer('registrar', 'School:9'))).toEqual(['withdrawCase']);
    expect(names({ openedBy: 'Wang' })).toEqual(['withdrawCase', 'addCaseFiles']);
    const aside = { ...SENT_BACK[4]!, recusals: { nodes: [{ saidBy: 'Wang' }] } };
    expect(names({ steps: { nodes: [aside] } })).toEqual([]);
    expect(names({ steps: { nodes: [step(1, 'school', 'WAITING', { pausedOn: '2026-10-09' })] } })).toEqual(['resumeCase', 'addCaseFiles']);
    expect(names({ state: 'DONE' })).toEqual([]);
  });

  it('is to add files for whoever applied where they are asked to', () => {
    const paused = (pauseSort: string) => ({ steps: { nodes: [step(1, 'school', 'WAITING', { pausedOn: '2026-10-09', pauseSort })] }, openedBy: 'Wang' });
    const elsewhere = viewer('registrar', 'School:9');
    expect(names(paused('SUPPLEMENT'), elsewhere)).toEqual(['withdrawCase', 'addCaseFiles']);
    expect(names(paused('APPRAISAL'), elsewhere)).toEqual(['withdrawCase']);
  });

  it('names the materials that its procedure wants', () => {
    const wanted = [{ code: 'proof', label: { en: 'Proof', zh: '证明' }, required: true, basis: 'x' }];
    const opens = { name: 'openReturnHome', arguments: [{ name: 'materials', type: 'Attachments', wanted }] };
    const add = { name: 'addCaseFiles', arguments: [{ name: 'materials', type: 'Attachments', wanted: [] }, { name: 'note', type: 'Text' }] };
    const catalogue = { kinds: [{ actions: [opens] }] } as never;
    expect(withMaterials(add as never, catalogue, 'RETURN_HOME').arguments.map((argument) => argument.wanted)).toEqual([wanted, undefined]);
    expect(withMaterials(add as never, catalogue, 'OTHER').arguments[0]?.wanted).toEqual([]);
  });
});

describe('the turns of a case', () => {
  it('go back to a step before, as it last came, and not to itself', () => {
    expect(earlier(SENT_BACK).map(({ sequence }) => sequence)).toEqual([4]);
    expect(earlier(SENT_BACK.slice(5))).toEqual([]);
  });

  it('leave out in the telling what never came', () => {
    expect(told(SENT_BACK).map(({ sequence }) => sequence)).toEqual([1, 2, 4, 5, 6]);
  });
});

describe('a last day', () => {
  it('has passed on the day after', () => {
    expect(isOver('2026-10-26', '2026-10-26')).toBe(false);
    expect(isOver('2026-10-26', '2026-10-27')).toBe(true);
    expect(isOver(null, '2026-10-27')).toBe(false);
    expect(today(new Date(2026, 8, 1, 0, 5))).toBe('2026-09-01');
  });
});

describe('what may be applied for', () => {
  const argument = (name: string, target: string | null, required = true) => ({ name, target, required });
  const verb = (name: string, allowed = true, subject: string | null = null) => ({
    name,
    allowed,
    subject,
    record: 'pupilCase',
    arguments: [argument('day', null), argument('pupil', 'Student'), argument('school', 'School')],
  });
  const kinds: Record<string, object> = {
    Case: { name: 'Case', variants: ['PupilCase'] },
    PupilCase: { name: 'PupilCase', actions: [verb('openMove'), verb('openLeave', false), verb('closeMove', true, 'case')] },
  };
  const catalogue = { kind: (name: string) => kinds[name] as never };

  it('is what opens a case about a record of that kind, where it is allowed', () => {
    const found = openings(catalogue, 'Student');
    expect(found.map(({ action, about }) => [action.name, about])).toEqual([['openMove', 'pupil']]);
    expect(openings(catalogue, 'Teacher')).toEqual([]);
    expect(openings({ kind: () => undefined }, 'Student')).toEqual([]);
  });
});
