import { TextInput } from '@mantine/core';
import type { InputProps } from '../field';
import classes from '../fields.module.css';
import { shown } from '../input';
import { asTyped, moment } from './typed';

/** A moment, typed in the reader's own time. */
export default function MomentInput(props: InputProps) {
  return (
    <TextInput
      {...shown(props)}
      type="datetime-local"
      classNames={{ input: classes.number ?? '' }}
      value={asTyped(props.value)}
      onChange={(event) => props.onChange(moment(event.currentTarget.value))}
    />
  );
}
