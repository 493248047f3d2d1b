import { Loader, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { titleOf } from '../../documents/values';
import { useWords } from '../../words/words';
import type { InputProps } from '../field';
import { shown, textual } from '../input';
import { FIELDS } from '../words';
import { type Candidate, useCandidates, useTitleOfId } from './useCandidates';

const PAUSE = 200;

/** Another record, found as one types; where its kind is not listed for the reader, its id. */
export default function RecordInput(props: InputProps) {
  const t = useWords(FIELDS);
  const target = useCatalogue().kind(props.field.target ?? '');
  if (target?.plural != null) return <Finder {...props} target={target} />;
  const description = props.description ?? t('byId');
  return (
    <TextInput
      {...shown({ ...props, description })}
      value={textual(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value.trim() || null)}
    />
  );
}

function Finder(props: InputProps & { readonly target: Kind }) {
  const { field, value, onChange, target } = props;
  const t = useWords(FIELDS);
  const id = typeof value === 'string' ? value : null;
  const chosen = useChosen(props, id);
  const [touched, setTouched] = useState(false);
  const [typed, setTyped] = useState(chosen?.title ?? '');
  const sought = typed === chosen?.title ? '' : typed;
  const [settled] = useDebouncedValue(sought, PAUSE);
  const { candidates, isAsking, error } = useCandidates(target, settled, touched);
  const [picked, setPicked] = useState<Candidate>();
  const current = picked?.id === id ? picked : chosen;
  const options = withCurrent(candidates, sought === '' ? current : undefined);
  const all = current !== undefined && !options.some((each) => each.id === current.id) ? [...options, current] : options;
  const isWaiting = isAsking || settled !== sought;
  return (
    <Select
      {...shown(props)}
      data={all.map((each) => ({ value: each.id, label: each.title }))}
      value={id}
      onChange={(next) => {
        setPicked(all.find((each) => each.id === next));
        onChange(next);
      }}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      onFocus={() => setTouched(true)}
      clearable={!field.required}
      allowDeselect={false}
      openOnFocus={false}
      selectFirstOptionOnChange
      filter={({ options: found }) => (sought === '' ? found : found.filter((each) => 'value' in each && candidates.some((one) => one.id === each.value)))}
      placeholder={t('findRecord')}
      rightSection={isWaiting && touched ? <Loader size="xs" /> : undefined}
      nothingFoundMessage={error ? t('notAsked') : isWaiting ? t('looking') : t('noneFound')}
      renderOption={({ option }) => <Told candidate={all.find((each) => each.id === option.value)} />}
    />
  );
}

/** The record that stands there now, as far as it is known. */
function useChosen({ held, target }: InputProps & { readonly target: Kind }, id: string | null): Candidate | undefined {
  const catalogue = useCatalogue();
  const row = held as Row | null | undefined;
  const isHeld = row != null && row.id === id;
  const asked = useTitleOfId(isHeld ? null : id);
  if (id === null) return undefined;
  return { id, title: isHeld ? titleOf(catalogue, target, row) : (asked ?? id), detail: '' };
}

function withCurrent(candidates: readonly Candidate[], current: Candidate | undefined): readonly Candidate[] {
  return current === undefined || candidates.some(({ id }) => id === current.id) ? candidates : [current, ...candidates];
}

function Told({ candidate }: { readonly candidate: Candidate | undefined }) {
  return (
    <div>
      <Text size="sm">{candidate?.title}</Text>
      {candidate?.detail !== '' && (
        <Text size="xs" c="dimmed">
          {candidate?.detail}
        </Text>
      )}
    </div>
  );
}
