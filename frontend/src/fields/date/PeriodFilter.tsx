import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { FilterProps } from '../field';
import { condition, emptiness, ofEmptiness, operatorsOf, wayOf } from '../filtered';
import { FilterWays } from '../FilterWays';
import { DaysInput } from './DaysInput';

interface Props extends FilterProps {
  /** What is compared for the first day, and for the last one. */
  readonly first: (day: string) => string;
  readonly last: (day: string) => string;
  readonly dayOf: (compared: string) => string;
}

/** What lies between two days, or has no day at all. */
export function PeriodFilter({ field, label, value, onChange, first, last, dayOf }: Props) {
  const operators = operatorsOf(value);
  const [asked, setAsked] = useState('between');
  const way = wayOf(operators, []) ?? asked;
  const ask = (next: string) => {
    setAsked(next);
    onChange(ofEmptiness(next));
  };
  const day = (compared: unknown) => (typeof compared === 'string' ? dayOf(compared) : undefined);
  return (
    <Stack gap="xs">
      <FilterWays label={label} ways={['between', ...emptiness(field)]} way={way} onChange={ask} />
      {way === 'between' && (
        <DaysInput
          from={day(operators['gte'] ?? operators['eq'])}
          until={day(operators['lte'] ?? operators['eq'])}
          onChange={(from, until) =>
            onChange(condition({ gte: from && first(from), lte: until && last(until) }))
          }
        />
      )}
    </Stack>
  );
}
