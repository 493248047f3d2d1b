// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { isSame, viewsOf } from './views';

let account = 0;

/** The views of somebody who has none yet. */
function views() {
  const mine = viewsOf(`clerk-${account}`, 'Pupil');
  const { result } = renderHook(() => mine.use());
  return { ...mine, names: () => result.current.map(({ name }) => name), all: () => result.current };
}

describe('Saved views', () => {
  beforeEach(() => {
    account += 1;
    localStorage.clear();
  });

  it('are kept under their names, each once', () => {
    const { keep, names, all } = views();
    act(() => keep({ name: 'Boarders', search: { search: 'a' } }));
    act(() => keep({ name: 'All of 2015', search: {} }));
    act(() => keep({ name: 'Boarders', search: { search: 'b' } }));
    expect(names()).toEqual(['Boarders', 'All of 2015']);
    expect(all()[0]?.search).toEqual({ search: 'b' });
  });

  it('are renamed and removed', () => {
    const { keep, rename, remove, names } = views();
    act(() => keep({ name: 'A', search: {} }));
    act(() => keep({ name: 'B', search: {} }));
    act(() => rename('A', 'B'));
    expect(names()).toEqual(['B']);
    act(() => remove('B'));
    expect(names()).toEqual([]);
  });

  it('are another’s for another account and kind', () => {
    const { keep } = views();
    act(() => keep({ name: 'Mine', search: {} }));
    expect(renderHook(() => viewsOf('somebody', 'Pupil').use()).result.current).toEqual([]);
    expect(renderHook(() => viewsOf(`clerk-${account}`, 'School').use()).result.current).toEqual([]);
  });

  it('are none where what was kept cannot be read', () => {
    localStorage.setItem('bureau.views.reader.Pupil', '{"not": "a list"');
    expect(renderHook(() => viewsOf('reader', 'Pupil').use()).result.current).toEqual([]);
  });

  it('are the same whatever the order in an address', () => {
    expect(isSame({ search: 'a', order: 'NAME_ASC' }, { order: 'NAME_ASC', search: 'a', view: 'Mine' })).toBe(true);
    expect(isSame({ search: 'a' }, {})).toBe(false);
  });
});
