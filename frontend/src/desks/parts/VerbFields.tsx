import { Stack } from '@mantine/core';
import { useCatalogue } from '../../catalogue/context';
import { fieldType } from '../../fields/types';
import { useLabel } from '../../words/words';
import type { Chosen } from '../desk';

/** What the caller says itself: the record, its version, and the key that makes a change once. */
const GIVEN = new Set(['id', 'expectedVersion', 'idempotencyKey']);

interface Props {
  readonly verb: string;
  /** Which of them, where not all. */
  readonly only?: readonly string[];
  readonly value: Chosen;
  readonly onChange: (value: Chosen) => void;
}

/** The arguments of a verb as fields of a form. */
export function VerbFields({ verb, only, value, onChange }: Props) {
  const label = useLabel();
  const found = useCatalogue().action(verb);
  if (found === undefined) return null;
  return (
    <Stack gap="xs">
      {found[1].arguments
        .filter(({ name }) => only?.includes(name) ?? !GIVEN.has(name))
        .map((argument) => {
          const { Input } = fieldType(argument.type);
          return (
            <Input
              key={argument.name}
              field={argument}
              label={label(argument.label)}
              value={value[argument.name] ?? null}
              onChange={(next) => onChange({ ...value, [argument.name]: next })}
            />
          );
        })}
    </Stack>
  );
}
