import { Text, Title } from '@mantine/core';
import type { Finding } from '../desks/desk';
import { FindingList } from '../desks/FindingList';
import { RecordLink } from '../records/RecordLink';
import { useWords } from '../words/words';
import type { Waiting } from './bench';
import classes from './cases.module.css';
import { isOver } from './due';
import { Files } from './Files';
import { Paper } from './Paper';
import { Steps } from './Steps';
import { CASES } from './words';

/** What speaks for a decision: the form, until when it is due, what the rules say, and what others said. */
export function Evidence({ item, findings }: { readonly item: Waiting; readonly findings?: readonly Finding[] | undefined }) {
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
        <div>
          <section aria-label={t('checks')}>
            <Title order={3} size="h6" mb={6}>
              {t('checks')}
            </Title>
            <FindingList findings={findings} />
          </section>
          <section aria-label={t('files')}>
            <Title order={3} size="h6" mt="md" mb={6}>
              {t('files')}
            </Title>
            <Files files={item.files.nodes} />
          </section>
          <section aria-label={t('steps')}>
            <Title order={3} size="h6" mt="md" mb={6}>
              {t('steps')}
            </Title>
            <Steps steps={item.steps.nodes} />
          </section>
        </div>
      </div>
    </div>
  );
}
