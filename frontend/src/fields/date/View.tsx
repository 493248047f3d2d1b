import type { ViewProps } from '../field';
import classes from '../fields.module.css';

/** A day, as ISO 8601 writes it: the same in both languages, and it sorts as it reads. */
export default function DateView({ value }: ViewProps) {
  return value == null ? null : (
    <time className={classes.number} dateTime={String(value)}>
      {String(value)}
    </time>
  );
}
