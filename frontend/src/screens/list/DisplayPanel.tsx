import { SegmentedControl, Skeleton, Stack, Switch, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { PanelBelow } from '../../shell/Dropdowns';
import type { Opened } from '../../shell/useOpener';
import { useWords } from '../../words/words';
import { chooseDensity, type Density, useDensity } from './density';
import classes from './list.module.css';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

const AsItStood = lazy(() => import('./AsItStood').then((module) => ({ default: module.AsItStood })));

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

/** How rows are drawn, and of when they are. */
export function DisplayPanel({ kind, listed, onChange, ...opened }: Props & Opened) {
  const t = useWords(LIST);
  const density = useDensity();
  const { voided, ...rest } = listed.filter;
  return (
    <PanelBelow opened={opened} width={320} position="bottom-end" className={classes.panel}>
      <Stack gap="md">
        <Stack gap={4} visibleFrom="sm">
          <Text size="sm" fw={600} id="list-density">
            {t('density')}
          </Text>
          <SegmentedControl
            aria-labelledby="list-density"
            value={density}
            data={(['comfortable', 'compact'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(value) => chooseDensity(value as Density)}
          />
        </Stack>
        {kind.filterType != null && (
          <Switch
            label={t('showVoid')}
            checked={voided === true}
            onChange={(event) => onChange({ filter: event.currentTarget.checked ? { ...rest, voided: true } : rest })}
          />
        )}
        {kind.hasHistory && (
          <Suspense fallback={<Skeleton h={140} />}>
            <AsItStood listed={listed} onChange={onChange} />
          </Suspense>
        )}
      </Stack>
    </PanelBelow>
  );
}
