import { Checkbox, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useWords } from '../words/words';
import { FILTERS } from './filterWords';

export interface Choosable {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** What is typed to narrow them down; no box for it where it is undefined. */
  readonly typed?: string | undefined;
  readonly onType?: (typed: string) => void;
  readonly isCut?: boolean;
  readonly isEmpty?: boolean;
}

/** Several of what is there to choose from, with a box to find them where they are many. */
export function FilterChecks({ label, options, chosen, onChange, typed, onType, isCut = false, isEmpty = false }: Props) {
  const t = useWords(FILTERS);
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <Stack gap="xs">
      {typed !== undefined && (
        <TextInput
          aria-label={`${label}: ${t('narrow')}`}
          placeholder={t('narrow')}
          value={typed}
          onChange={(event) => onType?.(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <ScrollArea.Autosize mah={260} type="auto" offsetScrollbars viewportProps={{ tabIndex: -1 }}>
        <Stack gap={6} role="group" aria-label={label} p={3}>
          {options.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              {...(option.detail ? { description: option.detail } : {})}
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
          ))}
          {isEmpty && (
            <Text size="sm" c="dimmed">
              {t('noneFound')}
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
      {isCut && (
        <Text size="xs" c="dimmed">
          {t('more', { count: options.length })}
        </Text>
      )}
    </Stack>
  );
}
