import type { ViewProps } from '../field';
import classes from '../fields.module.css';

/** An identifier: every figure as wide as the next. */
export default function NumberedView({ value }: ViewProps) {
  return value == null ? null : <span className={classes.identifier}>{String(value)}</span>;
}
