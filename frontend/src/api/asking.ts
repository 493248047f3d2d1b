import { store } from './store';

const awaited = new Set<unknown>();

/** How much the page waits for: answers, and screens in whose place something else is drawn. */
export const asking = store(0);

export function beginWaiting(what: unknown): void {
  asking.set(awaited.add(what).size);
}

export function endWaiting(what: unknown): void {
  awaited.delete(what);
  asking.set(awaited.size);
}
