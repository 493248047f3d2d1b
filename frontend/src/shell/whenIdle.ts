/** How long the page has to become quiet before something that can wait is done all the same. */
const PATIENCE = 3000;

/** Do something when the page has nothing else to do; the function that is returned calls it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, PATIENCE);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: PATIENCE });
  return () => cancelIdleCallback(handle);
}
