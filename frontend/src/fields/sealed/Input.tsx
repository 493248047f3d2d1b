import { TextInput } from '@mantine/core';
import { useWords } from '../../words/words';
import type { InputProps } from '../field';
import classes from '../fields.module.css';
import { shown, textual } from '../input';
import { FIELDS } from '../words';

/** A value to be sealed: never prefilled; left empty it keeps what is held. */
export default function SealedInput(props: InputProps) {
  const t = useWords(FIELDS);
  const held = props.held as { held: boolean; mask: string | null } | null | undefined;
  const told = held?.held === true ? t('keepsHeld', { mask: held.mask ?? '' }) : props.description;
  return (
    <TextInput
      {...shown({ ...props, description: told })}
      classNames={{ input: classes.identifier ?? '' }}
      autoComplete="off"
      spellCheck={false}
      value={textual(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  );
}
