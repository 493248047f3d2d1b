import { List, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { RecordLink } from '../RecordLink';
import { useStateWords } from '../../desks/parts/useFieldWords';
import type { PupilSideQuery } from '../../gql/graphql';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import { Block } from '../Block';
import { RECORDS } from '../words';
import { PUPIL_SIDE } from './documents';
import { LifeLine } from './LifeLine';

type Pupil = NonNullable<PupilSideQuery['student']>;

/** What hangs on somebody as a pupil. */
export function PupilSide({ id }: { readonly id: string }) {
  const t = useWords(RECORDS);
  const [{ data, error }] = useQuery({ query: PUPIL_SIDE, variables: { id } });
  if (error && !data?.student) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={200} />;
  const pupil = data.student;
  if (pupil == null) return null;
  const stays = pupil.enrolments.nodes.map((each) => ({
    id: each.id,
    place: each.school?.name ?? '—',
    placeId: each.school?.id,
    as: each.entryGrade.label ?? each.entryGrade.code,
    from: each.period.from ?? null,
    until: each.period.until ?? null,
  }));
  return (
    <>
      <Block title={t('life')}>
        <LifeLine stays={stays} />
      </Block>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <Guardians pupil={pupil} />
        <Problems pupil={pupil} />
        <Consents pupil={pupil} />
        <Aid pupil={pupil} />
      </SimpleGrid>
    </>
  );
}

function Guardians({ pupil }: { readonly pupil: Pupil }) {
  const t = useWords(RECORDS);
  const guardians = pupil.guardians.nodes;
  return (
    <Block title={t('guardians')} empty={t('noGuardians')} isEmpty={guardians.length === 0}>
      <List size="sm" listStyleType="none">
        {guardians.map((each) => (
          <List.Item key={each.id}>
            {each.relation.label}: <RecordLink id={each.guardian?.id}>{each.guardian?.name ?? '—'}</RecordLink>{' '}
            <code>{each.guardian?.phone?.mask}</code>
            <Text span size="xs" c="dimmed">
              {[each.isLegalGuardian && t('legal'), each.mayCollect && t('mayCollect'), each.withheldUntil && t('withheld', { on: each.withheldUntil })]
                .filter(Boolean)
                .map((word) => ` · ${String(word)}`)
                .join('')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Block>
  );
}

function Problems({ pupil }: { readonly pupil: Pupil }) {
  const t = useWords(RECORDS);
  const sort = useStateWords('IdentityProblem', 'sort');
  const state = useStateWords('IdentityProblem', 'state');
  const problems = pupil.problems.nodes;
  return (
    <Block title={t('problems')} empty={t('noProblems')} isEmpty={problems.length === 0}>
      <List size="sm" listStyleType="none">
        {problems.map((each) => (
          <List.Item key={each.id}>
            <RecordLink id={each.id}>{sort(each.sort)}</RecordLink> · {state(each.state)} · {each.reportedAt.slice(0, 10)}
          </List.Item>
        ))}
      </List>
    </Block>
  );
}

function Consents({ pupil }: { readonly pupil: Pupil }) {
  const t = useWords(RECORDS);
  const label = useLabel();
  const consents = pupil.consents.nodes;
  return (
    <Block title={t('consents')} empty={t('noProblems')} isEmpty={consents.length === 0}>
      <List size="sm" listStyleType="none">
        {consents.map((each) => (
          <List.Item key={each.id}>
            <RecordLink id={each.id}>
              {each.purpose == null ? '—' : label({ en: each.purpose.englishName, zh: each.purpose.chineseName })}
            </RecordLink>{' '}
            · {each.givenBy} · {each.givenAt.slice(0, 10)}
            {each.withdrawnAt != null && ` · ${t('withdrawn', { on: each.withdrawnAt.slice(0, 10) })}`}
          </List.Item>
        ))}
      </List>
    </Block>
  );
}

function Aid({ pupil }: { readonly pupil: Pupil }) {
  const t = useWords(RECORDS);
  const state = useStateWords('AidAward', 'state');
  const semester = useStateWords('AidAward', 'semester');
  const awards = pupil.aidAwards.nodes;
  return (
    <Block title={t('aid')} empty={t('noProblems')} isEmpty={awards.length === 0}>
      <List size="sm" listStyleType="none">
        {awards.map((each) => (
          <List.Item key={each.id}>
            <RecordLink id={each.id}>{each.programme?.name ?? '—'}</RecordLink> · {each.schoolYear} {semester(each.semester)} · ¥{String(each.amount)} ·{' '}
            {state(each.state)}
          </List.Item>
        ))}
      </List>
    </Block>
  );
}
