import { Skeleton, Table, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { DenseTable } from '../../charts/DenseTable';
import { LARGE } from '../../figures/classSizes';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { RecordLink } from '../../records/RecordLink';
import { CLASSES_WITH_SIZES } from '../parts/documents';
import { DESKS_WORDS } from '../words';

/** The classes of the school, with how many pupils each has and who heads it. */
export default function MyClasses() {
  const t = useWords(DESKS_WORDS);
  const [{ data, error }, again] = useQuery({ query: CLASSES_WITH_SIZES, variables: { filter: {} } });
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Skeleton height={200} />;
  const open = data.schoolClasses.nodes.filter((each) => each.endedOn == null);
  return (
    <DenseTable label={t('classesTable')} minWidth={360}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('grade')}</Table.Th>
          <Table.Th>{t('className')}</Table.Th>
          <Table.Th>{t('headTeacher')}</Table.Th>
          <Table.Th ta="right">{t('classSize')}</Table.Th>
          <Table.Th ta="right">{t('capacity')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {open.map((each) => (
          <Table.Tr key={each.id}>
            <Table.Td>{each.grade.label}</Table.Td>
            <Table.Td>
              <RecordLink id={each.id}>{each.name}</RecordLink>
            </Table.Td>
            <Table.Td>{each.headTeacher?.person?.name ?? '—'}</Table.Td>
            <Table.Td ta="right">
              <Text span size="sm" fw={each.studentsSummary.totalCount >= LARGE ? 700 : 400}>
                {each.studentsSummary.totalCount}
              </Text>
            </Table.Td>
            <Table.Td ta="right">{each.capacity ?? '—'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </DenseTable>
  );
}
