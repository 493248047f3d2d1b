// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { differences, merged } from './merge';

const NAMES = ['name', 'grade', 'seat', 'phone'];
const was = { name: '王芳', grade: 'P1', seat: 3, phone: null };
const mine = { name: '王方', grade: 'P2', seat: 3, phone: '1' };
const theirs = { name: '王芬', grade: 'P2', seat: 9, phone: null };

describe('two who changed the same record', () => {
  it('differ only where the other one changed something, and dispute only what is not the same', () => {
    expect(differences(NAMES, was, mine, theirs)).toEqual([
      { name: 'name', isDisputed: true },
      { name: 'grade', isDisputed: false },
      { name: 'seat', isDisputed: false },
    ]);
  });

  it('have both changes together, the disputed ones as typed here unless said otherwise', () => {
    expect(merged(NAMES, was, mine, theirs, {})).toEqual({ name: '王方', grade: 'P2', seat: 9, phone: '1' });
    expect(merged(NAMES, was, mine, theirs, { name: 'theirs' })).toEqual({ name: '王芬', grade: 'P2', seat: 9, phone: '1' });
  });

  it('keep what was cleared here', () => {
    expect(merged(['seat'], was, { seat: null }, { seat: 3 }, {})).toEqual({ seat: null });
  });
});
