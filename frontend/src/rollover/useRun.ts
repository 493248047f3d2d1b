import { useEffect } from 'react';
import { useQuery } from 'urql';
import { ROLL_OVER } from './documents';
import { isAtWork } from './run';

const BETWEEN = 1500;

/** A roll-over, asked for again and again while its job is at work. */
export function useRun(id: string) {
  const [{ data, error, fetching }, again] = useQuery({ query: ROLL_OVER, variables: { id } });
  const run = data?.rollOver;
  const refresh = () => again({ requestPolicy: 'network-only' });
  const isWaiting = run != null && isAtWork(run);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => again({ requestPolicy: 'network-only' }), BETWEEN);
    return () => clearInterval(timer);
  }, [isWaiting, again]);
  return { run, error, fetching, refresh };
}
