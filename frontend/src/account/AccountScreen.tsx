import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { useViewer } from '../session/SessionGate';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { Display } from './Display';
import { OWN_ACCOUNT } from './documents';
import { Factors } from './Factors';
import { Mails } from './mails/Mails';
import { Password } from './Password';
import { Roles } from './Roles';
import { Sessions } from './Sessions';
import { ACCOUNT } from './words';

/** One's own account: what one may act as, where one is signed in, and how one shows who one is. */
export function AccountScreen() {
  const t = useWords(ACCOUNT);
  const viewer = useViewer();
  const [{ data, error }, ask] = useQuery({ query: OWN_ACCOUNT, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  const own = data?.viewer;
  return (
    <Stack p="md" gap="lg" maw="72rem">
      <div>
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Text c="dimmed" size="sm">
          {viewer.displayName} · {t('username')} {viewer.username}
        </Text>
      </div>
      <Roles grants={viewer.grants} />
      {error && !own && <Trouble error={error} onRetry={again} />}
      {own && <Sessions sessions={own.sessions} onChange={again} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Password onChange={again} />
        {own && <Factors own={own} onChange={again} />}
        <Mails />
        <Display />
      </SimpleGrid>
    </Stack>
  );
}
