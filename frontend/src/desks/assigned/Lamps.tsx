import { Anchor, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { DenseTable } from '../../charts/DenseTable';
import { RecordLink } from '../../records/RecordLink';
import { useViewer } from '../../session/SessionGate';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { LAMPS } from './documents';
import { type Lamp, LampSign } from './LampSign';
import { OPEN } from './states';
import { ASSIGNED } from './words';

const ORDER: readonly Lamp[] = ['RED', 'YELLOW', 'GREEN'];

/** How the tasks stand that the viewer's units assigned and lead, and at whom those are that are overdue. */
export default function Lamps() {
  const t = useWords(ASSIGNED);
  const units = { id: { in: [...new Set(useViewer().grants.map(({ unitId }) => unitId))] } };
  const filters = { ours: { ...OPEN, issuer: units }, led: { ...OPEN, lead: units } };
  const late = { ...filters.ours, lamp: { eq: 'RED' as const } };
  const [{ data, error }, again] = useQuery({ query: LAMPS, variables: { ...filters, late } });
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Skeleton height={160} />;
  return (
    <Stack gap="md">
      <DenseTable label={t('lamps')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('whose')}</Table.Th>
            {ORDER.map((lamp) => (
              <Table.Th key={lamp} ta="right">
                <LampSign lamp={lamp} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(['ours', 'led'] as const).map((whose) => (
            <Table.Tr key={whose}>
              <Table.Th scope="row">{t(whose)}</Table.Th>
              {ORDER.map((lamp) => (
                <Table.Td key={lamp} ta="right">
                  <Anchor
                    component={Link}
                    size="sm"
                    to="/registers/$kind"
                    params={{ kind: 'AssignedTask' } as never}
                    search={{ filter: { ...filters[whose], lamp: { eq: lamp } } } as never}
                  >
                    {data[whose].nodes.find(({ key }) => key.lamp === lamp)?.count ?? 0}
                  </Anchor>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DenseTable>
      <section aria-label={t('lateAt')}>
        <Title order={3} size="h6" mb={4}>
          {t('lateAt')}
        </Title>
        {data.late.nodes.length === 0 ? (
          <Text size="sm">{t('noneLate')}</Text>
        ) : (
          <DenseTable label={t('lateAt')}>
            <Table.Tbody>
              {data.late.nodes.map(({ key, count }) => (
                <Table.Tr key={key.lead?.id ?? ''}>
                  <Table.Td>{key.lead == null ? '—' : <RecordLink id={key.lead.id}>{key.lead.name}</RecordLink>}</Table.Td>
                  <Table.Td ta="right">{count}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </DenseTable>
        )}
      </section>
    </Stack>
  );
}
