import { useLocale } from '../words/useLocale';

/** A moment in the reader's own time. */
export function Moment({ at }: { readonly at: string }) {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
