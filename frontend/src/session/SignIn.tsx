import { Anchor, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMutation, useQuery } from 'urql';
import { AS_NOBODY } from '../api/client';
import { forgetEverything } from '../api/ClientProvider';
import { SIGN_OUT } from '../api/documents';
import { sessionEnded } from '../api/connection';
import { askAs } from '../api/user';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { SHELL } from '../shell/words';
import { usePageTitle } from '../shell/usePageTitle';
import { useWords } from '../words/words';
import { leaving } from './leaving';
import { SignInFlow } from './SignInFlow';
import { tellTabs } from './tabs';
import { SESSION } from './words';
import { VIEWER } from './viewer';

const route = getRouteApi('/sign-in');

/** The page before everything: it ends on the one that was asked for first. */
export function SignIn() {
  const t = useWords(SESSION);
  const shell = useWords(SHELL);
  const { to } = route.useSearch();
  const router = useRouter();
  usePageTitle(t('title'));
  const [{ data, fetching }] = useQuery({ query: VIEWER, requestPolicy: 'network-only' });
  const viewer = data?.viewer;
  const enter = (username: string) => {
    askAs(username);
    sessionEnded.set(false);
    tellTabs({ is: 'in', username });
    forgetEverything();
    router.history.replace(to ?? '/');
  };
  useEffect(() => leaving.set(false), []);
  const isIn = viewer != null && viewer.duty == null;
  useEffect(() => {
    if (isIn) router.history.replace(to ?? '/');
  }, [isIn, router, to]);
  if (isIn || (fetching && data === undefined)) return null;
  return (
    <Center mih="100dvh" p="md" component="main">
      <Paper withBorder p="lg" w="100%" maw={400}>
        <Stack gap="md">
          <Group justify="space-between" align="flex-start" wrap="nowrap">
            <div>
              <Text c="dimmed" size="sm">
                {shell('product')}
              </Text>
              <Title order={1} size="h3">
                {t('title')}
              </Title>
            </div>
            <LanguageSwitch />
          </Group>
          {viewer?.duty == null ? (
            <SignInFlow to={to} onIn={(who) => enter(who.username)} />
          ) : (
            <>
              <SignInFlow
                from={{ username: viewer.username, duty: viewer.duty }}
                to={to}
                onIn={(who) => enter(who.username)}
              />
              <Leave />
            </>
          )}
        </Stack>
      </Paper>
    </Center>
  );
}

/** The way back to the door for somebody who has a duty and is not the one who is at work now. */
function Leave() {
  const t = useWords(SESSION);
  const [, signOut] = useMutation(SIGN_OUT);
  const leave = async () => {
    await signOut({}, AS_NOBODY);
    forgetEverything();
  };
  return (
    <Anchor component="button" type="button" size="sm" ta="start" onClick={() => void leave()}>
      {t('leave')}
    </Anchor>
  );
}
