import { Button, Drawer, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { useLabel, useWords } from '../../words/words';
import { columnsOf } from './columns';
import { ConditionChip } from './ConditionChip';
import { FilterPanel } from './FilterPanel';
import classes from './list.module.css';
import { useConditions } from './useConditions';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

/** Filters and order on a phone. */
export function FilterDrawer({ kind, listed, onChange }: Props) {
  const t = useWords(LIST);
  const catalogue = useCatalogue();
  const [isOpen, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const { conditions, set, clear } = useConditions(catalogue, kind, listed, onChange);
  return (
    <>
      <Button size="md" variant="default" onClick={() => setOpen(true)}>
        {t('filters')}
        {conditions.length > 0 && ` (${conditions.length})`}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
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
            <Button size="md" onClick={() => setOpen(false)}>
              {t('apply')}
            </Button>
          </Group>
        </Stack>
      </Drawer>
    </>
  );
}

function OrderSelect({ kind, listed, onChange }: Props) {
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
