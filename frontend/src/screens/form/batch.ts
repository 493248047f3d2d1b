import type { Problem, Row } from '../../documents/documents';

/** What became of one record of several. */
export type Result =
  | { readonly row: Row; readonly name: 'done'; readonly record: Row | null; readonly warnings: readonly Problem[] }
  | {
      readonly row: Row;
      readonly name: 'refused';
      /** What refusals for the same reason have in common, whatever their messages say of the record. */
      readonly code: string;
      readonly message: string;
    };

/** How many are under way at a time. */
const AT_ONCE = 4;

/** Send one after the other, a few at a time, until all are through or it is stopped; what is not sent has no result. */
export async function sendAll(
  rows: readonly Row[],
  send: (row: Row) => Promise<Result | undefined>,
  onResult: (result: Result) => void,
  stop: AbortSignal,
): Promise<void> {
  const waiting = [...rows];
  const work = async (): Promise<void> => {
    while (!stop.aborted) {
      const row = waiting.shift();
      if (row === undefined) return;
      const result = await send(row);
      if (result !== undefined) onResult(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

export type Refused = Extract<Result, { name: 'refused' }>;

/** Refusals for one reason. */
export interface Refusals {
  readonly code: string;
  readonly results: readonly Refused[];
}

/** The records that were refused, by reason, the commonest reason first. */
export function refusals(results: readonly Result[]): readonly Refusals[] {
  const refused = results.filter((result) => result.name === 'refused');
  const codes = [...new Set(refused.map(({ code }) => code))];
  return codes
    .map((code) => ({ code, results: refused.filter((each) => each.code === code) }))
    .sort((a, b) => b.results.length - a.results.length);
}

/** What several messages have in common; what each says of its own record is left out. */
export function common(messages: readonly string[]): string {
  const [first = '', ...others] = messages;
  if (others.every((each) => each === first)) return first;
  const shared = (isSame: (length: number) => boolean) => {
    let length = 0;
    while (length < first.length && isSame(length + 1)) length += 1;
    return length;
  };
  const begin = shared((length) => others.every((each) => each.startsWith(first.slice(0, length))));
  const end = shared((length) => others.every((each) => each.slice(begin).endsWith(first.slice(begin).slice(-length))) && begin + length <= first.length);
  // No number is cut in two.
  return `${first.slice(0, begin).replace(/\d+$/, '')}…${first.slice(first.length - end).replace(/^\d+/, '')}`;
}

/** Why a record was refused, of several reasons the first. */
export function refusal(row: Row, problems: readonly Problem[]): Refused {
  const [first] = problems;
  const code = [first?.code ?? '', ...(first?.path ?? [])].join(' ');
  return { row, name: 'refused', code, message: problems.map(({ message }) => message).join(' ') };
}
