import type { Candidate } from '../../fields/record/useCandidates';

/** The record that a text means: its id, none, or several. */
export type Found = string | 'none' | 'several';

const BETWEEN = ' · ';

/** What a record is called together with what tells it from others. */
export function fullOf({ title, detail }: Candidate): string {
  return detail === '' ? title : `${title}${BETWEEN}${detail}`;
}

/** The one of several that is meant: the only one that is called so, or begins so; or else the only one that was found by a
 * search that found it by something else, such as its code.
 */
export function meant(candidates: readonly Candidate[], text: string, isSought = true): Found {
  const exact = candidates.filter((each) => each.title === text || fullOf(each) === text);
  const first = candidates.filter(({ title }) => title.split(BETWEEN)[0] === text);
  const left = exact.length > 0 ? exact : first.length > 0 || !isSought ? first : candidates;
  return left.length === 0 ? 'none' : left.length > 1 ? 'several' : left[0]!.id;
}
