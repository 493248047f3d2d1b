import { MultiSelect } from '@mantine/core';
import { useLabel } from '../../words/words';
import type { InputProps } from '../field';
import { shown } from '../input';

/** Several states, by their words. */
export default function ChoicesInput(props: InputProps) {
  const { field, value, onChange } = props;
  const label = useLabel();
  return (
    <MultiSelect
      {...shown(props)}
      data={field.states.map((state) => ({ value: state.name, label: label(state.label) }))}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(names) => onChange(names.length === 0 ? null : names)}
      searchable
      clearable={!field.required}
    />
  );
}
