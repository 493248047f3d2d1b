import { Alert, Radio, Skeleton, Stack } from '@mantine/core';
import { useQuery } from 'urql';
import type { PupilFactsFragment } from '../../gql/graphql';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { type AskProps, bench } from '../desk';
import { DESKS_WORDS } from '../words';
import { CLASSES_WITH_SIZES, PLACE_IN_CLASS, PUPIL_QUEUE } from './documents';
import { Pupil } from './Pupil';

/** The classes of the pupil's school and grade, the smallest first. */
function WhichClass({ item, value, onChange }: AskProps<PupilFactsFragment>) {
  const t = useWords(DESKS_WORDS);
  const filter = { school: { id: { eq: item.school?.id ?? '' } }, grade: { eq: item.grade.code } };
  const [{ data, error }] = useQuery({ query: CLASSES_WITH_SIZES, variables: { filter } });
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={80} />;
  const open = data.schoolClasses.nodes
    .filter((each) => each.endedOn == null)
    .toSorted((one, other) => one.studentsSummary.totalCount - other.studentsSummary.totalCount);
  if (open.length === 0) return <Alert>{t('noClasses')}</Alert>;
  return (
    <Radio.Group label={t('whichClass')} value={(value['schoolClass'] as string | undefined) ?? null} onChange={(schoolClass) => onChange({ schoolClass })} required>
      <Stack gap={6} mt={6}>
        {open.map((each) => (
          <Radio
            key={each.id}
            value={each.id}
            label={`${each.name ?? ''} · ${t('pupils', { count: each.studentsSummary.totalCount })}`}
            description={each.headTeacher?.person?.name}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Pupils who are in no class yet. */
export const placingBench = bench<PupilFactsFragment>({
  items: PUPIL_QUEUE,
  title: (item) => item.person?.name ?? item.number,
  about: (item) => [item.school?.name, item.grade.label].filter(Boolean).join(' · '),
  Evidence: ({ item }) => <Pupil pupil={item} />,
  decisions: [
    {
      name: 'place',
      key: 'c',
      label: { en: 'Place in a class', zh: '编入班级' },
      verb: 'placeStudent',
      document: PLACE_IN_CLASS,
      note: 'none',
      Ask: WhichClass,
      input: (item, _note, chosen) => ({ id: item.id, expectedVersion: item.version, ...chosen }),
    },
  ],
});
