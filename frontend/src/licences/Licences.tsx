import { Badge, Button, Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import classes from '../cases/cases.module.css';
import { PublicPage } from '../cases/PublicPage';
import type { PublicLicencesQuery } from '../gql/graphql';
import { licencesRoute } from '../router';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { PUBLIC_LICENCES } from './documents';
import { LICENCES } from './words';

type Licence = PublicLicencesQuery['licences']['nodes'][number];
type Result = PublicLicencesQuery['results']['nodes'][number];

/** The register of licences, for everybody: who is not signed in reads it too. */
export function Licences() {
  const t = useWords(LICENCES);
  const { search = '' } = licencesRoute.useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search);
  const [after, setAfter] = useState<readonly (string | null)[]>([null]);
  const find = (event: FormEvent) => {
    event.preventDefault();
    setAfter([null]);
    const wanted = typed.trim();
    void navigate({ to: '/licences', search: wanted === '' ? {} : { search: wanted } });
  };
  return (
    <PublicPage title={t('title')} hint={t('hint')}>
      <form onSubmit={find} role="search">
        <Group align="flex-end" gap="sm" mb="md">
          <TextInput
            label={t('search')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            maxLength={60}
            autoComplete="off"
            flex={1}
          />
          <Button type="submit">{t('find')}</Button>
        </Group>
      </form>
      <Title order={2} size="h4" mb="xs">
        {t('licences')}
      </Title>
      <Stack gap="sm" aria-live="polite">
        {after.map((from, place) => (
          <LicencePage
            key={`${search} ${from ?? ''}`}
            search={search}
            after={from}
            isLast={place === after.length - 1}
            onMore={(next) => setAfter([...after, next])}
          />
        ))}
      </Stack>
    </PublicPage>
  );
}

interface PageProps {
  readonly search: string;
  readonly after: string | null;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
}

function LicencePage({ search, after, isLast, onMore }: PageProps) {
  const t = useWords(LICENCES);
  const variables = { search: search === '' ? null : search, after };
  const [{ data, error }, again] = useQuery({ query: PUBLIC_LICENCES, variables });
  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Skeleton height={160} />;
  const { nodes, pageInfo } = data.licences;
  return (
    <>
      {after === null && nodes.length === 0 && <Text>{t('none')}</Text>}
      {nodes.map((licence) => (
        <LicenceCard key={licence.id} licence={licence} />
      ))}
      {isLast && pageInfo.hasNextPage && pageInfo.endCursor != null && (
        <Button variant="default" onClick={() => onMore(pageInfo.endCursor ?? '')}>
          {t('more')}
        </Button>
      )}
      {isLast && <Results results={data.results.nodes} />}
    </>
  );
}

function LicenceCard({ licence }: { readonly licence: Licence }) {
  const t = useWords(LICENCES);
  const term = t('termOf', { from: licence.validFrom, until: licence.validUntil });
  const lines = [
    [t('number'), licence.number],
    [t('type'), licence.type.label],
    [t('purpose'), t(licence.purpose)],
    [t('office'), licence.officeName],
    [t('organiser'), licence.organiserName, true],
    [t('address'), licence.address, true],
    [t('term'), licence.endedOn == null ? term : `${term}；${t('ended', { on: licence.endedOn })}`, true],
  ] as const;
  return (
    <Paper withBorder p="sm" component="article">
      <Group justify="space-between" mb="xs">
        <Title order={3} size="h5">
          {licence.schoolName}
        </Title>
        <Badge color={licence.state === 'VALID' ? 'green' : 'gray'} variant="light" tt="none">
          {t(licence.state)}
        </Badge>
      </Group>
      <dl className={classes.entries}>
        {lines.map(([name, value, isLong]) => (
          <div key={name} className={classes.line} data-long={isLong || undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}

function Results({ results }: { readonly results: readonly Result[] }) {
  const t = useWords(LICENCES);
  return (
    <section aria-label={t('results')}>
      <Title order={2} size="h4" mb="xs">
        {t('results')}
      </Title>
      {results.length === 0 && <Text>{t('noResults')}</Text>}
      <Stack gap={4}>
        {results.map((each) => (
          <Text key={each.id} size="sm">
            {[each.publishedOn, each.unitName, each.schemeName, t(each.result), each.settledOn == null ? null : t('settled', { on: each.settledOn })]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        ))}
      </Stack>
    </section>
  );
}
