import { describe, expect, it } from 'vitest';
import { begun, halfOf, inputOf, next, tapped, today } from './sheet';

describe('a tap', () => {
  it('leads through the codes and back to that the pupil is there', () => {
    let said = {};
    const seen = [];
    for (let tap = 0; tap < 6; tap += 1) {
      said = tapped(said, 'Student:1');
      seen.push(said);
    }
    expect(seen.slice(0, 2)).toEqual([{ 'Student:1': 'U' }, { 'Student:1': 'S' }]);
    expect(seen.at(-1)).toEqual({});
    expect(next('X')).toBe('P');
  });

  it('leaves the others as they are', () => {
    expect(tapped({ 'Student:2': 'S' }, 'Student:1')).toEqual({ 'Student:1': 'U', 'Student:2': 'S' });
  });
});

describe('a sheet', () => {
  const marks = [
    { session: 'MORNING', code: 'U', student: 'a' },
    { session: 'MORNING', code: 'P', student: 'b' },
    { session: 'AFTERNOON', code: 'S', student: 'c' },
  ];
  const leaves = [{ code: 'A', student: 'd' }];

  it('begins with what was said before', () => {
    expect(begun(marks, leaves, 'MORNING', true)).toEqual({ a: 'U' });
  });

  it('begins with those on leave where nothing was said', () => {
    expect(begun(marks, leaves, 'AFTERNOON', false)).toEqual({ d: 'A' });
  });

  it('is sent with its exceptions alone, under its key', () => {
    const sheet = { account: 'x', schoolClass: 'SchoolClass:1', name: '1', day: '2026-10-12', session: 'MORNING', said: { a: 'U' }, key: 'k' } as const;
    expect(inputOf(sheet)).toEqual({
      schoolClass: 'SchoolClass:1',
      day: '2026-10-12',
      session: 'MORNING',
      exceptions: [{ student: 'a', code: 'U' }],
      isOpened: true,
      idempotencyKey: 'k',
    });
  });

  it('is of the day and the half where the bureau is', () => {
    const late = new Date('2026-10-12T17:00:00Z');
    expect(today(late)).toBe('2026-10-13');
    expect(halfOf(late)).toBe('MORNING');
    expect(halfOf(new Date('2026-10-12T04:00:00Z'))).toBe('AFTERNOON');
  });
});
