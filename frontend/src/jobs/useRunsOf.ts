import { useQuery } from 'urql';
import { graphql } from '../gql';

const RUNS_OF_JOBS = graphql(`
  query ConsoleRunsOfJobs($jobs: [ID!]!) {
    importRuns(first: 100, filter: { or: [{ job: { id: { in: $jobs } } }, { undoing: { id: { in: $jobs } } }] }) {
      nodes {
        id
        recordKind
        job {
          id
        }
        undoing {
          id
        }
      }
    }
  }
`);

/** Where the outcome of a job is seen best. */
export interface RunPlace {
  readonly run: string;
  readonly kind: string;
}

/** The imports that jobs did or took back, by the ids of the jobs. */
export function useRunsOf(jobs: readonly string[]): ReadonlyMap<string, RunPlace> {
  const [{ data }] = useQuery({ query: RUNS_OF_JOBS, variables: { jobs: [...jobs] }, pause: jobs.length === 0 });
  const found = new Map<string, RunPlace>();
  for (const { id, recordKind, job, undoing } of data?.importRuns.nodes ?? []) {
    for (const each of [job, undoing]) if (each != null) found.set(each.id, { run: id, kind: recordKind });
  }
  return found;
}
