import { store } from './store';

/** Whether the last request reached the server. */
export const connection = store<'there' | 'away'>('there');

/** Whether the session ended while somebody was at work; their page stays, with the way back in over it. */
export const sessionEnded = store(false);

/** How many times a socket was opened: after each, what is kept of what it tells is asked again. */
export const socketsOpened = store(0);

/** How long to wait before the server is tried again, in milliseconds; `chance`, from 0 to 1, spreads all who wait. */
export function waitFor(tries: number, chance: number): number {
  return Math.min(1000 * 2 ** tries, 30_000) * (0.5 + chance / 2);
}
