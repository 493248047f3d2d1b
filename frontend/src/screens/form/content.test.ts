// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { begun, inputOf, keepable, sent } from './content';
import { argument, verb } from './testing';

const change = verb(
  'UPDATE',
  argument('name'),
  argument('grade', { type: 'Coded' }),
  argument('school', { type: 'One' }),
  argument('period', { type: 'Span' }),
  argument('number', { type: 'Sealed', sealed: true }),
);
const record = {
  id: 'Pupil:1',
  version: 3,
  name: '王芳',
  grade: { __typename: 'Code', code: 'P1', label: '一年级' },
  school: { __typename: 'School', id: 'School:7', name: '实验小学' },
  period: { __typename: 'Period', from: '2024-09-01', until: null },
  number: { __typename: 'Sealed', held: true, mask: '****14', canReveal: false },
};

describe('what a form begins with', () => {
  it('is what the record has, as the API takes it, without what is sealed', () => {
    expect(begun(change, record)).toEqual({
      name: '王芳',
      grade: 'P1',
      school: 'School:7',
      period: { from: '2024-09-01', until: null },
      number: null,
    });
  });

  it('is nothing for a new record but what is known beforehand', () => {
    expect(begun(verb('CREATE', argument('name'), argument('school')), null, { school: 'School:7' })).toEqual({
      name: null,
      school: 'School:7',
    });
  });
});

describe('what is sent', () => {
  const before = begun(change, record);

  it('is nothing where nothing was changed', () => {
    expect(sent(change, before, { ...before })).toEqual({});
  });

  it('is what was changed, and null where it was cleared', () => {
    const now = { ...before, grade: null, period: { from: '2024-09-01', until: '2026-07-01' } };
    expect(sent(change, before, now)).toEqual({ grade: null, period: { from: '2024-09-01', until: '2026-07-01' } });
  });

  it('has what is sealed only where something was typed', () => {
    expect(sent(change, before, { ...before, number: '510105201501011234' })).toEqual({ number: '510105201501011234' });
  });

  it('is of a new record all that was filled in', () => {
    const create = verb('CREATE', argument('name'), argument('grade'), argument('isMain', { type: 'Boolean' }));
    expect(sent(create, begun(create, null), { name: '李伟', grade: null, isMain: false })).toEqual({ name: '李伟', isMain: false });
  });

  it('names the record and the version that was seen', () => {
    expect(inputOf(change, record, { name: '王方' })).toEqual({ id: 'Pupil:1', expectedVersion: 3, name: '王方' });
    expect(inputOf(verb('CREATE', argument('name')), null, { name: '王方' })).toEqual({ name: '王方' });
  });
});

it('keeps no sealed value in a draft', () => {
  const before = begun(change, record);
  expect(keepable(change, before, { ...before, name: '王方', number: '510105201501011234' })).toEqual({ name: '王方' });
});
