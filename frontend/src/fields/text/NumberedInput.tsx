import { TextInput } from '@mantine/core';
import { useWords } from '../../words/words';
import type { InputProps } from '../field';
import classes from '../fields.module.css';
import { shown, textual } from '../input';
import { FIELDS } from '../words';

/** An identifier that the product gives where nobody brings one. */
export default function NumberedInput(props: InputProps) {
  const t = useWords(FIELDS);
  return (
    <TextInput
      {...shown(props)}
      classNames={{ input: classes.identifier ?? '' }}
      placeholder={t('givenByItself')}
      value={textual(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value.trim() || null)}
    />
  );
}
