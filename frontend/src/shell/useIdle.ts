import { startTransition, useEffect, useState } from 'react';
import { whenIdle } from './whenIdle';

/** Whether the page has been quiet once: what can wait begins then, and does not hold it up. */
export function useIdle(): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => whenIdle(() => startTransition(() => setIsIdle(true))), []);
  return isIdle;
}
