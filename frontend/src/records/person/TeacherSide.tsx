import { List, SimpleGrid, Skeleton } from '@mantine/core';
import { useQuery } from 'urql';
import { RecordLink } from '../RecordLink';
import { useStateWords } from '../../desks/parts/useFieldWords';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { Block } from '../Block';
import { RECORDS } from '../words';
import { TEACHER_SIDE } from './documents';
import { LifeLine } from './LifeLine';

/** What hangs on somebody as a member of staff. */
export function TeacherSide({ id }: { readonly id: string }) {
  const t = useWords(RECORDS);
  const result = useStateWords('RecordCheck', 'result');
  const [{ data, error }] = useQuery({ query: TEACHER_SIDE, variables: { id } });
  if (error && !data?.teacher) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={200} />;
  const { teacher } = data;
  if (teacher == null) return null;
  const stays = teacher.posts.nodes.map((each) => ({
    id: each.id,
    place: each.unit?.name ?? '—',
    placeId: each.unit?.id,
    as: [each.category.label, each.subject?.label].filter(Boolean).join(' · '),
    from: each.period.from ?? null,
    until: each.period.until ?? null,
  }));
  const headed = teacher.headedClasses.nodes;
  const checks = teacher.recordChecks.nodes;
  return (
    <>
      <Block title={t('life')}>
        <LifeLine stays={stays} />
      </Block>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Block title={t('heads')} empty={t('noProblems')} isEmpty={headed.length === 0}>
          <List size="sm" listStyleType="none">
            {headed.map((each) => (
              <List.Item key={each.id}>
                <RecordLink id={each.id}>{`${each.grade.label ?? ''} ${each.name ?? ''}`}</RecordLink>
              </List.Item>
            ))}
          </List>
        </Block>
        <Block title={t('checks')} empty={t('noProblems')} isEmpty={checks.length === 0}>
          <List size="sm" listStyleType="none">
            {checks.map((each) => (
              <List.Item key={each.id}>
                {each.checkedOn} · <RecordLink id={each.id}>{result(each.result)}</RecordLink>
                {each.nextDue != null && ` · ${t('nextDue', { on: each.nextDue })}`}
              </List.Item>
            ))}
          </List>
        </Block>
      </SimpleGrid>
    </>
  );
}
