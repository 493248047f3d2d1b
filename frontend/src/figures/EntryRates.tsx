import { Anchor, Group, SegmentedControl, Select, SimpleGrid, Skeleton, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { actingUnit } from '../api/unit';
import { DenseTable } from '../charts/DenseTable';
import { Figure } from '../charts/Figure';
import { Value } from '../charts/Numbers';
import { useStateWords } from '../desks/parts/useFieldWords';
import type { AgeStage } from '../gql/graphql';
import { RecordLink } from '../records/RecordLink';
import { useViewer } from '../session/SessionGate';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { FIGURES_ENTRY_RATES, FIGURES_YEARS } from './documents';
import { begun, type EntryRate, entryTable } from './entry';
import { FIGURES } from './words';

const STAGES: readonly AgeStage[] = ['PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR'];

/** Gross and net rates of entry of a school year: by stage, and of one stage by county. */
export function EntryRates() {
  const t = useWords(FIGURES);
  const { grants } = useViewer();
  const unit = actingUnit() ?? grants.find(({ level }) => level !== 'UNIT')?.unitId;
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ data: known }] = useQuery({ query: FIGURES_YEARS });
  const years = useMemo(() => begun(known?.schoolYears.nodes ?? [], new Date().toISOString().slice(0, 10)), [known]);
  const year = chosen ?? years[0]?.id;
  const [{ data, error }, again] = useQuery({
    query: FIGURES_ENTRY_RATES,
    variables: { unit: unit ?? '', year: year ?? '' },
    pause: unit === undefined || year === undefined,
  });
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Skeleton height={400} />;
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <Select
          label={t('schoolYear')}
          value={year ?? null}
          onChange={setChosen}
          allowDeselect={false}
          data={years.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Anchor component={Link} to="/registers/$kind" params={{ kind: 'SchoolAgePopulation' } as never} size="sm" pb={8}>
          {t('enterPopulation')}
        </Anchor>
      </Group>
      {data.entryRates?.length ? <Rates rates={data.entryRates} /> : <Text size="sm">{t('noEntryRates')}</Text>}
    </Stack>
  );
}

function Rates({ rates }: { readonly rates: readonly EntryRate[] }) {
  const t = useWords(FIGURES);
  const stageWords = useStateWords('SchoolAgePopulation', 'stage');
  const [stage, setStage] = useState<AgeStage>('PRIMARY');
  const placeOf = (rate: EntryRate) => (rate.isCity ? t('wholeCity') : (rate.name ?? t('unknown')));
  const highest = rates.find(({ isCity }) => isCity) ?? rates[0]!;
  const own = rates.filter((rate) => rate.isCity === highest.isCity && rate.division === highest.division);
  const counties = rates.filter((rate) => rate.stage === stage && !rate.isCity);
  const columns = [t('gross'), t('net')] as const;
  const byStage = entryTable(own, { name: t('entryByStage', { place: placeOf(highest) }), heading: t('stage'), columns }, (rate) => stageWords(rate.stage));
  const byCounty = entryTable(counties, { name: t('entryByCounty', { stage: stageWords(stage) }), heading: t('county'), columns }, placeOf);
  return (
    <>
      <SegmentedControl
        aria-label={t('stage')}
        value={stage}
        onChange={(value) => setStage(value as AgeStage)}
        data={STAGES.map((value) => ({ value, label: stageWords(value) }))}
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        <Figure table={byStage} shape="columns" note={t('entryNote')} hasTotal={false} />
        {highest.isCity && <Figure table={byCounty} shape="bars" hasTotal={false} />}
      </SimpleGrid>
      <Behind title={stageWords(stage)} rates={rates.filter((rate) => rate.stage === stage)} placeOf={placeOf} />
    </>
  );
}

interface BehindProps {
  readonly title: string;
  readonly rates: readonly EntryRate[];
  readonly placeOf: (rate: EntryRate) => string;
}

/** What the rates of a stage are worked out from, and why there is none. */
function Behind({ title, rates, placeOf }: BehindProps) {
  const t = useWords(FIGURES);
  return (
    <DenseTable label={title} minWidth={900}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('place')}</Table.Th>
          {(['pupils', 'ofAge', 'population', 'gross', 'net'] as const).map((name) => (
            <Table.Th key={name} scope="col" ta="right">
              {t(name)}
            </Table.Th>
          ))}
          <Table.Th scope="col">{t('source')}</Table.Th>
          <Table.Th scope="col">{t('why')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rates.map((rate) => (
          <Table.Tr key={`${rate.division} ${rate.isCity}`}>
            <Table.Th scope="row" fw={400}>
              {rate.division == null ? placeOf(rate) : <RecordLink id={rate.division}>{placeOf(rate)}</RecordLink>}
            </Table.Th>
            <Table.Td ta="right">
              <Value value={rate.pupils ?? null} />
            </Table.Td>
            <Table.Td ta="right">
              <Value value={rate.pupilsOfAge ?? null} />
            </Table.Td>
            <Table.Td ta="right">{rate.population == null ? '—' : <Value value={rate.population} />}</Table.Td>
            <Table.Td ta="right">{rate.gross ?? '—'}</Table.Td>
            <Table.Td ta="right">{rate.net ?? '—'}</Table.Td>
            <Table.Td>{[rate.source, rate.countedOn].filter(Boolean).join(' · ')}</Table.Td>
            <Table.Td>{rate.reason == null ? '' : t(rate.reason)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </DenseTable>
  );
}
