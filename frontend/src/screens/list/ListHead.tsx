import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { grouped } from '../../words/grouped';
import { useLabel, useWords } from '../../words/words';
import classes from './list.module.css';
import { LIST } from './words';

interface Props {
  readonly kind: Kind;
  readonly total: number | null | undefined;
  readonly isCounting: boolean;
  readonly tabs: ReactNode;
  readonly children: ReactNode;
}

/** Which records these are, and how many. */
export function ListHead({ kind, total, isCounting, tabs, children }: Props) {
  const t = useWords(LIST);
  const label = useLabel();
  const counted = (count: number) =>
    count === 1 ? t('oneRecord') : t('records', { count: grouped(count) });
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs" align="baseline" flex="1 1 12rem" miw={0}>
        <div className={classes.head}>
          <Title order={1} size="h3" title={kind.description}>
            {label(kind.labelPlural)}
          </Title>
          <Text size="sm" c="dimmed" role="status" aria-live="polite" className={classes.total ?? ''}>
            {total === undefined ? isCounting && t('counting') : total !== null && counted(total)}
          </Text>
        </div>
        {tabs}
      </Group>
      {children}
    </Group>
  );
}
