import { Group, NumberInput, SegmentedControl, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { DenseTable } from '../../charts/DenseTable';
import type { EmploymentLineFragment } from '../../gql/graphql';
import { useViewer } from '../../session/SessionGate';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { EMPLOYMENT } from './documents';
import { VOCATIONAL } from './words';

type By = 'SCHOOL' | 'MAJOR';

/** What became of those who left the city's vocational schools in a year as graduates. */
export default function Employment() {
  const t = useWords(VOCATIONAL);
  const { grants } = useViewer();
  const unit = grants.find(({ level }) => level === 'CITY')?.unitId ?? '';
  const [year, setYear] = useState(new Date().getFullYear());
  const [by, setBy] = useState<By>('SCHOOL');
  const [{ data, error }, again] = useQuery({ query: EMPLOYMENT, variables: { unit, year, by } });
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  const all = data?.all?.[0];
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <NumberInput
          label={t('year')}
          value={year}
          min={1990}
          max={2100}
          allowDecimal={false}
          w={140}
          onChange={(value) => typeof value === 'number' && value >= 1990 && value <= 2100 && setYear(value)}
        />
        <SegmentedControl
          aria-label={t('by')}
          value={by}
          onChange={(value) => setBy(value as By)}
          data={[
            { value: 'SCHOOL', label: t('SCHOOL') },
            { value: 'MAJOR', label: t('MAJOR') },
          ]}
        />
      </Group>
      {data === undefined && <Skeleton height={200} />}
      {data !== undefined && (all === undefined || all.graduates === 0) && <Text>{t('nobody', { year })}</Text>}
      {all !== undefined && all.graduates > 0 && (
        <DenseTable label={t('table', { year })} minWidth={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(by)}</Table.Th>
              <Table.Th ta="right">{t('graduates')}</Table.Th>
              <Table.Th ta="right">{t('known')}</Table.Th>
              <Table.Th ta="right">{t('employment')}</Table.Th>
              <Table.Th ta="right">{t('direct')}</Table.Th>
              <Table.Th ta="right">{t('matched')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(data?.groups ?? []).map((line) => (
              <Line key={line.key ?? ''} line={line} name={line.name ?? t('unsaid')} />
            ))}
            <Line line={all} name={t('all')} isTotal />
          </Table.Tbody>
        </DenseTable>
      )}
      <Text size="sm">{t('explained')}</Text>
    </Stack>
  );
}

interface LineProps {
  readonly line: EmploymentLineFragment;
  readonly name: string;
  readonly isTotal?: boolean;
}

function Line({ line, name, isTotal = false }: LineProps) {
  const numbers = [line.graduates, line.known, line.employment, line.directEmployment, line.matchedEmployment];
  return (
    <Table.Tr fw={isTotal ? 700 : 400}>
      <Table.Td>{name}</Table.Td>
      {numbers.map((value, place) => (
        <Table.Td key={place} ta="right">
          {value ?? '—'}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
