import { useLocale } from '../words/useLocale';
import classes from './counts.module.css';

export interface Count {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  /** Whether there should be none of it. */
  readonly isBad?: boolean;
}

/** What a run did, or would do, in numbers. */
export function Counts({ counts }: { readonly counts: readonly Count[] }) {
  const format = new Intl.NumberFormat(useLocale());
  return (
    <dl className={classes.counts}>
      {counts.map(({ name, label, value, isBad }) => (
        <div key={name} className={classes.count} data-bad={(isBad && value > 0) || undefined}>
          <dt>{label}</dt>
          <dd>{format.format(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
