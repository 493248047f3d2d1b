import { useEffect } from 'react';

/** So long may somebody be on the screen while nobody touches it. */
const LONGEST = 60_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'input'] as const;

/** Clear by Escape, after a minute without any sign of a hand, and when the page is put away. */
export function useClearing(clear: () => void, longest = LONGEST): void {
  useEffect(() => {
    let timer = setTimeout(clear, longest);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(clear, longest);
    };
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && clear();
    const away = () => document.hidden && clear();
    for (const sign of SIGNS) document.addEventListener(sign, wait, { passive: true });
    document.addEventListener('keydown', escape);
    document.addEventListener('visibilitychange', away);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) document.removeEventListener(sign, wait);
      document.removeEventListener('keydown', escape);
      document.removeEventListener('visibilitychange', away);
    };
  }, [clear, longest]);
}
