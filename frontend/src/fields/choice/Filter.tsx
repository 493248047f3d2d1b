import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useLabel } from '../../words/words';
import type { FilterProps } from '../field';
import { FilterChecks } from '../FilterChecks';
import { condition, emptiness, ofEmptiness, operatorsOf, severalOf, wayOf } from '../filtered';
import { FilterWays } from '../FilterWays';

/** Some of the states that there are. */
export default function ChoiceFilter({ field, label, value, onChange }: FilterProps) {
  const words = useLabel();
  const operators = operatorsOf(value);
  const [chosen, setChosen] = useState('in');
  const way = wayOf(operators, ['in']) ?? chosen;
  const ask = (next: string) => {
    setChosen(next);
    onChange(ofEmptiness(next));
  };
  return (
    <Stack gap="xs">
      <FilterWays label={label} ways={['in', ...emptiness(field)]} way={way} onChange={ask} />
      {way === 'in' && (
        <FilterChecks
          label={label}
          options={field.states.map((state) => ({ value: state.name, label: words(state.label) }))}
          chosen={severalOf(operators)}
          onChange={(states) => onChange(condition({ in: states }))}
        />
      )}
    </Stack>
  );
}
