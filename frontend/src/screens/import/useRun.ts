import { useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql } from '../../gql';
import { useLive } from '../../live/useLive';
import { IMPORT_RUN } from './documents';
import { type Job, jobAtWork, type Run } from './run';

const JOB_CHANGED = graphql(`
  subscription ConsoleJobChanged($ids: [ID!]) {
    jobChanged(ids: $ids) {
      id
      position
      record {
        id
        version
        state
        done
        total
      }
    }
  }
`);

/** Also where no socket opens, one sees how far it is. */
const BETWEEN = 2000;

/** A run, and how far it is while it is at work. */
export function useRun(id: string) {
  const client = useClient();
  const [{ data, error, fetching }, again] = useQuery({ query: IMPORT_RUN, variables: { id } });
  const run: Run | null | undefined = data?.importRun;
  const job = run ? jobAtWork(run) : undefined;
  const [awaited, setAwaited] = useState<Job>();
  const refresh = () => again({ requestPolicy: 'network-only' });
  useLive(JOB_CHANGED, { ids: [job?.id ?? ''] }, refresh, { pause: job === undefined });
  useEffect(() => {
    if (job === undefined) return undefined;
    setAwaited(job);
    const timer = setInterval(() => again({ requestPolicy: 'network-only' }), BETWEEN);
    return () => clearInterval(timer);
  }, [job?.id, again]);
  useEffect(() => {
    if (job !== undefined || awaited === undefined) return;
    // That the job is over may be heard elsewhere on the page, before what it came to is known here.
    void client.query(IMPORT_RUN, { id }, { requestPolicy: 'network-only' }).toPromise().then(() => setAwaited(undefined));
  }, [client, id, job, awaited]);
  return { run, job: job ?? awaited, error, fetching, refresh };
}
