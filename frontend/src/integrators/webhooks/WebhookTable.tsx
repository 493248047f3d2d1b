import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Moment } from '../../account/Moment';
import { useStates } from '../../catalogue/useStates';
import { Refused } from '../../session/Refused';
import { type Refusal, refusalOf, type Told } from '../../session/refusals';
import { SESSION } from '../../session/words';
import { useWords } from '../../words/words';
import { PAUSE, RESUME, SEND_TEST } from './documents';
import type { Webhook } from './Webhooks';
import { WEBHOOKS } from './words';

interface WebhookTableProps {
  readonly webhooks: readonly Webhook[];
  readonly onChange: () => void;
  readonly onEdit: (webhook: Webhook) => void;
  readonly onRenew: (webhook: Webhook) => void;
  readonly onLook: (webhook: Webhook) => void;
}

/** Webhooks with how they stand, and what can be done with each. */
export function WebhookTable({ webhooks, onChange, ...open }: WebhookTableProps) {
  const t = useWords(WEBHOOKS);
  const away = useWords(SESSION)('away');
  const states = useStates('Webhook', 'state');
  const [refusal, setRefusal] = useState<Refusal>();
  const [said, setSaid] = useState('');
  if (webhooks.length === 0) return <Text size="sm">{t('none')}</Text>;
  const settle = (errors: readonly Told[] | undefined, error: Parameters<typeof refusalOf>[1], done = '') => {
    setRefusal(errors?.length === 0 ? undefined : refusalOf(errors, error, away));
    setSaid(errors?.length === 0 ? done : '');
    onChange();
  };
  return (
    <Stack gap="xs">
      <Refused refusal={refusal} />
      <Text size="sm" role="status">
        {said}
      </Text>
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('url')}</Table.Th>
              <Table.Th>{t('kinds')}</Table.Th>
              <Table.Th>{t('token')}</Table.Th>
              <Table.Th>{t('state')}</Table.Th>
              <Table.Th>{t('told')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {webhooks.map((webhook) => (
              <Table.Tr key={webhook.id}>
                <Table.Td>{webhook.name}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{webhook.url}</Table.Td>
                <Table.Td>{webhook.kinds}</Table.Td>
                <Table.Td>{webhook.token?.name ?? t('ofAccount')}</Table.Td>
                <Table.Td>
                  {states(webhook.state)}
                  {webhook.failures > 0 && ` · ${t('failures', { count: webhook.failures })}`}
                  {webhook.whyOff != null && ` · ${webhook.whyOff}`}
                </Table.Td>
                <Table.Td>{webhook.toldAt == null ? t('never') : <Moment at={webhook.toldAt} />}</Table.Td>
                <Table.Td>
                  <Verbs webhook={webhook} onSettled={settle} {...open} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

interface VerbsProps extends Omit<WebhookTableProps, 'webhooks' | 'onChange'> {
  readonly webhook: Webhook;
  readonly onSettled: (errors: readonly Told[] | undefined, error: Parameters<typeof refusalOf>[1], done?: string) => void;
}

function Verbs({ webhook, onSettled, onEdit, onRenew, onLook }: VerbsProps) {
  const t = useWords(WEBHOOKS);
  const [, pauseOne] = useMutation(PAUSE);
  const [, resumeOne] = useMutation(RESUME);
  const [, testOne] = useMutation(SEND_TEST);
  const input = { id: webhook.id };
  const pause = async () => {
    const { data, error } = await pauseOne({ input });
    onSettled(data?.pauseWebhook.errors, error);
  };
  const resume = async () => {
    const { data, error } = await resumeOne({ input });
    onSettled(data?.resumeWebhook.errors, error);
  };
  const test = async () => {
    const { data, error } = await testOne({ input });
    onSettled(data?.sendTestMessage.errors, error, t('tested'));
  };
  const isOn = webhook.state === 'ACTIVE' || webhook.state === 'FAILING';
  const verbs: readonly (readonly [string, () => unknown])[] = [
    [t('deliveries'), () => onLook(webhook)],
    ...(isOn ? ([[t('test'), test]] as const) : []),
    isOn ? [t('pause'), pause] : [t('resume'), resume],
    [t('change'), () => onEdit(webhook)],
    [t('renew'), () => onRenew(webhook)],
  ];
  return (
    <Group gap={4} justify="flex-end" role="group" aria-label={t('actions', { name: webhook.name })}>
      {verbs.map(([label, act]) => (
        <Button key={label} size="compact-sm" variant="default" onClick={() => void act()}>
          {label}
        </Button>
      ))}
    </Group>
  );
}
