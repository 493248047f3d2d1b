import { Textarea, TextInput } from '@mantine/core';
import type { InputProps } from '../field';
import { shown, textual } from '../input';

/** From how many characters a text has room for lines. */
const LONG = 200;

export default function TextFieldInput(props: InputProps) {
  const { field, value, onChange } = props;
  const common = { ...shown(props), value: textual(value) };
  const change = (text: string) => onChange(text === '' ? null : text);
  return field.isMultiline || (field.size ?? 0) > LONG ? (
    <Textarea {...common} autosize minRows={2} maxRows={12} onChange={(event) => change(event.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={(event) => change(event.currentTarget.value)} />
  );
}
