import { Select } from '@mantine/core';
import { useLabel } from '../../words/words';
import type { InputProps } from '../field';
import { shown } from '../input';

/** One of a few states, by their words. */
export default function ChoiceInput(props: InputProps) {
  const { field, value, onChange } = props;
  const label = useLabel();
  return (
    <Select
      {...shown(props)}
      data={field.states.map((state) => ({ value: state.name, label: label(state.label) }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      searchable={field.states.length > 8}
      clearable={!field.required}
      allowDeselect={false}
      openOnFocus={false}
    />
  );
}
