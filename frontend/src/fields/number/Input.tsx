import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InputProps } from '../field';
import classes from '../fields.module.css';
import { shown, textual } from '../input';
import { decimal, wholeNumber } from './typed';

/** A number as it is typed; what is none stays as it stands, for the form to say so. */
export default function NumberInput(props: InputProps) {
  const { field, value, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const read = (text: string) => (field.type === 'Integer' ? wholeNumber(text) : decimal(text, field.scale ?? 0));
  const change = (text: string) => {
    setTyped(text);
    onChange(text.trim() === '' ? null : (read(text) ?? text));
  };
  return (
    <TextInput
      {...shown(props)}
      classNames={{ input: classes.number ?? '' }}
      inputMode={(field.scale ?? 0) > 0 ? 'decimal' : 'numeric'}
      leftSection={field.isMoney ? '¥' : undefined}
      value={typed ?? textual(value)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setTyped(undefined)}
    />
  );
}
