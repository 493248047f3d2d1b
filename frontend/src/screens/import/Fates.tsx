import { Counts } from '../../jobs/Counts';
import { useWords } from '../../words/words';
import type { Run } from './run';
import { IMPORT } from './words';

const FATES = ['created', 'updated', 'unchanged', 'rejected'] as const;

/** What became of the rows, or would. */
export function Fates({ run }: { readonly run: Run }) {
  const t = useWords(IMPORT);
  return <Counts counts={FATES.map((name) => ({ name, label: t(name), value: run[name], isBad: name === 'rejected' }))} />;
}
