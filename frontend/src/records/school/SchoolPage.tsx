import { Alert, Grid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { useCatalogue } from '../../catalogue/context';
import { Facts } from '../../desks/parts/Facts';
import { RecordLink } from '../RecordLink';
import { useFieldWords } from '../../desks/parts/useFieldWords';
import type { SchoolPageQuery } from '../../gql/graphql';
import { NotFound } from '../../shell/NotFound';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { PageTabs } from '../PageTabs';
import type { SpecialPageProps } from '../specialPages';
import { Verbs } from '../Verbs';
import { RECORDS } from '../words';
import { Classes } from './Classes';
import { SCHOOL_PAGE } from './documents';
import { Lineage } from './Lineage';
import { Pupils } from './Pupils';
import { PublishedPupils } from './PublishedPupils';
import { Sites } from './Sites';
import { Subjects } from './Subjects';

export type School = NonNullable<SchoolPageQuery['school']>;

/** A school as everyone needs it: what it is, whom it has, how large its classes are, what is open. */
export default function SchoolPage({ id }: SpecialPageProps) {
  const catalogue = useCatalogue();
  const seesPupils = catalogue.kind('Student')?.plural != null;
  const seesPosts = catalogue.kind('Post')?.plural != null;
  const [{ data, error, fetching }, again] = useQuery({ query: SCHOOL_PAGE, variables: { id } });
  if (error && !data?.school) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data?.school == null) return fetching ? <Skeleton height={400} m="md" /> : <NotFound />;
  const { school } = data;
  return (
    <>
      <PageTabs id={id} tab="overview" />
      <Stack p="md" gap="sm">
        <Head school={school} />
        <Verbs record={school} />
        {seesPupils ? <Pupils school={school} /> : <PublishedPupils school={school} />}
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Classes school={school} seesPupils={seesPupils} seesStaff={seesPosts} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <Stack gap="sm">
              {seesPosts && <Subjects school={school} />}
              <Sites school={school} />
              <Lineage school={school} />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
    </>
  );
}

function Head({ school }: { readonly school: School }) {
  const t = useWords(RECORDS);
  const words = useFieldWords('School');
  return (
    <Stack gap="xs">
      {school.voidReason != null && <Alert color="gray">{t('voided', { why: school.voidReason })}</Alert>}
      <div>
        <Title order={1} size="h3">
          {school.name}
        </Title>
        <Text size="sm" c="dimmed">
          {[school.englishName, school.type?.label, school.organiser?.label].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Facts
        facts={[
          [words('code'), <code>{school.code}</code>],
          [words('superior'), <RecordLink id={school.superior?.id}>{school.superior?.name}</RecordLink>],
          [words('division'), school.division?.name],
          [words('principal'), <RecordLink id={school.principal?.id}>{school.principal?.name}</RecordLink>],
          [words('operation'), `${school.operation?.from ?? ''} – ${school.operation?.until ?? t('today')}`],
          [words('setting'), school.setting?.label],
          [words('phone'), school.phone],
          [words('address'), school.address],
          ...(school.host == null ? [] : [[words('host'), <RecordLink id={school.host.id}>{school.host.name}</RecordLink>] as const]),
        ]}
      />
    </Stack>
  );
}
