import { waitFor } from './connection';

/** Ask until the server is there, then say so; a browser that is on line again asks at once. What is returned gives up. */
export function probe(onThere: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let attempt = 0;
  let isOver = false;
  const ask = async () => {
    clearTimeout(timer);
    if (await isReady()) {
      if (!isOver) onThere();
      return;
    }
    if (!isOver) timer = setTimeout(() => void ask(), waitFor(attempt++, Math.random()));
  };
  const soon = () => void ask();
  timer = setTimeout(soon, waitFor(attempt++, Math.random()));
  window.addEventListener('online', soon);
  return () => {
    isOver = true;
    clearTimeout(timer);
    window.removeEventListener('online', soon);
  };
}

async function isReady(): Promise<boolean> {
  try {
    return (await fetch('/health/ready', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
