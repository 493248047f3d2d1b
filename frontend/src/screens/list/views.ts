import { store } from '../../api/store';
import { isObject, type ListSearch, readSearch } from './search';

/** A list under a name: what is sought, in which order, with which columns. */
export interface View {
  /** The record of it; what lacks one has only been kept in this browser so far. */
  readonly id?: string;
  readonly name: string;
  readonly search: ListSearch;
}

const opened = new Map<string, ReturnType<typeof store<readonly View[]>>>();

/** The views of one account and kind as this browser last knew them, so that they stand there at once. */
export function knownViews(username: string, kind: string) {
  const key = `bureau.views.${username}.${kind}`;
  const known = opened.get(key) ?? store(read(key));
  opened.set(key, known);
  return {
    ...known,
    set(views: readonly View[]) {
      localStorage.setItem(key, JSON.stringify(views));
      known.set(views);
    },
  };
}

/** Those of the server as they are, and those that only this browser has, whose names it does not know. */
export function joined(kept: readonly View[], known: readonly View[]): readonly View[] {
  const names = new Set(kept.map(({ name }) => name));
  return [...kept, ...known.filter(({ id, name }) => id === undefined && !names.has(name))];
}

/** A view as the server has it. */
export function viewFrom({ id, name, search }: { readonly id: string; readonly name: string; readonly search: string }): readonly View[] {
  return viewOf({ id, name, search: parsed(search) });
}

function read(key: string): readonly View[] {
  const kept = parsed(localStorage.getItem(key) ?? '[]');
  return Array.isArray(kept) ? kept.flatMap(viewOf) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function viewOf(kept: unknown): readonly View[] {
  if (!isObject(kept) || typeof kept['name'] !== 'string' || !isObject(kept['search'])) return [];
  const { id, name } = kept;
  return [{ ...(typeof id === 'string' ? { id } : {}), name, search: readSearch(kept['search']) }];
}

/** Whether two lists show the same, whatever view they began with. */
export function isSame(one: ListSearch, other: ListSearch): boolean {
  return canonical(one) === canonical(other);
}

function canonical(list: ListSearch): string {
  const { view: _, ...search } = list;
  return JSON.stringify(Object.entries(search).sort(([one], [other]) => one.localeCompare(other)));
}
