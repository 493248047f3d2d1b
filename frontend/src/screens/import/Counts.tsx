import { useLocale } from '../../words/useLocale';
import { useWords } from '../../words/words';
import classes from './import.module.css';
import type { Run } from './run';
import { IMPORT } from './words';

const FATES = ['created', 'updated', 'unchanged', 'rejected'] as const;

/** What became of the rows, or would. */
export function Counts({ run }: { readonly run: Run }) {
  const t = useWords(IMPORT);
  const locale = useLocale();
  const format = new Intl.NumberFormat(locale);
  return (
    <dl className={classes.counts}>
      {FATES.map((fate) => (
        <div key={fate} className={classes.count} data-bad={(fate === 'rejected' && run.rejected > 0) || undefined}>
          <dt>{t(fate)}</dt>
          <dd>{format.format(run[fate])}</dd>
        </div>
      ))}
    </dl>
  );
}
