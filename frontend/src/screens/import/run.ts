import type { ConsoleImportRunQuery } from '../../gql/graphql';

export type Run = NonNullable<ConsoleImportRunQuery['importRun']>;
export type Job = NonNullable<Run['job']>;

/** Whether a job is over, however it ended. */
export function isOver(job: Pick<Job, 'state'> | null | undefined): boolean {
  return job != null && ['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(job.state);
}

/** What the server is at with a run: bringing it in, taking it back, or nothing any more. */
export function jobAtWork(run: Run): Job | undefined {
  if (run.undoing != null && !isOver(run.undoing)) return run.undoing;
  return run.job != null && !isOver(run.job) ? run.job : undefined;
}

/** The columns of each field as the run found them: path to header. */
export function mappingOf(run: Pick<Run, 'mapping'>): Readonly<Record<string, string>> {
  return (read(run.mapping) as Record<string, string> | undefined) ?? {};
}

export function namesIn(text: string | null | undefined): readonly string[] {
  return (read(text) as string[] | undefined) ?? [];
}

function read(text: string | null | undefined): unknown {
  return text == null || text === '' ? undefined : JSON.parse(text);
}

/** How many rows an import would write. */
export function writable(run: Pick<Run, 'created' | 'updated'>): number {
  return run.created + run.updated;
}

/** By sort, how many findings a run has. */
export function countsOf(run: Run): ReadonlyMap<string, number> {
  return new Map(run.findingsSummary.nodes.map(({ key, count }) => [key.sort ?? '', count]));
}
