import { Alert, Group, List, Skeleton, Stack } from '@mantine/core';
import { useQuery } from 'urql';
import { RecordLink } from '../RecordLink';
import type { PersonPageQuery } from '../../gql/graphql';
import { NotFound } from '../../shell/NotFound';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { Block } from '../Block';
import { PageTabs } from '../PageTabs';
import type { SpecialPageProps } from '../specialPages';
import { Verbs } from '../Verbs';
import { RECORDS } from '../words';
import { PERSON_PAGE } from './documents';
import { PersonHead } from './PersonHead';
import { PupilSide } from './PupilSide';
import { TeacherSide } from './TeacherSide';

type Person = NonNullable<PersonPageQuery['person']>;

/** A person as everyone needs them: who, where now, where before, who answers for them, what is open. */
export default function PersonPage({ id }: SpecialPageProps) {
  const [{ data, error, fetching }, again] = useQuery({ query: PERSON_PAGE, variables: { id } });
  if (error && !data?.person) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data?.person == null) return fetching ? <Skeleton height={400} m="md" /> : <NotFound />;
  const { person } = data;
  return (
    <>
      <PageTabs id={id} tab="overview" />
      <Stack p="md" gap="sm">
        <Warnings person={person} />
        <PersonHead person={person} />
        <Group gap="md">
          {[person, ...person.studies.nodes, ...person.employments.nodes].map((record) => (
            <Verbs key={record.id} record={record} />
          ))}
        </Group>
        {person.studies.nodes.map((each) => (
          <PupilSide key={each.id} id={each.id} />
        ))}
        {person.employments.nodes.map((each) => (
          <TeacherSide key={each.id} id={each.id} />
        ))}
        <Wards person={person} />
      </Stack>
    </>
  );
}

function Warnings({ person }: { readonly person: Person }) {
  const t = useWords(RECORDS);
  const restrictions = person.restrictions.nodes.filter(({ endedAt }) => endedAt == null);
  return (
    <>
      {person.voidReason != null && <Alert color="gray">{t('voided', { why: person.voidReason })}</Alert>}
      {restrictions.map(({ id, reason }) => (
        <Alert key={id} color="orange">
          {t('restricted', { why: reason })}
        </Alert>
      ))}
    </>
  );
}

function Wards({ person }: { readonly person: Person }) {
  const t = useWords(RECORDS);
  const wards = person.wards.nodes;
  if (wards.length === 0) return null;
  return (
    <Block title={t('wards')}>
      <List size="sm" listStyleType="none">
        {wards.map(({ id, relation, student }) => (
          <List.Item key={id}>
            {relation.label}: <RecordLink id={student?.person?.id ?? student?.id}>{student?.person?.name ?? student?.number ?? '—'}</RecordLink>
            {student != null && ` · ${[student.school?.name, student.grade.label].filter(Boolean).join(' · ')}`}
          </List.Item>
        ))}
      </List>
    </Block>
  );
}
