import { Radio, Stack } from '@mantine/core';
import { useWords } from '../../words/words';
import type { FilterProps } from '../field';
import { emptiness, operatorsOf } from '../filtered';
import { FILTERS } from '../filterWords';

/** Yes, no, or neither. */
export default function BooleanFilter({ field, label, value, onChange }: FilterProps) {
  const t = useWords(FILTERS);
  const { eq, isNull } = operatorsOf(value);
  const answer = eq === undefined ? isNull === undefined ? 'either' : isNull === true ? 'isNull' : 'isNotNull' : eq === true ? 'yes' : 'no';
  const ways = { yes: { eq: true }, no: { eq: false }, isNull: { isNull: true }, isNotNull: { isNull: false }, either: undefined };
  const offered = ['yes', 'no', ...emptiness(field), 'either'] as (keyof typeof ways)[];
  return (
    <Radio.Group aria-label={label} value={answer} onChange={(next) => onChange(ways[next as keyof typeof ways])}>
      <Stack gap={6}>
        {offered.map((way) => (
          <Radio key={way} value={way} label={t(way)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
