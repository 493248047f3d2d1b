/** What a tap leads to; the last leads to the first, that the pupil is there. */
export const CYCLE = ['P', 'U', 'S', 'A', 'L', 'E'] as const;

export const PRESENT = 'P';

export type HalfDay = 'MORNING' | 'AFTERNOON';

/** Of each pupil who is not simply there, by id, the code. */
export type Said = Readonly<Record<string, string>>;

/** One check of a class that is not sent yet. */
export interface Sheet {
  readonly account: string;
  readonly schoolClass: string;
  readonly name: string;
  readonly day: string;
  readonly session: HalfDay;
  readonly said: Said;
  /** Under which it is done once, however often it is sent; empty while it is still written. */
  readonly key: string;
}

export function keyOf({ account, schoolClass, day, session }: Pick<Sheet, 'account' | 'schoolClass' | 'day' | 'session'>): string {
  return `${account}|${schoolClass}|${day}|${session}`;
}

/** The code after one; what is no part of the cycle, such as that teaching was suspended, leads to its beginning. */
export function next(code: string): string {
  const place = CYCLE.indexOf(code as (typeof CYCLE)[number]);
  return CYCLE[(place + 1) % CYCLE.length] ?? PRESENT;
}

/** The same with another code of one pupil. */
export function tapped(said: Said, pupil: string): Said {
  const { [pupil]: before = PRESENT, ...others } = said;
  const after = next(before);
  return after === PRESENT ? others : { ...others, [pupil]: after };
}

/** What a sheet begins with: what was said before, or else that those on leave are away. */
export function begun(
  marks: readonly { readonly session: string; readonly code: string; readonly student: string }[],
  leaves: readonly { readonly code: string; readonly student: string }[],
  session: HalfDay,
  isChecked: boolean,
): Said {
  const lines = isChecked ? marks.filter((mark) => mark.session === session) : leaves;
  return Object.fromEntries(lines.filter(({ code }) => code !== PRESENT).map(({ student, code }) => [student, code]));
}

/** The input of the verb that says it. */
export function inputOf({ schoolClass, day, session, said, key }: Sheet) {
  const exceptions = Object.entries(said).map(([student, code]) => ({ student, code }));
  return { schoolClass, day, session, exceptions, isOpened: true, idempotencyKey: key };
}

/** A day where the bureau is, as the API writes it. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now);
}

/** In which half of the day one is there. */
export function halfOf(now: Date = new Date()): HalfDay {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', hourCycle: 'h23' }).format(now);
  return Number(hour) < 12 ? 'MORNING' : 'AFTERNOON';
}
