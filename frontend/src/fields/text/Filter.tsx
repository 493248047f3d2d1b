import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/words';
import type { FilterProps } from '../field';
import { condition, emptiness, ofEmptiness, operatorsOf, wayOf } from '../filtered';
import { FILTERS } from '../filterWords';
import { FilterWays } from '../FilterWays';

const WAYS = ['contains', 'startsWith', 'eq', 'ne'];

/** Texts that contain something, begin with it or are it. */
export default function TextFilter({ field, label, value, onChange }: FilterProps) {
  const t = useWords(FILTERS);
  const operators = operatorsOf(value);
  const [chosen, setChosen] = useState('contains');
  const way = wayOf(operators, WAYS) ?? chosen;
  const text = String(operators[way] ?? '');
  const ask = (next: string) => {
    setChosen(next);
    onChange(ofEmptiness(next) ?? condition({ [next]: text }));
  };
  return (
    <Stack gap="xs">
      <FilterWays label={label} ways={[...WAYS, ...emptiness(field)]} way={way} onChange={ask} />
      {WAYS.includes(way) && (
        <TextInput
          aria-label={`${label} ${t(way as 'contains')}`}
          value={text}
          onChange={(event) => onChange(condition({ [way]: event.currentTarget.value }))}
          data-autofocus
        />
      )}
    </Stack>
  );
}
