import { SimpleGrid, Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Figure } from '../charts/Figure';
import { useStateWords } from '../desks/parts/useFieldWords';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { FIGURES_PUPILS } from './documents';
import { districtTable, gradeTable, stageTable } from './tables';
import { useDistrictGrades } from './useDistrictGrades';
import { useStages } from './useStages';
import { FIGURES } from './words';

/** Pupils by stage, grade, district and status. */
export function Pupils() {
  const t = useWords(FIGURES);
  const status = useStateWords('Student', 'status');
  const stages = useStages();
  const districts = useDistrictGrades();
  const [{ data, error }, again] = useQuery({ query: FIGURES_PUPILS });
  const tables = useMemo(
    () =>
      data && {
        grades: gradeTable(data.byGrade.nodes, { name: t('byGrade'), heading: t('grade'), unknown: t('unknown') }),
        stages: stageTable(data.byGrade.nodes, stages, { name: t('byStage'), heading: t('stage'), column: t('pupils') }),
        status: {
          name: t('byStatus'),
          heading: t('status'),
          columns: [t('pupils')],
          rows: data.byStatus.nodes.map(({ key, count }) => ({
            key: String(key.status),
            label: status(key.status),
            values: [count],
            links: [{ kind: 'Student', filter: { status: { eq: key.status } } }],
          })),
        },
      },
    [data, stages],
  );
  const byDistrict = useMemo(
    () => districts && districtTable(districts, stages, { name: t('byDistrict'), heading: t('district') }),
    [districts, stages],
  );
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (tables === undefined) return <Skeleton height={400} />;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
      <Figure table={tables.stages} shape="columns" />
      <Figure table={tables.grades} shape="stacked" />
      {byDistrict === undefined ? <Skeleton height={320} /> : byDistrict.rows.length > 1 && <Figure table={byDistrict} shape="stacked" />}
      <Figure table={tables.status} shape="bars" />
    </SimpleGrid>
  );
}
