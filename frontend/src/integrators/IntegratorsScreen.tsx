import { Anchor, Group, Loader, Stack, Tabs, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { integratorsRoute } from '../router';
import { useWords } from '../words/words';
import { INTEGRATORS } from './words';

const TABS = {
  tokens: lazy(async () => ({ default: (await import('./tokens/Tokens')).Tokens })),
  schema: lazy(async () => ({ default: (await import('./schema/Schema')).Schema })),
  examples: lazy(async () => ({ default: (await import('./Examples')).Examples })),
  documents: lazy(async () => ({ default: (await import('./StoredQueries')).StoredQueries })),
  webhooks: lazy(async () => ({ default: (await import('./webhooks/Webhooks')).Webhooks })),
  changes: lazy(async () => ({ default: (await import('./Changes')).Changes })),
} as const;

type Tab = keyof typeof TABS;

/** What whoever writes a program needs: tokens, the schema in words, examples that run, stored queries, webhooks, changes. */
export function IntegratorsScreen() {
  const t = useWords(INTEGRATORS);
  const search = integratorsRoute.useSearch();
  const navigate = integratorsRoute.useNavigate();
  const tab: Tab = search.tab !== undefined && search.tab in TABS ? (search.tab as Tab) : 'tokens';
  const Shown = TABS[tab];
  return (
    <Stack p="md" gap="md">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Group gap="md">
          <Anchor href="/graphiql" size="sm">
            {t('graphiql')}
          </Anchor>
          <Anchor href="/q/docs" size="sm">
            {t('openapi')}
          </Anchor>
        </Group>
      </Group>
      <Tabs value={tab} onChange={(chosen) => void navigate({ search: chosen === null ? {} : { tab: chosen } })}>
        <Tabs.List>
          {(Object.keys(TABS) as Tab[]).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(each)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <Suspense fallback={<Loader type="dots" />}>
            <Shown />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
