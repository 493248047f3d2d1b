import { Alert, Anchor, Button, List, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { DenseTable } from '../../charts/DenseTable';
import type { DeskZonePlansQuery, DeskZoneProblemsQuery } from '../../gql/graphql';
import { RecordLink } from '../../records/RecordLink';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import { grouped } from '../../zones/grouped';
import { ZONE_PLANS, ZONE_PROBLEMS } from './documents';
import { ZONING } from './words';

type Plan = DeskZonePlansQuery['zonePlans']['nodes'][number];
type Problem = NonNullable<DeskZoneProblemsQuery['zoneProblems']>[number];

/** Of each sort so many are told; the others are counted. */
const SHOWN = 20;

/** The plans that are drawn or hold, and what is wrong with the one that is looked at. */
export default function Plans() {
  const t = useWords(ZONING);
  const [looked, setLooked] = useState<Plan | null>(null);
  const [{ data, error }, again] = useQuery({ query: ZONE_PLANS });
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Skeleton height={200} />;
  const plans = data.zonePlans.nodes;
  return (
    <Stack gap="sm">
      <Anchor component={Link} to="/zones" size="sm">
        {t('lookUp')}
      </Anchor>
      {plans.length === 0 ? (
        <Text>{t('none')}</Text>
      ) : (
        <DenseTable label={t('table')} minWidth={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('plan')}</Table.Th>
              <Table.Th>{t('unit')}</Table.Th>
              <Table.Th>{t('year')}</Table.Th>
              <Table.Th>{t('stage')}</Table.Th>
              <Table.Th ta="right">{t('zones')}</Table.Th>
              <Table.Th>{t('state')}</Table.Th>
              <Table.Th>{t('check')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plans.map((plan) => (
              <Table.Tr key={plan.id}>
                <Table.Td>
                  <RecordLink id={plan.id}>{plan.code}</RecordLink>
                </Table.Td>
                <Table.Td>{plan.unit?.name ?? '—'}</Table.Td>
                <Table.Td>{plan.schoolYear?.name ?? '—'}</Table.Td>
                <Table.Td>{plan.stage.label}</Table.Td>
                <Table.Td ta="right">{plan.zones.totalCount}</Table.Td>
                <Table.Td>{plan.state === 'DRAFT' ? t('DRAFT') : t('PUBLISHED')}</Table.Td>
                <Table.Td>
                  <Button size="compact-xs" variant="default" onClick={() => setLooked(plan)} aria-pressed={looked?.id === plan.id}>
                    {t('check')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DenseTable>
      )}
      <div aria-live="polite">{looked !== null && <Problems plan={looked} />}</div>
    </Stack>
  );
}

/** What is wrong with a plan, sort by sort. */
function Problems({ plan }: { readonly plan: Plan }) {
  const t = useWords(ZONING);
  const [{ data, error, fetching }, again] = useQuery({
    query: ZONE_PROBLEMS,
    variables: { plan: plan.id },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data === undefined || (fetching && data.zoneProblems == null)) return <Skeleton height={80} />;
  const found = data.zoneProblems ?? [];
  if (found.length === 0) return <Alert color="green">{t('sound', { plan: plan.code })}</Alert>;
  return (
    <section aria-label={t('problems', { plan: plan.code })}>
      <Title order={3} size="h5">
        {t('problems', { plan: plan.code })}
      </Title>
      {[...grouped(found, ({ problem }) => problem)].map(([sort, those]) => (
        <Sort key={sort} sort={sort} those={those} />
      ))}
    </section>
  );
}

function Sort({ sort, those }: { readonly sort: Problem['problem']; readonly those: readonly Problem[] }) {
  const t = useWords(ZONING);
  const label = useLabel();
  return (
    <>
      <Title order={4} size="h6" mt="sm">
        {t(sort)} ({those.length})
      </Title>
      <List size="sm">
        {those.slice(0, SHOWN).map(({ english, chinese }) => (
          <List.Item key={chinese}>{label({ en: english, zh: chinese })}</List.Item>
        ))}
      </List>
      {those.length > SHOWN && <Text size="sm">{t('many', { count: those.length - SHOWN })}</Text>}
    </>
  );
}
