import { Badge, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import type { Kind } from '../../catalogue/catalogue';
import { useLocale } from '../../words/useLocale';
import { useWords } from '../../words/words';
import { IMPORT_RUNS } from './documents';
import classes from './import.module.css';
import { IMPORT } from './words';

const SHOWN = 20;

/** What was imported of this kind before, or tried. */
export function PastRuns({ kind, current }: { readonly kind: Kind; readonly current: string | undefined }) {
  const t = useWords(IMPORT);
  const locale = useLocale();
  const [{ data }] = useQuery({ query: IMPORT_RUNS, variables: { kind: kind.name, first: SHOWN } });
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const runs = data?.importRuns.nodes;
  return (
    <aside className={classes.past} aria-label={t('past')}>
      <Title order={2} size="h6" mb="xs">
        {t('past')}
      </Title>
      {runs?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('pastNone')}
        </Text>
      )}
      {runs?.map((run) => (
        <Link
          key={run.id}
          to="/registers/$kind/import"
          params={{ kind: kind.name }}
          search={{ run: run.id }}
          className={classes.pastRun}
          data-current={run.id === current || undefined}
          aria-current={run.id === current ? 'page' : undefined}
        >
          <Group gap={6} wrap="nowrap" justify="space-between">
            <Text size="sm" truncate>
              {run.fileName}
            </Text>
            <Badge size="xs" variant="default">
              {t(run.undoneAt != null ? 'undone' : run.isTrial ? 'trial' : 'real')}
            </Badge>
          </Group>
          <Text size="xs" c="dimmed">
            {format.format(new Date(run.askedAt))} · +{run.created} ~{run.updated} ×{run.rejected}
          </Text>
        </Link>
      ))}
    </aside>
  );
}
