import { Text, Title } from '@mantine/core';
import { RecordLink } from '../desks/parts/RecordLink';
import { useWords } from '../words/words';
import type { Waiting } from './bench';
import classes from './cases.module.css';
import { isOver } from './due';
import { Paper } from './Paper';
import { Steps } from './Steps';
import { CASES } from './words';

/** What speaks for a decision: the form, until when it is due, and what others said. */
export function Evidence({ item }: { readonly item: Waiting }) {
  const t = useWords(CASES);
  return (
    <div className={classes.evidence}>
      <Text size="sm" mb="xs">
        <RecordLink id={item.id}>{item.procedure.label}</RecordLink>
        {item.due != null && ' · '}
        {item.due != null &&
          (isOver(item.due) ? <span className={classes.pressing}>{t('overdue', { on: item.due })}</span> : t('due', { on: item.due }))}
        {' · '}
        <RecordLink id={item.subject}>{t('about')}</RecordLink>
      </Text>
      <div className={classes.sides}>
        <Paper of={item} level={3} />
        <section aria-label={t('steps')}>
          <Title order={3} size="h6" mb={6}>
            {t('steps')}
          </Title>
          <Steps steps={item.steps.nodes} />
        </section>
      </div>
    </div>
  );
}
