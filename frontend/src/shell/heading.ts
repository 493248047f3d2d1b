import { store } from '../api/store';

/** What the heading of the page says that is shown: its name, wherever it has to be named. */
export const heading = store('');

/** Follow the heading of a page until the function that is returned is called. */
export function followHeading(page: HTMLElement): () => void {
  const look = () => heading.set(page.querySelector('h1')?.textContent?.trim() ?? '');
  const observer = new MutationObserver(look);
  observer.observe(page, { childList: true, subtree: true, characterData: true });
  look();
  return () => observer.disconnect();
}

/** How long somebody who went to a page is led to its heading, which may come late. */
const PATIENCE = 4000;

/** Lead whoever works by keyboard or ear to the heading of a page, unless something in it has taken them already. */
export function leadToHeading(page: HTMLElement): () => void {
  const lead = () => {
    if (document.activeElement !== page && page.contains(document.activeElement)) return stop();
    const found = page.querySelector('h1');
    if (found === null) return;
    found.tabIndex = -1;
    found.focus({ preventScroll: true });
    stop();
  };
  const observer = new MutationObserver(lead);
  const timer = setTimeout(() => stop(), PATIENCE);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(page, { childList: true, subtree: true });
  lead();
  return stop;
}
