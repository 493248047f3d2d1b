import { NativeSelect } from '@mantine/core';
import { useWords } from '../words/words';
import { FILTERS } from './filterWords';

interface Props {
  readonly label: string;
  readonly ways: readonly string[];
  readonly way: string;
  readonly onChange: (way: string) => void;
}

/** The ways of asking that a field has: contains, is one of, has no value. */
export function FilterWays({ label, ways, way, onChange }: Props) {
  const t = useWords(FILTERS);
  if (ways.length < 2) return null;
  return (
    <NativeSelect
      aria-label={`${label}: ${t('condition')}`}
      value={way}
      data={ways.map((each) => ({ value: each, label: t(each as Parameters<typeof t>[0]) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
