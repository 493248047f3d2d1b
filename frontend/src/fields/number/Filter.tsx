import { Group, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/words';
import type { FilterProps } from '../field';
import { condition, emptiness, ofEmptiness, operatorsOf, wayOf } from '../filtered';
import { FILTERS } from '../filterWords';
import { FilterWays } from '../FilterWays';

/** Numbers between two, or just one. */
export default function NumberFilter({ field, label, value, onChange }: FilterProps) {
  const t = useWords(FILTERS);
  const operators = operatorsOf(value);
  const [asked, setAsked] = useState('between');
  const way = operators['gte'] !== undefined || operators['lte'] !== undefined ? 'between' : (wayOf(operators, ['eq']) ?? asked);
  const ask = (next: string) => {
    setAsked(next);
    onChange(ofEmptiness(next));
  };
  const box = (operator: 'gte' | 'lte' | 'eq', name: string, others: Record<string, unknown>) => (
    <NumberInput
      {...(operator === 'eq' ? { 'aria-label': `${label} ${name}` } : { label: name })}
      value={(operators[operator] as string | number | undefined) ?? ''}
      onChange={(given) => onChange(condition({ ...others, [operator]: exact(field.type, given) }))}
      decimalScale={field.scale ?? 0}
      hideControls
      data-autofocus={operator !== 'lte' || undefined}
    />
  );
  return (
    <Stack gap="xs">
      <FilterWays label={label} ways={['between', 'eq', ...emptiness(field)]} way={way} onChange={ask} />
      {way === 'between' && (
        <Group grow wrap="nowrap" gap="xs">
          {box('gte', t('least'), { lte: operators['lte'] })}
          {box('lte', t('most'), { gte: operators['gte'] })}
        </Group>
      )}
      {way === 'eq' && box('eq', t('eq'), {})}
    </Stack>
  );
}

/** Decimals go as texts, so that none of their digits is lost on the way. */
function exact(type: string, given: string | number): string | number | undefined {
  if (given === '' || given === '-') return undefined;
  return type === 'Integer' ? Math.trunc(Number(given)) : String(given);
}
