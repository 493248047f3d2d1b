import { useWords } from '../../words/words';
import type { ViewProps } from '../field';
import classes from '../fields.module.css';
import { FIELDS } from '../words';

/** A sealed value by its mask. */
export default function SealedView({ value }: ViewProps) {
  const t = useWords(FIELDS);
  const sealed = value as { held: boolean; mask: string | null } | null | undefined;
  if (sealed == null) return null;
  return <span className={classes.masked}>{sealed.held ? sealed.mask : t('notHeld')}</span>;
}
