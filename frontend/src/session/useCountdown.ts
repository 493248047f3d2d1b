import { useEffect, useState } from 'react';

/** The seconds that are left of a wait, which begins anew with each refusal that has one. */
export function useCountdown(wait: { readonly wait?: number } | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = Date.now() + (wait?.wait ?? 0) * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    if (wait?.wait === undefined) return;
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [wait]);
  return left;
}
