import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { today } from '../../cases/due';
import type { ShownInspectionFragment } from '../../gql/graphql';
import { RecordLink } from '../../records/RecordLink';
import { useWords } from '../../words/words';
import classes from '../assigned/assigned.module.css';
import { LampSign } from '../assigned/LampSign';
import { Facts } from '../parts/Facts';
import { useFieldWords, useStateWords } from '../parts/useFieldWords';
import { INSPECTED } from './words';

interface Props {
  readonly one: ShownInspectionFragment;
}

/** How an inspection stands, what was scored under which rule, and what was found and said. */
export function InspectionEvidence({ one }: Props) {
  const t = useWords(INSPECTED);
  const field = useFieldWords('Inspection');
  const state = useStateWords('Inspection', 'state');
  const result = useStateWords('Inspection', 'result');
  const isBarred = one.scheme?.barsEnrolment === true && one.lateFrom != null && one.lateFrom <= today();
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {one.lamp != null && <LampSign lamp={one.lamp} />}
        <Text size="sm">{state(one.state)}</Text>
        <RecordLink id={one.id}>{t('page')}</RecordLink>
      </Group>
      {isBarred && <Alert color="red">{t('barred', { on: one.lateFrom ?? '' })}</Alert>}
      <Facts
        facts={[
          [field('due'), one.due],
          [field('scheme'), one.scheme == null ? null : `${one.scheme.name} · ${one.scheme.basis} · ${t(one.scheme.isVerified ? 'verified' : 'unverified')}`],
          [field('office'), one.officeName],
          [field('number'), one.number],
          [field('reportedOn'), one.reportedOn],
          [field('visitedOn'), one.visitedOn],
          [field('result'), [result(one.result), one.score].filter(Boolean).join(' · ')],
          [field('opinion'), one.opinion],
          [field('defenceUntil'), one.defenceUntil],
          [field('rectifyDue'), one.rectifyDue],
          [field('rectifiedOn'), one.rectifiedOn],
        ]}
      />
      <Team one={one} />
      <Scores one={one} />
      <Findings one={one} />
      <Course one={one} />
    </Stack>
  );
}

function Team({ one }: Props) {
  const t = useWords(INSPECTED);
  const said = one.team.nodes.map(({ name, isLead, asideOn }) =>
    [name, isLead ? t('lead') : null, asideOn == null ? null : t('aside', { on: asideOn })].filter(Boolean).join(' · '),
  );
  return (
    <section aria-label={t('team')}>
      <Title order={3} size="h6" mb={4}>
        {t('team')}
      </Title>
      <Text size="sm">{said.length === 0 ? t('noTeam') : said.join('；')}</Text>
    </section>
  );
}

function Scores({ one }: Props) {
  const t = useWords(INSPECTED);
  const verdict = useStateWords('InspectionScore', 'verdict');
  return (
    <section aria-label={t('scores')}>
      <Title order={3} size="h6" mb={4}>
        {t('scores')}
      </Title>
      {one.scores.nodes.length === 0 && <Text size="sm">{t('noScores')}</Text>}
      <ul className={classes.course}>
        {one.scores.nodes.map((each) => (
          <li key={each.id}>
            <Text size="sm">
              {each.item?.name} · {verdict(each.verdict)}
              {each.score != null && ` · ${each.score}`}
              {each.item?.isVeto === true && ` · ${t('veto')}`}
            </Text>
            <Text size="xs" className={classes.by ?? ''}>
              {[each.note, each.demand, each.basis, t(each.isVerified ? 'verified' : 'unverified')].filter(Boolean).join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Findings({ one }: Props) {
  const t = useWords(INSPECTED);
  const state = useStateWords('InspectionFinding', 'state');
  if (one.findings.nodes.length === 0) return null;
  return (
    <section aria-label={t('findings')}>
      <Title order={3} size="h6" mb={4}>
        {t('findings')}
      </Title>
      <ol className={classes.course}>
        {one.findings.nodes.map((each) => (
          <li key={each.id}>
            <Text size="sm">
              {each.text} · {state(each.state)}
            </Text>
            <Text size="xs" className={classes.by ?? ''}>
              {each.demand}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Course({ one }: Props) {
  const t = useWords(INSPECTED);
  const sort = useStateWords('InspectionEntry', 'sort');
  return (
    <section aria-label={t('course')}>
      <Title order={3} size="h6" mb={4}>
        {t('course')}
      </Title>
      {one.entries.nodes.length === 0 && <Text size="sm">{t('nothingSaid')}</Text>}
      <ol className={classes.course}>
        {one.entries.nodes.map((each) => (
          <li key={each.id}>
            <Text size="xs" className={classes.by ?? ''}>
              {sort(each.sort)} · {each.saidBy} · {each.saidAt.slice(0, 10)}
            </Text>
            {each.text != null && (
              <Text size="sm" className={classes.content ?? ''}>
                {each.text}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
