import { useEffect, useRef } from 'react';

/** What ends a line. */
export const ENTER = '\n';

/** What is typed while something is on its way that it is meant for, Enter too. */
export function useTypedMeanwhile(isWaiting: boolean): { current: string } {
  const typed = useRef('');
  useEffect(() => {
    if (!isWaiting) return;
    typed.current = '';
    const hear = (event: KeyboardEvent) => {
      const typedNow = event.key === 'Enter' ? ENTER : event.key;
      if (typedNow.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      typed.current += typedNow;
    };
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, [isWaiting]);
  return typed;
}
