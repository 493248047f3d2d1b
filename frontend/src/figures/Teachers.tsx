import { SimpleGrid, Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Figure } from '../charts/Figure';
import { largestFirst } from '../charts/figureTable';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import { AGES, bornFor } from './ages';
import { FIGURES_TEACHERS } from './documents';
import { codedTable } from './tables';
import { FIGURES } from './words';

/** Staff by subject, age, title and education. */
export function Teachers() {
  const t = useWords(FIGURES);
  const label = useLabel();
  const filters = useMemo(() => {
    const today = new Date().toISOString().slice(0, 10);
    const [young, rising, middle, senior, old] = AGES.map((band) => bornFor(band, today));
    return { young: young!, rising: rising!, middle: middle!, senior: senior!, old: old! };
  }, []);
  const [{ data, error }, again] = useQuery({ query: FIGURES_TEACHERS, variables: filters });
  const tables = useMemo(() => {
    if (data === undefined) return undefined;
    const said = { column: t('staff'), none: t('none_') };
    return [
      largestFirst(
        codedTable(
          data.bySubject.nodes.map(({ key, count }) => ({ key: key.subject, count })),
          { ...said, name: t('bySubject'), heading: t('subject'), column: t('posts') },
          'Post',
          (code) => ({ isMain: { eq: true }, subject: code }),
        ),
      ),
      {
        name: t('byAge'),
        heading: t('age'),
        columns: [t('staff')],
        rows: AGES.map((band) => ({
          key: band.name,
          label: label(band.label),
          values: [data[band.name].totalCount],
          links: [{ kind: 'Teacher', filter: filters[band.name] }],
        })),
      },
      codedTable(
        data.byTitle.nodes.map(({ key, count }) => ({ key: key.title, count })),
        { ...said, name: t('byTitle'), heading: t('rank') },
        'Teacher',
        (code) => ({ status: { eq: 'IN_POST' }, title: code }),
      ),
      codedTable(
        data.byEducation.nodes.map(({ key, count }) => ({ key: key.education, count })),
        { ...said, name: t('byEducation'), heading: t('education') },
        'Teacher',
        (code) => ({ status: { eq: 'IN_POST' }, education: code }),
      ),
    ];
  }, [data]);
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (tables === undefined) return <Skeleton height={400} />;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
      {tables.map((table) => (
        <Figure key={table.name} table={table} shape={table.rows.length > 6 ? 'bars' : 'columns'} />
      ))}
    </SimpleGrid>
  );
}
