import { describe, expect, it } from 'vitest';
import { bySchool, isAtWork, type Line } from './run';

function line(school: string, grade: string, blocked: number): Line {
  const none = { promoted: 0, graduated: 0, staying: 0, leftOut: 0, entered: 0 };
  const said = { code: grade, en: grade, zh: grade };
  return { id: `${school}${grade}`, grade: said, nextGrade: null, pupils: 10, blocked, ...none, school: { id: school, name: school } } as Line;
}

describe('bySchool', () => {
  it('adds up the grades of a school, with blocked pupils first', () => {
    const found = bySchool([line('甲校', 'P2', 0), line('乙校', 'P6', 3), line('甲校', 'P1', 0), line('乙校', 'P5', 1)]);
    expect(found.map(({ name, counts }) => [name, counts.pupils, counts.blocked])).toEqual([
      ['乙校', 20, 4],
      ['甲校', 20, 0],
    ]);
    expect(found[1]?.lines.map(({ grade }) => grade.code)).toEqual(['P1', 'P2']);
  });
});

describe('isAtWork', () => {
  const job = (state: string) => ({ state }) as never;
  it('goes by the job, and by the state where the job that is known is the one before', () => {
    expect(isAtWork({ state: 'COMMITTING', job: job('QUEUED') })).toBe(true);
    expect(isAtWork({ state: 'COMMITTING', job: job('SUCCEEDED') })).toBe(true);
    expect(isAtWork({ state: 'COMMITTING', job: job('CANCELLED') })).toBe(false);
    expect(isAtWork({ state: 'COMMITTED', job: job('SUCCEEDED') })).toBe(false);
  });
});
