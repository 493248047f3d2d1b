import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { ConsoleOwnWebhooksQuery } from '../../gql/graphql';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { Deliveries } from './Deliveries';
import { OWN_WEBHOOKS } from './documents';
import { Renewal } from './Renewal';
import { Verifying } from './Verifying';
import { WebhookEditor } from './WebhookEditor';
import { WebhookTable } from './WebhookTable';
import { WEBHOOKS } from './words';

export type Webhook = ConsoleOwnWebhooksQuery['webhooks']['nodes'][number];

type Open =
  | { readonly at: 'editor'; readonly webhook?: Webhook }
  | { readonly at: 'renewal' | 'deliveries'; readonly webhook: Webhook };

/** The webhooks of programs: made, changed, paused and tried here, with what was sent to each. */
export function Webhooks() {
  const t = useWords(WEBHOOKS);
  const [{ data, error }, ask] = useQuery({ query: OWN_WEBHOOKS, requestPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<Open>();
  const again = () => ask({ requestPolicy: 'network-only' });
  const close = () => {
    setOpen(undefined);
    again();
  };
  if (error && !data) return <Trouble error={error} onRetry={again} />;
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" maw="60rem">
          {t('text')}
        </Text>
        <Button onClick={() => setOpen({ at: 'editor' })}>{t('create')}</Button>
      </Group>
      {data && (
        <WebhookTable
          webhooks={data.webhooks.nodes}
          onChange={again}
          onEdit={(webhook) => setOpen({ at: 'editor', webhook })}
          onRenew={(webhook) => setOpen({ at: 'renewal', webhook })}
          onLook={(webhook) => setOpen({ at: 'deliveries', webhook })}
        />
      )}
      <Verifying />
      {open?.at === 'editor' && <WebhookEditor webhook={open.webhook} onClose={close} />}
      {open?.at === 'renewal' && <Renewal webhook={open.webhook} onClose={close} />}
      {open?.at === 'deliveries' && <Deliveries webhook={open.webhook} onClose={close} />}
    </Stack>
  );
}
