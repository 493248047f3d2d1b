import { Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from 'urql';
import type { CounterPersonQuery } from '../gql/graphql';
import { PersonHead } from '../records/person/PersonHead';
import { NotFound } from '../shell/NotFound';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { Compare } from './Compare';
import { COUNTER_PERSON } from './documents';
import { COUNTER } from './words';

/** Who stands at the counter, or for whom; what is sealed is only compared with what they say. */
export function Visitor({ id }: { readonly id: string }) {
  const [{ data, error, fetching }] = useQuery({ query: COUNTER_PERSON, variables: { id }, requestPolicy: 'network-only' });
  if (error && !data?.person) return <Trouble error={error} />;
  if (data?.person == null) return fetching ? <Skeleton height={240} /> : <NotFound />;
  const { person } = data;
  return (
    <Paper withBorder p="lg" aria-live="polite">
      <Stack gap="lg">
        <PersonHead person={person} isLarge />
        <Collecting pupils={person.pupils.nodes} />
        <Compare person={person} />
      </Stack>
    </Paper>
  );
}

type Pupils = NonNullable<CounterPersonQuery['person']>['pupils']['nodes'];

/** Who answers for a pupil, and may come for them. */
function Collecting({ pupils }: { readonly pupils: Pupils }) {
  const t = useWords(COUNTER);
  const guardians = pupils.flatMap((pupil) => pupil.guardians.nodes);
  if (guardians.length === 0) return null;
  return (
    <section aria-label={t('guardians')}>
      <Text size="sm" c="dimmed">
        {t('guardians')}
      </Text>
      {guardians.map((each) => (
        <Text key={each.id} size="lg">
          {each.relation.label}: {each.guardian?.name ?? '—'} · {t(each.mayCollect ? 'mayCollect' : 'mayNotCollect')}
        </Text>
      ))}
    </section>
  );
}
