import { Group, Input } from '@mantine/core';
import { useWords } from '../../words/words';
import DateInput from '../date/Input';
import type { InputProps } from '../field';
import { told } from '../input';
import { FIELDS } from '../words';

interface Days {
  readonly from: string | null;
  readonly until: string | null;
}

const NONE: Days = { from: null, until: null };

/** A period: its first day, and the day on which it is over. */
export default function SpanInput(props: InputProps) {
  const { field, value, onChange, label, disabled = false, autoFocus = false } = props;
  const t = useWords(FIELDS);
  const days = (value ?? NONE) as Days;
  const change = (part: Partial<Days>) => {
    const next = { ...days, ...part };
    onChange(next.from === null && next.until === null ? null : next);
  };
  const end = (name: keyof Days, isFirst: boolean) => (
    <DateInput
      field={{ ...field, required: false }}
      label={t(name)}
      value={days[name]}
      onChange={(day) => change({ [name]: day as string | null })}
      disabled={disabled}
      autoFocus={isFirst && autoFocus}
    />
  );
  return (
    <Input.Wrapper {...told(props)} labelElement="div" role="group" aria-label={label}>
      <Group grow align="flex-start" mt={4} gap="sm">
        {end('from', true)}
        {end('until', false)}
      </Group>
    </Input.Wrapper>
  );
}
