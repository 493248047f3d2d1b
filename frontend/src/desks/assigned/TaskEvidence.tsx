import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ShownTaskFragment } from '../../gql/graphql';
import { RecordLink } from '../../records/RecordLink';
import { useWords } from '../../words/words';
import { Facts } from '../parts/Facts';
import { useFieldWords, useStateWords } from '../parts/useFieldWords';
import classes from './assigned.module.css';
import { Course } from './Course';
import { LampSign } from './LampSign';
import { ASSIGNED } from './words';

/** What is to be done by whom, how it stands, and what was said in its course. */
export function TaskEvidence({ task, children }: { readonly task: ShownTaskFragment; readonly children?: ReactNode }) {
  const t = useWords(ASSIGNED);
  const field = useFieldWords('AssignedTask');
  const state = useStateWords('AssignedTask', 'state');
  const urgency = useStateWords('AssignedTask', 'urgency');
  const source = useStateWords('AssignedTask', 'source');
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <LampSign lamp={task.lamp} />
        <Text size="sm">{state(task.state)}</Text>
        <RecordLink id={task.id}>{t('page')}</RecordLink>
      </Group>
      {children}
      <Text size="sm" className={classes.content ?? ''}>
        {task.content}
      </Text>
      <Facts
        facts={[
          [field('due'), task.due],
          [field('urgency'), urgency(task.urgency)],
          [field('issuer'), task.issuerName],
          [field('lead'), task.leadName],
          [field('source'), [source(task.source), task.sourceNote].filter(Boolean).join(' · ')],
          [field('documentNumber'), task.documentNumber],
          [field('issuedOn'), `${task.issuedOn} · ${task.issuedBy}`],
          [field('number'), task.number],
          [field('timesReminded'), task.timesReminded],
          [field('timesReturned'), task.timesReturned],
        ]}
      />
      {task.escalatedOn != null && (
        <Text size="sm">{t('escalated', { on: task.escalatedOn, to: task.escalatedName ?? '' })}</Text>
      )}
      <Course reports={task.reports.nodes} />
      <Parties task={task} />
      <HandedOn task={task} />
    </Stack>
  );
}

function Parties({ task }: { readonly task: ShownTaskFragment }) {
  const t = useWords(ASSIGNED);
  const part = useStateWords('TaskParty', 'part');
  return (
    <section aria-label={t('parties')}>
      <Title order={3} size="h6" mb={4}>
        {t('parties')}
      </Title>
      <ul className={classes.course}>
        {task.parties.nodes.map((each) => (
          <li key={each.id}>
            <Text size="sm">
              {each.unitName} · {part(each.part)}
            </Text>
            {each.signDue != null && (
              <Text size="xs" className={classes.by ?? ''}>
                {each.signedOn == null
                  ? `${t('notSigned')} · ${t('toSign', { on: each.signDue })}`
                  : t('signed', { on: each.signedOn, by: each.signedBy ?? '' })}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HandedOn({ task }: { readonly task: ShownTaskFragment }) {
  const t = useWords(ASSIGNED);
  const state = useStateWords('AssignedTask', 'state');
  if (task.handedOn.nodes.length === 0) return null;
  return (
    <section aria-label={t('handedOn')}>
      <Title order={3} size="h6" mb={4}>
        {t('handedOn')}
      </Title>
      <ul className={classes.course}>
        {task.handedOn.nodes.map((each) => (
          <li key={each.id}>
            <Group gap="sm">
              <RecordLink id={each.id}>{each.leadName}</RecordLink>
              <LampSign lamp={each.lamp} />
              <Text size="sm">
                {state(each.state)} · {each.due}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
