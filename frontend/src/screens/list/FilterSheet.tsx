import { Button, Drawer, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Opened } from '../../shell/useOpener';
import { useLabel, useWords } from '../../words/words';
import { columnsOf } from './columns';
import { ConditionChip } from './ConditionChip';
import { FilterPanel } from './FilterPanel';
import classes from './list.module.css';
import type { Conditions } from './useConditions';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

interface Given {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

type Props = Given & Conditions & Opened;

/** Filters and order on a phone. */
export function FilterSheet({ kind, listed, onChange, conditions, set, clear, id, isOpen, onOpen }: Props) {
  const t = useWords(LIST);
  const [round, setRound] = useState(0);
  return (
    <Drawer
      id={`${id}-dropdown`}
      opened={isOpen}
      onClose={() => onOpen(false)}
      position="bottom"
      size="85%"
      title={t('filters')}
      closeButtonProps={{ 'aria-label': t('close'), size: 44 }}
    >
      <Stack className={classes.panel ?? ''}>
        <OrderSelect kind={kind} listed={listed} onChange={onChange} />
        <Group gap="xs">
          {conditions.map((condition) => (
            <ConditionChip
              key={condition.path}
              kind={kind}
              condition={condition}
              onChange={(value) => set(condition.path, value)}
            />
          ))}
        </Group>
        <FilterPanel key={round} kind={kind} conditions={conditions} onSet={set} onDone={() => setRound(round + 1)} />
        <Group grow>
          <Button size="md" variant="default" onClick={clear}>
            {t('clearAll')}
          </Button>
          <Button size="md" onClick={() => onOpen(false)}>
            {t('apply')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

function OrderSelect({ kind, listed, onChange }: Given) {
  const t = useWords(LIST);
  const label = useLabel();
  const catalogue = useCatalogue();
  const ways = kind.orders.flatMap(({ name, path }) => {
    const [column] = columnsOf(catalogue, kind, [path]);
    const words = column === undefined ? name : label(column.fullLabel);
    return [
      { value: `${name}_ASC`, label: t('ascending', { name: words }) },
      { value: `${name}_DESC`, label: t('descending', { name: words }) },
    ];
  });
  if (ways.length === 0) return null;
  return (
    <NativeSelect
      size="md"
      label={t('sort')}
      value={listed.order ?? ''}
      data={[{ value: '', label: t('usualOrder') }, ...ways]}
      onChange={(event) => onChange({ order: event.currentTarget.value })}
    />
  );
}
