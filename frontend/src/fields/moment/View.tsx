import { useLocale } from '../../words/useLocale';
import type { ViewProps } from '../field';
import classes from '../fields.module.css';

/** A moment, in the reader's own time. */
export default function MomentView({ value }: ViewProps) {
  const locale = useLocale();
  if (value == null) return null;
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <time className={classes.number} dateTime={String(value)} title={String(value)}>
      {format.format(new Date(String(value)))}
    </time>
  );
}
