import { asking } from '../api/asking';

/** How long the page has to become quiet before something that can wait is done all the same, and to get its answers. */
const PATIENCE = 3000;
const LONGEST = 10_000;

/**
 * Do something when the page has what it asked for and nothing else to do; the function that is returned calls it off.
 */
export function whenIdle(act: () => void): () => void {
  let callOff = idle(look);
  const longest = setTimeout(finish, LONGEST);
  function look() {
    if (asking.get() === 0) return finish();
    callOff = asking.subscribe(() => {
      if (asking.get() > 0) return;
      callOff();
      callOff = idle(look);
    });
  }
  function finish() {
    stop();
    act();
  }
  function stop() {
    clearTimeout(longest);
    callOff();
  }
  return stop;
}

function idle(act: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, PATIENCE);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: PATIENCE });
  return () => cancelIdleCallback(handle);
}
