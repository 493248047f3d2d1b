import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type FormEvent, Suspense, useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { fieldType } from '../../fields/types';
import { useLabel, useWords } from '../../words/words';
import { type Condition, conditionLabel } from './conditions';
import { ListFilter } from './ListFilter';
import { LIST } from './words';

/** So long after the last change the list follows. */
const PAUSE = 250;

interface Props {
  readonly kind: Kind;
  readonly condition: Condition;
  readonly onChange: (value: unknown) => void;
  readonly onDone: () => void;
}

/** Sets one condition; the list follows while it is being set. */
export function ConditionEditor({ kind, condition: { path, value }, onChange, onDone }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const catalogue = useCatalogue();
  const [draft, setDraft] = useState(value);
  const tell = useDebouncedCallback(onChange, { delay: PAUSE, flushOnUnmount: true });
  const change = (next: unknown) => {
    setDraft(next);
    tell(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tell.flush();
    onDone();
  };
  const words = conditionLabel(catalogue, kind, path);
  const name = words === undefined ? '' : label(words);
  const place = catalogue.at(kind, path);
  const Filter = place && fieldType(place.field.type).Filter;
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Suspense fallback={<Skeleton h={72} />}>
          {place !== undefined && Filter !== undefined && (
            <Filter field={place.field} label={name} value={draft} onChange={change} />
          )}
          {place === undefined && <ListFilter label={name} value={draft} onChange={change} />}
        </Suspense>
        <Group justify="flex-end">
          <Button type="submit" size="xs">
            {t('done')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
