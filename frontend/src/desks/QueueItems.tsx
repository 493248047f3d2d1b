import { Button, Checkbox, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/words';
import type { AnyBench, Item } from './desk';
import classes from './desks.module.css';
import { DESKS_WORDS } from './words';

interface Props {
  readonly items: readonly Item[];
  readonly bench: AnyBench;
  readonly current: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onShow: (id: string) => void;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  /** Choose those that no rule forbids, where rules are looked at. */
  readonly onSelectPassing: (() => void) | undefined;
  readonly canSelect: boolean;
  readonly onMore: (() => void) | undefined;
  readonly isReading: boolean;
}

/** What waits in a queue; the one looked at is marked, several can be chosen for one decision. */
export function QueueItems({ items, bench, current, selected, onShow, onSelect, onSelectPassing, canSelect, onMore, isReading }: Props) {
  const t = useWords(DESKS_WORDS);
  const marked = useRef<HTMLLIElement>(null);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <>
      {canSelect && items.length > 1 && (
        <Checkbox
          size="xs"
          mb={6}
          label={selected.size > 0 ? t('selected', { count: selected.size }) : t('selectAll')}
          checked={selected.size === items.length}
          indeterminate={selected.size > 0 && selected.size < items.length}
          onChange={() => onSelect(selected.size === items.length ? new Set() : new Set(items.map(({ id }) => id)))}
        />
      )}
      {canSelect && items.length > 1 && onSelectPassing && (
        <Button variant="subtle" size="compact-xs" mb={6} px={0} onClick={onSelectPassing}>
          {t('selectPassing')}
        </Button>
      )}
      <ul className={classes.list} aria-label={t('items')}>
        {items.map((item) => {
          const isCurrent = item.id === current;
          const title = bench.title(item);
          return (
            <li key={item.id} ref={isCurrent ? marked : null} className={classes.entry} data-current={isCurrent || undefined}>
              {canSelect && (
                <Checkbox
                  size="xs"
                  aria-label={t('select', { what: title })}
                  checked={selected.has(item.id)}
                  onChange={() => toggle(item.id)}
                />
              )}
              <UnstyledButton className={classes.open ?? ''} aria-current={isCurrent ? 'true' : undefined} onClick={() => onShow(item.id)}>
                <Text size="sm" truncate>
                  {title}
                </Text>
                <Text size="xs" className={classes.about ?? ''} truncate>
                  {bench.about(item)}
                </Text>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      {onMore && (
        <Button variant="subtle" size="compact-sm" fullWidth onClick={onMore} loading={isReading}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
