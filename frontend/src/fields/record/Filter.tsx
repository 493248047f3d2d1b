import { Checkbox, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { FilterProps } from '../field';
import { FilterChecks } from '../FilterChecks';
import { emptiness, ofEmptiness, operatorsOf, severalOf, wayOf } from '../filtered';
import { FilterWays } from '../FilterWays';
import { useCandidates, useTitleOfId } from './useCandidates';

/** So long after the last key the server is asked. */
const PAUSE = 200;

/** Some records, found by searching; or that there is none. */
export default function RecordFilter({ field, label, value, onChange }: FilterProps) {
  const target = useCatalogue().kind(field.target ?? '');
  const operators = operatorsOf(value);
  const [asked, setAsked] = useState('in');
  const ways = [...(target?.plural == null ? [] : ['in']), ...emptiness(field)];
  const way = wayOf(operators, ['in']) ?? (operators['id'] === undefined ? asked : 'in');
  const ask = (next: string) => {
    setAsked(next);
    onChange(ofEmptiness(next));
  };
  return (
    <Stack gap="xs">
      <FilterWays label={label} ways={ways} way={way} onChange={ask} />
      {way === 'in' && target?.plural != null && (
        <RecordChecks
          kind={target}
          label={label}
          chosen={severalOf(operatorsOf(operators['id']))}
          onChange={(ids) => onChange(ids.length > 0 ? { id: { in: ids } } : undefined)}
        />
      )}
    </Stack>
  );
}

interface ChecksProps {
  readonly kind: Kind;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** What is chosen stays in sight above what the search finds. */
function RecordChecks({ kind, label, chosen, onChange }: ChecksProps) {
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, PAUSE);
  const { candidates, isAsking } = useCandidates(kind, settled, true);
  const options = candidates.map(({ id, title, detail }) => ({ value: id, label: title, detail }));
  const hidden = chosen.filter((id) => !options.some((option) => option.value === id));
  return (
    <Stack gap="xs">
      {hidden.map((id) => (
        <ChosenRecord key={id} id={id} onRemove={() => onChange(chosen.filter((each) => each !== id))} />
      ))}
      <FilterChecks
        label={label}
        options={options}
        chosen={chosen}
        onChange={onChange}
        typed={typed}
        onType={setTyped}
        isEmpty={!isAsking && candidates.length === 0}
      />
    </Stack>
  );
}

function ChosenRecord({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  return <Checkbox checked label={useTitleOfId(id) ?? id} onChange={onRemove} />;
}
