import { useWords } from '../../words/words';
import type { ViewProps } from '../field';
import classes from '../fields.module.css';
import { FIELDS } from '../words';

/** A period, from its first day to its last one. */
export default function SpanView({ value }: ViewProps) {
  const t = useWords(FIELDS);
  const span = value as { from: string | null; until: string | null } | null | undefined;
  if (span == null) return null;
  return (
    <span className={classes.number}>
      {span.from ?? ''} – {span.until ?? t('open')}
    </span>
  );
}
