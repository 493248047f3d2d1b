import { Text, Title } from '@mantine/core';
import type { ShownTaskFragment } from '../../gql/graphql';
import { useWords } from '../../words/words';
import { useStateWords } from '../parts/useFieldWords';
import classes from './assigned.module.css';
import { ASSIGNED } from './words';

/** What was said in the course of a task, the first first. */
export function Course({ reports }: { readonly reports: ShownTaskFragment['reports']['nodes'] }) {
  const t = useWords(ASSIGNED);
  const sort = useStateWords('TaskReport', 'sort');
  return (
    <section aria-label={t('course')}>
      <Title order={3} size="h6" mb={4}>
        {t('course')}
      </Title>
      {reports.length === 0 && <Text size="sm">{t('nothingSaid')}</Text>}
      <ol className={classes.course}>
        {reports.map((each) => (
          <li key={each.id}>
            <Text size="xs" className={classes.by ?? ''}>
              {sort(each.sort)} · {each.unitName} · {each.saidBy} · {each.saidAt.slice(0, 10)}
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
