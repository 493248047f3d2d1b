import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../../words/words';
import type { InputProps } from '../field';
import { told } from '../input';
import { FIELDS } from '../words';

const SAID: Readonly<Record<string, boolean | null>> = { yes: true, no: false, unset: null };

/** Yes or no; unset where neither was said or needs to be. */
export default function BooleanInput(props: InputProps) {
  const { field, value, onChange, label, disabled = false } = props;
  const t = useWords(FIELDS);
  const id = useId();
  const offered = field.required && value != null ? (['yes', 'no'] as const) : (['yes', 'no', 'unset'] as const);
  return (
    <Input.Wrapper {...told(props)} labelElement="div" id={id}>
      <div>
        <SegmentedControl
          mt={4}
          size="sm"
          aria-label={label}
          disabled={disabled}
          data={offered.map((name) => ({ value: name, label: t(name) }))}
          value={value === true ? 'yes' : value === false ? 'no' : 'unset'}
          onChange={(name) => onChange(SAID[name] ?? null)}
        />
      </div>
    </Input.Wrapper>
  );
}
