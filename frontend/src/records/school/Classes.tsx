import { Badge, Table } from '@mantine/core';
import { DenseTable } from '../../charts/DenseTable';
import { gradesInOrder } from '../../charts/grades';
import { RecordLink } from '../RecordLink';
import { LARGE, plannedSize } from '../../figures/classSizes';
import { useWords } from '../../words/words';
import { Block } from '../Block';
import { RECORDS } from '../words';
import type { School } from './SchoolPage';

interface Props {
  readonly school: School;
  readonly seesPupils: boolean;
  readonly seesStaff: boolean;
}

/** The classes of a school with their sizes; those that are too large say so in words. */
export function Classes({ school, seesPupils, seesStaff }: Props) {
  const t = useWords(RECORDS);
  const open = school.classes.nodes.filter(({ endedOn }) => endedOn == null);
  return (
    <Block title={t('classes')} empty="—" isEmpty={open.length === 0}>
      <DenseTable label={t('classes')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('grade')}</Table.Th>
            <Table.Th scope="col">{t('className')}</Table.Th>
            {seesStaff && <Table.Th scope="col">{t('headOfClass')}</Table.Th>}
            {seesPupils && (
              <Table.Th scope="col" ta="right">
                {t('size')}
              </Table.Th>
            )}
            <Table.Th scope="col" ta="right">
              {t('capacity')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {gradesInOrder(open, ({ grade }) => grade.code).map((each) => (
            <Table.Tr key={each.id}>
              <Table.Td>{each.grade.label}</Table.Td>
              <Table.Td>
                <RecordLink id={each.id}>{each.name}</RecordLink>
              </Table.Td>
              {seesStaff && <Table.Td>{each.headTeacher?.person?.name ?? '—'}</Table.Td>}
              {seesPupils && (
                <Table.Td ta="right">
                  <Size size={each.studentsSummary.totalCount} grade={each.grade.code} />
                </Table.Td>
              )}
              <Table.Td ta="right">{each.capacity ?? '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DenseTable>
    </Block>
  );
}

function Size({ size, grade }: { readonly size: number; readonly grade: string }) {
  const t = useWords(RECORDS);
  const planned = plannedSize(grade);
  if (size >= LARGE) {
    return (
      <>
        <Badge color="red.8" variant="filled" tt="none" mr={6}>
          {t('large')}
        </Badge>
        {size}
      </>
    );
  }
  if (planned !== undefined && size > planned) {
    return (
      <>
        <Badge color="orange.9" variant="outline" tt="none" mr={6}>
          {t('overPlan', { planned })}
        </Badge>
        {size}
      </>
    );
  }
  return size;
}
