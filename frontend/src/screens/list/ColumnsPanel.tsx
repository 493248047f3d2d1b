import { ActionIcon, Button, Group, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { PanelBelow } from '../../shell/Dropdowns';
import type { Opened } from '../../shell/useOpener';
import { useLabel, useWords } from '../../words/words';
import { columnOffers, columnsOf } from './columns';
import { isNamed, joined } from './labels';
import classes from './list.module.css';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

/** Which columns are shown, in which order. */
export function ColumnsPanel({ kind, listed, onChange, ...opened }: Props & Opened) {
  const t = useWords(LIST);
  return (
    <PanelBelow opened={opened} width={340} position="bottom-end" className={classes.panel}>
      <ScrollArea.Autosize mah="60vh" type="auto" offsetScrollbars>
        <Chosen kind={kind} listed={listed} onChange={onChange} />
        <Others kind={kind} listed={listed} onChange={onChange} />
      </ScrollArea.Autosize>
      <Button size="xs" variant="subtle" mt="xs" onClick={() => onChange({ columns: undefined })}>
        {t('resetColumns')}
      </Button>
    </PanelBelow>
  );
}

function Chosen({ kind, listed, onChange }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const catalogue = useCatalogue();
  const columns = columnsOf(catalogue, kind, listed.columns);
  const change = (paths: readonly string[]) => onChange({ columns: [...paths] });
  return (
    <Stack gap={0} role="group" aria-label={t('chosenColumns')}>
      <Text size="xs" c="dimmed">
        {t('chosenColumns')}
      </Text>
      {columns.map(({ path, fullLabel }, index) => {
        const name = label(fullLabel);
        return (
          <Group key={path} gap={2} wrap="nowrap">
            <Text size="sm" flex={1} truncate>
              {name}
            </Text>
            <Step label={t('columnUp', { name })} isOff={index === 0} onClick={() => change(swapped(listed.columns, index - 1))}>
              ↑
            </Step>
            <Step
              label={t('columnDown', { name })}
              isOff={index === columns.length - 1}
              onClick={() => change(swapped(listed.columns, index))}
            >
              ↓
            </Step>
            <Step
              label={t('columnHide', { name })}
              isOff={columns.length === 1}
              onClick={() => change(listed.columns.filter((each) => each !== path))}
            >
              ✕
            </Step>
          </Group>
        );
      })}
    </Stack>
  );
}

/** The column at the place and the one after it change places. */
export function swapped(paths: readonly string[], index: number): readonly string[] {
  const [one, other] = [paths[index], paths[index + 1]];
  if (one === undefined || other === undefined) return paths;
  return paths.with(index, other).with(index + 1, one);
}

interface StepProps {
  readonly label: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Step({ label, isOff, onClick, children }: StepProps) {
  return (
    <ActionIcon variant="subtle" size="md" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}

function Others({ kind, listed, onChange }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const [typed, setTyped] = useState('');
  const offers = columnOffers(useCatalogue(), kind)
    .map(({ path, label: own, group }) => ({ path, words: group === undefined ? own : joined(group, own) }))
    .filter(({ path, words }) => !listed.columns.includes(path) && isNamed(words, typed));
  const show = (path: string) => {
    setTyped('');
    onChange({ columns: [...listed.columns, path] });
  };
  const showFirst = (event: FormEvent) => {
    event.preventDefault();
    const [first] = offers;
    if (first !== undefined) show(first.path);
  };
  return (
    <Stack component="form" gap={0} mt="sm" px={3} onSubmit={showFirst} aria-label={t('otherColumns')}>
      <TextInput
        aria-label={t('findColumn')}
        placeholder={t('findColumn')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
        mb={4}
      />
      {offers.map(({ path, words }) => (
        <UnstyledButton
          key={path}
          className={classes.offer ?? ''}
          aria-label={t('columnShow', { name: label(words) })}
          onClick={() => show(path)}
        >
          + {label(words)}
        </UnstyledButton>
      ))}
    </Stack>
  );
}
