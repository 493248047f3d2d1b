import { useWords } from '../../words/words';
import type { ViewProps } from '../field';
import { FIELDS } from '../words';

export default function BooleanView({ value }: ViewProps) {
  const t = useWords(FIELDS);
  return value == null ? null : <span>{t(value === true ? 'yes' : 'no')}</span>;
}
