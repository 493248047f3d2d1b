import { Anchor, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { today } from '../../cases/due';
import { DenseTable } from '../../charts/DenseTable';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { type Lamp, LampSign } from '../assigned/LampSign';
import { useStateWords } from '../parts/useFieldWords';
import { WHAT_IS_DUE } from './documents';
import { UNDER_WAY } from './states';
import { INSPECTED } from './words';

const LAMPS: readonly Lamp[] = ['RED', 'YELLOW', 'GREEN'];
const WITHIN = [30, 90, 180] as const;

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}

/** What the tables count, as filters of the lists that they lead to. */
export function filters(day: string) {
  const ends = (days: number) => ({ state: { eq: 'VALID' as const }, validUntil: { lte: daysAfter(day, days) } });
  return {
    open: UNDER_WAY,
    barred: { lateFrom: { lte: day }, settledOn: { isNull: true } },
    soonest: ends(WITHIN[0]),
    sooner: ends(WITHIN[1]),
    soon: ends(WITHIN[2]),
    changing: { changeDue: { isNull: false } },
    deciding: { decideBy: { isNull: false }, decidedOn: { isNull: true } },
  };
}

/** How many inspections wait at each step under which lamp, and what else runs out of time. */
export default function WhatIsDue() {
  const t = useWords(INSPECTED);
  const state = useStateWords('Inspection', 'state');
  const asked = filters(today());
  const [{ data, error }, again] = useQuery({ query: WHAT_IS_DUE, variables: asked });
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Skeleton height={160} />;
  const steps = [...new Set(data.lamps.nodes.map(({ key }) => key.state))];
  const counted = (step: unknown, lamp: Lamp) => data.lamps.nodes.find(({ key }) => key.state === step && key.lamp === lamp)?.count ?? 0;
  const clocks = [
    ['Inspection', t('late'), asked.barred, data.barred.totalCount],
    ['Licence', t('within', { days: WITHIN[0] }), asked.soonest, data.soonest.totalCount],
    ['Licence', t('within', { days: WITHIN[1] }), asked.sooner, data.sooner.totalCount],
    ['Licence', t('within', { days: WITHIN[2] }), asked.soon, data.soon.totalCount],
    ['Organiser', t('changing'), asked.changing, data.changing.totalCount],
    ['PrivateProject', t('deciding'), asked.deciding, data.deciding.totalCount],
  ] as const;
  return (
    <Stack gap="md">
      {steps.length === 0 ? (
        <Text size="sm">{t('nothingOpen')}</Text>
      ) : (
        <DenseTable label={t('waiting')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('step')}</Table.Th>
              {LAMPS.map((lamp) => (
                <Table.Th key={lamp} ta="right">
                  <LampSign lamp={lamp} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {steps.map((step) => (
              <Table.Tr key={step}>
                <Table.Th scope="row">{state(step)}</Table.Th>
                {LAMPS.map((lamp) => (
                  <Table.Td key={lamp} ta="right">
                    <Rows kind="Inspection" filter={{ state: { eq: step }, lamp: { eq: lamp } }} count={counted(step, lamp)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DenseTable>
      )}
      <section aria-label={t('clocks')}>
        <Title order={3} size="h6" mb={4}>
          {t('clocks')}
        </Title>
        <DenseTable label={t('clocks')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th ta="right">{t('count')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {clocks.map(([kind, what, filter, count]) => (
              <Table.Tr key={what}>
                <Table.Th scope="row">{what}</Table.Th>
                <Table.Td ta="right">
                  <Rows kind={kind} filter={filter} count={count} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DenseTable>
      </section>
    </Stack>
  );
}

/** A figure that leads to what it counts. */
function Rows({ kind, filter, count }: { readonly kind: string; readonly filter: object; readonly count: number }) {
  return (
    <Anchor component={Link} size="sm" to="/registers/$kind" params={{ kind } as never} search={{ filter } as never}>
      {count}
    </Anchor>
  );
}
