import type { RollOverFindingsQuery, RollOverRunQuery } from '../gql/graphql';
import type { Label } from '../words/words';

export type Run = NonNullable<RollOverRunQuery['rollOver']>;
export type Line = Run['lines']['nodes'][number];
export type Finding = NonNullable<RollOverFindingsQuery['rollOver']>['findings']['nodes'][number];

/** What a roll-over does with pupils, in the order in which it is told. */
export const COUNTS = ['pupils', 'promoted', 'graduated', 'staying', 'blocked', 'leftOut', 'entered'] as const;
export type Counts = Record<(typeof COUNTS)[number], number>;

export interface SchoolLines {
  readonly id: string;
  readonly name: string;
  readonly counts: Counts;
  readonly lines: readonly Line[];
}

/** The words of a grade; a code that nobody knows any more stands for itself. */
export function gradeWords({ code, en, zh }: Line['grade']): Label {
  return { en: en ?? code, zh: zh ?? code };
}

/** Whether a roll-over waits for its job; one that is known to have succeeded while it still waits is the one before. */
export function isAtWork({ state, job }: Pick<Run, 'state' | 'job'>): boolean {
  const isWaiting = ['PREVIEWING', 'COMMITTING', 'UNDOING'].includes(state);
  return job != null && (['QUEUED', 'RUNNING'].includes(job.state) || (isWaiting && job.state === 'SUCCEEDED'));
}

/** The lines school by school: those with blocked pupils first, then by name. */
export function bySchool(lines: readonly Line[]): readonly SchoolLines[] {
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    const id = line.school?.id ?? '';
    found.set(id, [...(found.get(id) ?? []), line]);
  }
  const schools = [...found].map(([id, of]) => ({
    id,
    name: of[0]?.school?.name ?? '—',
    counts: Object.fromEntries(COUNTS.map((count) => [count, of.reduce((sum, line) => sum + line[count], 0)])) as Counts,
    lines: of.toSorted((one, other) => one.grade.code.localeCompare(other.grade.code)),
  }));
  return schools.toSorted((one, other) => other.counts.blocked - one.counts.blocked || one.name.localeCompare(other.name, 'zh'));
}
