import { Alert, Badge, Button, Group, Paper, Select, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import classes from '../cases/cases.module.css';
import { PublicPage } from '../cases/PublicPage';
import type { PublicSchoolsQuery } from '../gql/graphql';
import { Trouble } from '../shell/Trouble';
import { type Say, useLabel, useWords } from '../words/words';
import { COUNTIES, PUBLIC_SCHOOLS } from './documents';
import { SCHOOLS } from './words';

type School = NonNullable<PublicSchoolsQuery['publicSchools']>[number];

interface Asked {
  readonly division: string;
  readonly name: string | null;
}

/** Schools that are told of at a time. */
const PAGE = 200;
const TODAY = new Date().toISOString().slice(0, 10);
const COLOURS = { PLANNED: 'blue.9', OPERATING: 'teal.9', SUSPENDED: 'orange.9', CLOSED: 'gray.8' } as const;

/** The schools of a county, for everybody. */
export function SchoolsPage() {
  const t = useWords(SCHOOLS);
  const [county, setCounty] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const [{ data }] = useQuery({ query: COUNTIES, variables: { on: TODAY } });
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (county !== null) setAsked({ division: county, name: name.trim() === '' ? null : name.trim() });
  };
  return (
    <PublicPage title={t('title')} hint={t('hint')}>
      <form onSubmit={look}>
        <Group align="flex-end" gap="sm" mb="md">
          <Select
            label={t('county')}
            data={(data?.divisions.nodes ?? []).map(({ id, name: label }) => ({ value: id, label }))}
            value={county}
            onChange={setCounty}
            searchable
            required
            flex={1}
            miw={160}
          />
          <TextInput label={t('name')} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} maxLength={60} flex={1} miw={160} />
          <Button type="submit" disabled={county === null}>
            {t('look')}
          </Button>
        </Group>
      </form>
      {asked !== undefined && <Found key={`${asked.division} ${asked.name}`} asked={asked} />}
    </PublicPage>
  );
}

/** What was found, a page after the other. */
function Found({ asked }: { readonly asked: Asked }) {
  const [after, setAfter] = useState<readonly (string | null)[]>([null]);
  return (
    <Stack gap="sm" aria-live="polite">
      {after.map((code, place) => (
        <Schools key={code} asked={asked} after={code} {...(place === after.length - 1 ? { onMore: (last: string) => setAfter([...after, last]) } : {})} />
      ))}
    </Stack>
  );
}

interface SchoolsProps {
  readonly asked: Asked;
  readonly after: string | null;
  readonly onMore?: (last: string) => void;
}

function Schools({ asked, after, onMore }: SchoolsProps) {
  const t = useWords(SCHOOLS);
  const [{ data, error, fetching }, again] = useQuery({ query: PUBLIC_SCHOOLS, variables: { ...asked, after } });
  const found = data?.publicSchools ?? [];
  const last = found.at(-1)?.code;
  return (
    <>
      {error && !data && <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
      {data !== undefined && !fetching && found.length === 0 && after === null && <Alert color="yellow">{t('nothing')}</Alert>}
      {found.map((school) => (
        <Entry key={school.code} school={school} />
      ))}
      {onMore !== undefined && found.length === PAGE && last !== undefined && (
        <Button variant="default" onClick={() => onMore(last)}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

/** When a school runs or ran. */
export function daysOf({ since, until }: Pick<School, 'since' | 'until'>, t: Say<typeof SCHOOLS.en>): string | null {
  if (since != null && until != null) return t('span', { from: since, until });
  if (since != null) return t('from', { on: since });
  return until == null ? null : t('before', { on: until });
}

/** The licence of a private school and whether it holds. */
export function licenceOf(school: Pick<School, 'licenceNumber' | 'licenceUntil' | 'licenceState'>, t: Say<typeof SCHOOLS.en>): string | null {
  const { licenceNumber: number, licenceUntil: on, licenceState } = school;
  return number == null || on == null || licenceState == null ? null : t(licenceState, { number, on });
}

function Entry({ school }: { readonly school: School }) {
  const t = useWords(SCHOOLS);
  const label = useLabel();
  const lines = [
    [t('code'), school.code],
    [t('type'), label({ en: school.englishType ?? '', zh: school.chineseType ?? '' })],
    [t('organiser'), label({ en: school.englishOrganiser ?? '', zh: school.chineseOrganiser ?? '' })],
    [t('address'), [school.division, school.address].filter(Boolean).join(' ')],
    [t('phone'), school.phone],
    [t('days'), daysOf(school, t)],
    [t('licence'), licenceOf(school, t)],
    [t('successor'), school.successor],
  ] as const;
  return (
    <Paper withBorder p="sm" component="article">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5">
          {school.name}
        </Title>
        <Badge color={COLOURS[school.standing]} tt="none">
          {t(school.standing)}
        </Badge>
      </Group>
      <dl className={classes.entries}>
        {lines
          .filter(([, value]) => value)
          .map(([heading, value]) => (
            <div key={heading} className={classes.line}>
              <dt>{heading}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Paper>
  );
}
