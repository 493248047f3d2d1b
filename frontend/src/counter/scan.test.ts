import { describe, expect, it } from 'vitest';
import { bearerOf, type Hit } from './Found';
import { readScan } from './scan';

describe('what comes from a scanner', () => {
  it('is a record, by its address or its id', () => {
    expect(readScan('https://bureau.example.cn/records/Student%3A42?tab=x')).toEqual({ sort: 'record', id: 'Student:42' });
    expect(readScan('Person:7\r')).toEqual({ sort: 'record', id: 'Person:7' });
  });

  it('else is looked for, with full-width figures as plain ones', () => {
    expect(readScan(' ２０２６０１２３\n')).toEqual({ sort: 'text', text: '20260123' });
    expect(readScan('100%')).toEqual({ sort: 'text', text: '100%' });
  });
});

describe('a number on a card', () => {
  const hit = (person: string, number: string, isPupil: boolean): Hit => ({ person, name: person, about: '', number, isPupil });

  it('stands for the pupil before staff of the same number, and for nobody while it is shared or not whole', () => {
    const hits = [hit('Person:1', '0000000014', true), hit('Person:2', '0000000014', false), hit('Person:3', '00000000140', true)];
    expect(bearerOf(hits, '0000000014')?.person).toBe('Person:1');
    expect(bearerOf([...hits, hit('Person:4', '0000000014', true)], '0000000014')).toBeUndefined();
    expect(bearerOf(hits, '00000000')).toBeUndefined();
  });
});
