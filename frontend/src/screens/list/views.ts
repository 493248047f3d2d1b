import { store } from '../../api/store';
import { useStore } from '../../api/useStore';
import { isObject, type ListSearch, readSearch } from './search';

/** A list under a name: what is sought, in which order, with which columns. */
export interface View {
  readonly name: string;
  readonly search: ListSearch;
}

/** The views that one account keeps of one kind; in this browser, until the server keeps them. */
export interface Views {
  readonly use: () => readonly View[];
  /** Under a name that is taken it takes the place of what was there. */
  readonly keep: (view: View) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (name: string) => void;
}

const opened = new Map<string, ReturnType<typeof store<readonly View[]>>>();

export function viewsOf(username: string, kind: string): Views {
  const key = `bureau.views.${username}.${kind}`;
  const kept = opened.get(key) ?? store(read(key));
  opened.set(key, kept);
  const write = (views: readonly View[]) => {
    localStorage.setItem(key, JSON.stringify(views));
    kept.set(views);
  };
  return {
    use: () => useStore(kept),
    keep: (view) => write(placed(kept.get(), view)),
    rename: (from, to) => write(renamed(kept.get(), from, to)),
    remove: (name) => write(kept.get().filter((view) => view.name !== name)),
  };
}

function placed(views: readonly View[], view: View): readonly View[] {
  const isNew = views.every(({ name }) => name !== view.name);
  return isNew ? [...views, view] : views.map((each) => (each.name === view.name ? view : each));
}

function renamed(views: readonly View[], from: string, to: string): readonly View[] {
  const others = views.filter(({ name }) => name === from || name !== to);
  return others.map((view) => (view.name === from ? { ...view, name: to } : view));
}

function read(key: string): readonly View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(viewOf) : [];
  } catch {
    return [];
  }
}

function viewOf(kept: unknown): readonly View[] {
  if (!isObject(kept) || typeof kept['name'] !== 'string' || !isObject(kept['search'])) return [];
  return [{ name: kept['name'], search: readSearch(kept['search']) }];
}

/** Whether two lists show the same, whatever view they began with. */
export function isSame(one: ListSearch, other: ListSearch): boolean {
  return canonical(one) === canonical(other);
}

function canonical(list: ListSearch): string {
  const { view: _, ...search } = list;
  return JSON.stringify(Object.entries(search).sort(([one], [other]) => one.localeCompare(other)));
}
