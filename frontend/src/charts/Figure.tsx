import { Button, Group, Paper, SegmentedControl, Skeleton, Text, Title } from '@mantine/core';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useWords } from '../words/words';
import { downloadCsv } from './csv';
import type { FigureTable } from './figureTable';
import { Numbers } from './Numbers';
import type { Shape } from './options';
import { CHARTS } from './words';

const Chart = lazy(() => import('./Chart'));

interface Props {
  readonly table: FigureTable;
  readonly shape: Shape;
  /** Where the numbers come from, and as of when. */
  readonly note?: ReactNode;
  readonly hasTotal?: boolean;
}

/** A chart, the table that tells the same, and the file of it. */
export function Figure({ table, shape, note, hasTotal }: Props) {
  const t = useWords(CHARTS);
  const [shown, setShown] = useState('chart');
  return (
    <Paper withBorder p="sm" component="section" aria-label={table.name}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} size="h5">
          {table.name}
        </Title>
        <Group gap="xs" className="no-print">
          <SegmentedControl
            size="xs"
            aria-label={t('shownAs')}
            value={shown}
            onChange={setShown}
            data={[
              { value: 'chart', label: t('chart') },
              { value: 'table', label: t('table') },
            ]}
          />
          <Button size="compact-xs" variant="default" onClick={() => downloadCsv(table)}>
            {t('download')}
          </Button>
        </Group>
      </Group>
      {table.rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('nothing')}
        </Text>
      ) : shown === 'chart' ? (
        <Suspense fallback={<Skeleton height={260} />}>
          <Chart table={table} shape={shape} />
        </Suspense>
      ) : (
        <Numbers table={table} {...(hasTotal === undefined ? {} : { hasTotal })} />
      )}
      {note !== undefined && (
        <Text size="xs" c="dimmed" mt={4}>
          {note}
        </Text>
      )}
    </Paper>
  );
}
