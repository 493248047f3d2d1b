import { useEffect } from 'react';
import { useQuery } from 'urql';
import type { ConsoleJobsQuery } from '../gql/graphql';
import { useLive } from '../live/useLive';
import { JOBS, JOBS_CHANGED } from './documents';

export type Job = ConsoleJobsQuery['jobs']['nodes'][number];

const SHOWN = 20;
/** How often one looks while something runs: how far a job is may be told by no event. */
const BETWEEN = 3000;

export function isAtWork(job: Pick<Job, 'state'>): boolean {
  return job.state === 'QUEUED' || job.state === 'RUNNING';
}

/** One's own jobs, the last ones first, as they stand now. */
export function useJobs({ pause = false }: { readonly pause?: boolean } = {}) {
  const [{ data, error }, again] = useQuery({ query: JOBS, variables: { first: SHOWN }, pause });
  const jobs = data?.jobs.nodes ?? [];
  const running = jobs.filter(isAtWork);
  const isBusy = running.length > 0;
  const refresh = () => again({ requestPolicy: 'network-only' });
  useLive(JOBS_CHANGED, {}, refresh, { pause });
  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = setInterval(() => again({ requestPolicy: 'network-only' }), BETWEEN);
    return () => clearInterval(timer);
  }, [isBusy, again]);
  return { jobs, running, error, refresh };
}
