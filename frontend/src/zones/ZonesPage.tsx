import { Alert, Autocomplete, Button, Group, NumberInput, Paper, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import classes from '../cases/cases.module.css';
import { PublicPage } from '../cases/PublicPage';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import { STREETS, ZONE_OF, ZONE_ROADS } from './documents';
import { ZONES } from './words';
import { byCounty, byZone, type Zone } from './zones';

interface Asked {
  readonly street: string;
  readonly road: string;
  readonly number: number | null;
  readonly stage: string;
}

const TODAY = new Date().toISOString().slice(0, 10);

/** Which school an address belongs to, for everybody: nothing is asked of who lives there. */
export function ZonesPage() {
  const t = useWords(ZONES);
  const [stage, setStage] = useState('P');
  const [street, setStreet] = useState<string | null>(null);
  const [road, setRoad] = useState('');
  const [number, setNumber] = useState<number | string>('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [streets] = useQuery({ query: STREETS, variables: { on: TODAY } });
  const [roads] = useQuery({ query: ZONE_ROADS, variables: { street: street ?? '', stage }, pause: street === null });
  const [{ data, error, fetching }, again] = useQuery({
    query: ZONE_OF,
    variables: asked ?? { street: '', road: '', number: null, stage },
    pause: asked === null,
  });
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (street === null || road.trim() === '') return;
    setAsked({ street, road: road.trim(), number: typeof number === 'number' ? number : null, stage });
  };
  const zones = byZone(data?.zoneOf ?? []);
  return (
    <PublicPage title={t('title')} hint={t('hint')}>
      <form onSubmit={look}>
        <Stack gap="sm" mb="md">
          <SegmentedControl
            aria-label={t('stage')}
            value={stage}
            onChange={setStage}
            data={[
              { value: 'P', label: t('primary') },
              { value: 'J', label: t('junior') },
            ]}
          />
          <Select
            label={t('street')}
            data={byCounty(streets.data?.divisions.nodes ?? [])}
            value={street}
            onChange={setStreet}
            searchable
            required
            limit={300}
          />
          <Group align="flex-start" gap="sm" grow preventGrowOverflow={false} wrap="wrap">
            <Autocomplete
              label={t('road')}
              description={t('roadHint')}
              data={[...new Set((roads.data?.zoneRoads ?? []).map((each) => each.road))]}
              value={road}
              onChange={setRoad}
              maxLength={60}
              required
            />
            <NumberInput
              label={t('number')}
              description={t('numberHint')}
              value={number}
              onChange={setNumber}
              min={0}
              max={99999}
              allowDecimal={false}
              hideControls
            />
          </Group>
          <Button type="submit" loading={fetching} disabled={street === null || road.trim() === ''}>
            {t('look')}
          </Button>
        </Stack>
      </form>
      <div aria-live="polite">
        {error && !data && <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
        {asked !== null && data !== undefined && !fetching && zones.length === 0 && <Alert color="yellow">{t('nothing')}</Alert>}
        <Stack gap="sm">
          {!fetching && asked !== null && zones.map((zone) => <Found key={zone.code} zone={zone} />)}
        </Stack>
      </div>
    </PublicPage>
  );
}

/** A zone, and the school or the schools that it belongs to. */
function Found({ zone }: { readonly zone: Zone }) {
  const t = useWords(ZONES);
  const label = useLabel();
  const { first, schools, addresses } = zone;
  const lines = [
    [t('zone'), first.zone],
    [t('addresses'), addresses.map(([en, zh]) => label({ en, zh })).join(label({ en: ', ', zh: '、' }))],
    [t('published'), t('publishedAs', { number: first.documentNumber ?? '—', from: first.inForceFrom })],
  ] as const;
  return (
    <Paper withBorder p="sm" component="article">
      <Text size="xs" className={classes.quiet ?? ''}>
        {t('year', { year: first.schoolYear })}
      </Text>
      {schools.map((school) => (
        <div key={school.school}>
          <Title order={2} size="h4">
            {school.schoolName}
          </Title>
          <Text size="sm" className={classes.quiet ?? ''}>
            {[school.schoolAddress, school.schoolPhone].filter(Boolean).join(' · ')}
          </Text>
        </div>
      ))}
      {first.isShared && <Text size="sm">{t('shared')}</Text>}
      <dl className={classes.entries}>
        {lines.map(([name, value]) => (
          <div key={name} className={classes.line}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
