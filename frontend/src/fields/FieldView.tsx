import { useWords } from '../words/words';
import type { ViewProps } from './field';
import { fieldType } from './types';
import { FIELDS } from './words';

/** A value as its type is shown; a dash where there is none. */
export function FieldView({ field, value }: ViewProps) {
  const t = useWords(FIELDS);
  if (value == null || value === '') return <span aria-label={t('none')}>{t('none')}</span>;
  const { View } = fieldType(field.type);
  return <View field={field} value={value} />;
}
