// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { isSame, joined, knownViews, viewFrom } from './views';

let account = 0;

/** What this browser knows of the views of somebody who has been here before, or has not. */
function known(kept?: string) {
  account += 1;
  if (kept !== undefined) localStorage.setItem(`bureau.views.clerk-${account}.Pupil`, kept);
  return knownViews(`clerk-${account}`, 'Pupil');
}

describe('Saved views', () => {
  beforeEach(() => localStorage.clear());

  it('stand there at once where they were known before, whoever kept them', () => {
    const views = known('[{"name": "Boarders", "search": {"search": "a"}}, {"id": "SavedView:1", "name": "All", "search": {}}]');
    expect(views.get()).toEqual([
      { name: 'Boarders', search: { search: 'a' } },
      { id: 'SavedView:1', name: 'All', search: {} },
    ]);
    expect(knownViews('somebody', 'Pupil').get()).toEqual([]);
    expect(knownViews(`clerk-${account}`, 'School').get()).toEqual([]);
  });

  it('are kept for the next time', () => {
    known().set([{ id: 'SavedView:2', name: 'All of 2015', search: {} }]);
    expect(localStorage.getItem(`bureau.views.clerk-${account}.Pupil`)).toContain('All of 2015');
  });

  it('are none where what was kept cannot be read', () => {
    expect(known('{"not": "a list"').get()).toEqual([]);
    expect(known('{"not": "a list"}').get()).toEqual([]);
    expect(viewFrom({ id: 'SavedView:3', name: 'Torn', search: '{"search":' })).toEqual([]);
  });

  it('are the server’s, and those that it does not have yet', () => {
    const here = [
      { name: 'Boarders', search: { search: 'old' } },
      { name: 'Only here', search: {} },
      { id: 'SavedView:9', name: 'Removed elsewhere', search: {} },
    ];
    const kept = viewFrom({ id: 'SavedView:4', name: 'Boarders', search: '{"search":"new"}' });
    expect(joined(kept, here)).toEqual([
      { id: 'SavedView:4', name: 'Boarders', search: { search: 'new' } },
      { name: 'Only here', search: {} },
    ]);
  });

  it('are the same whatever the order in an address', () => {
    expect(isSame({ search: 'a', order: 'NAME_ASC' }, { order: 'NAME_ASC', search: 'a', view: 'Mine' })).toBe(true);
    expect(isSame({ search: 'a' }, {})).toBe(false);
  });
});
