import { useLocale } from '../../words/useLocale';
import type { ViewProps } from '../field';
import classes from '../fields.module.css';

export default function NumberView({ field, value }: ViewProps) {
  const locale = useLocale();
  if (value == null) return null;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: field.isMoney ? 2 : 0,
    maximumFractionDigits: field.scale ?? 6,
    // A year is no amount: four digits stand together.
    useGrouping: field.isMoney ? 'always' : 'min2',
    ...(field.isMoney ? { style: 'currency', currency: 'CNY' } : {}),
  });
  // A decimal comes as a text, so that none of its digits is lost on the way.
  return <span className={classes.number}>{format.format(value as Intl.StringNumericLiteral | number)}</span>;
}
