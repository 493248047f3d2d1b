import { useEffect, useState } from 'react';
import { whenIdle } from './whenIdle';

/** Whether the page has been quiet once: what can wait begins then. */
export function useIdle(): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => whenIdle(() => setIsIdle(true)), []);
  return isIdle;
}
