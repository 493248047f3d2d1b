import { Skeleton, Stack, Table, Text } from '@mantine/core';
import { DenseTable } from '../../charts/DenseTable';
import { fromSize, LARGE } from '../../figures/classSizes';
import { useClassSizes } from '../../figures/useClassSizes';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { DESKS_WORDS } from '../words';
import { RecordLink } from '../../records/RecordLink';

/** Classes that are larger than they may be, the largest first. */
export default function LargeClasses() {
  const t = useWords(DESKS_WORDS);
  const { classes, isWhole, error } = useClassSizes({ status: { eq: 'ENROLLED' } });
  const large = fromSize(classes, LARGE);
  if (error) return <Trouble error={error} />;
  if (!isWhole && classes.length === 0) return <Skeleton height={200} />;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {isWhole ? t('largeFrom', { least: LARGE, all: classes.length }) : t('reading')}
      </Text>
      {isWhole && large.length === 0 ? (
        <Text size="sm">{t('noLarge', { least: LARGE - 1 })}</Text>
      ) : (
        <DenseTable label={t('largeFrom', { least: LARGE, all: classes.length })} minWidth={420}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('school')}</Table.Th>
              <Table.Th>{t('grade')}</Table.Th>
              <Table.Th>{t('className')}</Table.Th>
              <Table.Th ta="right">{t('classSize')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {large.map((each) => (
              <Table.Tr key={each.id}>
                <Table.Td>
                  <RecordLink id={each.school?.id}>{each.school?.name}</RecordLink>
                </Table.Td>
                <Table.Td>{each.grade.label}</Table.Td>
                <Table.Td>
                  <RecordLink id={each.id}>{each.name}</RecordLink>
                </Table.Td>
                <Table.Td ta="right">{each.size}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DenseTable>
      )}
    </Stack>
  );
}
