import { Anchor, Container, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { usePageTitle } from '../shell/usePageTitle';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import classes from './cases.module.css';
import { PUBLIC_NOTICES } from './documents';
import { CASES } from './words';

/** What is public today, for everybody: who is not signed in reads it too. */
export function Publicity() {
  const t = useWords(CASES);
  usePageTitle(t('publicity'));
  const [{ data, error }, again] = useQuery({ query: PUBLIC_NOTICES });
  return (
    <Container size="sm" py="lg" component="main">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('publicity')}
        </Title>
        <LanguageSwitch />
      </Group>
      <Text size="sm" my="sm">
        {t('publicityHint')}{' '}
        <Anchor component={Link} to="/sign-in" inherit underline="always">
          {t('signIn')}
        </Anchor>
      </Text>
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
    </Container>
  );
}
