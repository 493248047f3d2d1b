import { describe, expect, it } from 'vitest';
import { attachedIn, described, forMaterial, held } from './attached';

const FILES = [{ file: 'File:1', material: 'proof' }, { file: 'File:2' }, { file: 'File:3', description: '信' }];

describe('files of an argument', () => {
  it('stand each under its material, and others apart', () => {
    expect(forMaterial(FILES, 'proof').map(({ file }) => file)).toEqual(['File:1']);
    expect(forMaterial(FILES, undefined).map(({ file }) => file)).toEqual(['File:2', 'File:3']);
  });

  it('are nothing where there is none', () => {
    expect(attachedIn(null)).toEqual([]);
    expect(held([])).toBeNull();
    expect(held(FILES)).toEqual(FILES);
  });

  it('gain and lose what is said of them', () => {
    expect(described(FILES, 'File:2', '照片')[1]).toEqual({ file: 'File:2', description: '照片' });
    expect(described(FILES, 'File:3', '')[2]).toEqual({ file: 'File:3' });
    expect(described(FILES, 'File:2', '照片')[0]).toBe(FILES[0]);
  });
});
