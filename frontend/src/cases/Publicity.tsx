import { Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import classes from './cases.module.css';
import { PUBLIC_NOTICES } from './documents';
import { PublicPage } from './PublicPage';
import { CASES } from './words';

/** What is public today, for everybody: who is not signed in reads it too. */
export function Publicity() {
  const t = useWords(CASES);
  const [{ data, error }, again] = useQuery({ query: PUBLIC_NOTICES });
  return (
    <PublicPage title={t('publicity')} hint={t('publicityHint')}>
      {error && !data && <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
      {data === undefined && !error && <Skeleton height={160} />}
      {data?.publicNotices.length === 0 && <Text>{t('nothingPublic')}</Text>}
      <Stack gap="sm">
        {data?.publicNotices.map((notice) => (
          <Paper key={`${notice.number} ${notice.from}`} withBorder p="sm" component="article">
            <Title order={2} size="h5">
              {notice.procedure} <code>{notice.number}</code>
            </Title>
            <Text size="xs" className={classes.quiet ?? ''}>
              {notice.unit} · {t('public', { from: notice.from, until: notice.until })}
            </Text>
            <p className={classes.said}>{notice.text}</p>
          </Paper>
        ))}
      </Stack>
    </PublicPage>
  );
}
