import { Stack, Text } from '@mantine/core';
import type { ProblemQueueQuery } from '../../gql/graphql';
import { useWords } from '../../words/words';
import { type Decision, bench } from '../desk';
import { DESKS_WORDS } from '../words';
import { PROBLEM_QUEUE, SETTLE_PROBLEM } from './documents';
import { Pupil } from './Pupil';
import { useStateWords } from './useFieldWords';

type Problem = ProblemQueueQuery['queue']['nodes'][number];

function Evidence({ item }: { readonly item: Problem }) {
  const t = useWords(DESKS_WORDS);
  const sort = useStateWords('IdentityProblem', 'sort');
  return (
    <Stack gap="sm">
      <Text fw={600}>{sort(item.sort)}</Text>
      <Text size="sm" c="dimmed">
        {t('reported', { by: item.reportedBy, on: item.reportedAt.slice(0, 10), unit: item.unit?.name ?? '' })}
      </Text>
      {item.student != null && <Pupil pupil={item.student} />}
    </Stack>
  );
}

function settled(name: string, key: string, state: string, en: string, zh: string): Decision<Problem> {
  return {
    name,
    key,
    label: { en, zh },
    verb: 'settleProblem',
    document: SETTLE_PROBLEM,
    note: 'required',
    input: (item, note) => ({ id: item.id, expectedVersion: item.version, state, note }),
  };
}

/** Problems of who a pupil is or whether they are there. */
export const problemBench = bench<Problem>({
  items: PROBLEM_QUEUE,
  title: (item) => item.student?.person?.name ?? item.student?.number ?? item.person?.name ?? item.id,
  about: (item) => [item.student?.school?.name ?? item.unit?.name, item.student?.grade.label].filter(Boolean).join(' · '),
  Evidence,
  decisions: [
    settled('resolved', 'r', 'RESOLVED', 'Put right', '已处理'),
    settled('dismissed', 'd', 'DISMISSED', 'Found to be in order', '核实无误'),
  ],
});
