import { describe, expect, it } from 'vitest';
import { verb } from '../form/testing';
import { openedBy } from './RecordFile';

describe('the file of a record', () => {
  const decide = { ...verb('OTHER'), opens: 'document' };

  it('is opened where its name stands, by those who may do what it is looked at for', () => {
    expect(openedBy({ opens: null, actions: [verb('UPDATE'), decide] }, 'documentName')).toBe('document');
    expect(openedBy({ opens: null, actions: [decide] }, 'reason')).toBeUndefined();
    expect(openedBy({ opens: null, actions: [{ ...decide, allowed: false }] }, 'documentName')).toBeUndefined();
  });

  it('is opened by whoever sees the record, where its kind says so', () => {
    expect(openedBy({ opens: 'file', actions: [] }, 'fileName')).toBe('file');
  });
});
