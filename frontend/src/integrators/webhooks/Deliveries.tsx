import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Moment } from '../../account/Moment';
import { useStates } from '../../catalogue/useStates';
import type { ConsoleWebhookDeliveriesQuery } from '../../gql/graphql';
import { Refused } from '../../session/Refused';
import { type Refusal, refusalOf } from '../../session/refusals';
import { SESSION } from '../../session/words';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { DELIVERIES, REDELIVER } from './documents';
import type { Webhook } from './Webhooks';
import { WEBHOOKS } from './words';

type Delivery = ConsoleWebhookDeliveriesQuery['webhookDeliveries']['nodes'][number];

/** How many are shown at first, and how many more each time. */
const PAGE = 20;

/** What was sent to a webhook, and what waits; each can be sent again. */
export function Deliveries({ webhook, onClose }: { readonly webhook: Webhook; readonly onClose: () => void }) {
  const t = useWords(WEBHOOKS);
  const away = useWords(SESSION)('away');
  const [first, setFirst] = useState(PAGE);
  const [refusal, setRefusal] = useState<Refusal>();
  const variables = { webhook: webhook.id, first };
  const [{ data, error, fetching }, ask] = useQuery({ query: DELIVERIES, variables, requestPolicy: 'cache-and-network' });
  const [, redeliver] = useMutation(REDELIVER);
  const again = () => ask({ requestPolicy: 'network-only' });
  const send = async (delivery: Delivery) => {
    const result = await redeliver({ input: { id: delivery.id } });
    const errors = result.data?.redeliver.errors;
    setRefusal(errors?.length === 0 ? undefined : refusalOf(errors, result.error, away));
    again();
  };
  const shown = data?.webhookDeliveries;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('deliveriesOf', { name: webhook.name })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      size="70rem"
    >
      <Stack>
        <Refused refusal={refusal} />
        {error && !data && <Trouble error={error} onRetry={again} />}
        {shown?.nodes.length === 0 && <Text size="sm">{t('noDeliveries')}</Text>}
        {shown && shown.nodes.length > 0 && <DeliveryTable deliveries={shown.nodes} onSend={(one) => void send(one)} />}
        <Group>
          <Button variant="default" onClick={again} loading={fetching}>
            {t('again')}
          </Button>
          {shown?.pageInfo.hasNextPage && (
            <Button variant="default" onClick={() => setFirst(first + PAGE)}>
              {t('more')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

interface DeliveryTableProps {
  readonly deliveries: readonly Delivery[];
  readonly onSend: (delivery: Delivery) => void;
}

function DeliveryTable({ deliveries, onSend }: DeliveryTableProps) {
  const t = useWords(WEBHOOKS);
  const states = useStates('WebhookDelivery', 'state');
  return (
    <Table.ScrollContainer minWidth={880}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('event')}</Table.Th>
            <Table.Th>{t('record')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Th style={{ whiteSpace: 'nowrap' }}>{t('attempts')}</Table.Th>
            <Table.Th>{t('answer')}</Table.Th>
            <Table.Th>{t('latency')}</Table.Th>
            <Table.Th>{t('made')}</Table.Th>
            <Table.Th>{t('next')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deliveries.map((delivery) => (
            <Table.Tr key={delivery.id}>
              <Table.Td title={delivery.messageId}>{delivery.event}</Table.Td>
              <Table.Td>{delivery.subject}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{states(delivery.state)}</Table.Td>
              <Table.Td>{delivery.attempts}</Table.Td>
              <Table.Td>{delivery.failure ?? delivery.status}</Table.Td>
              <Table.Td>{delivery.latency}</Table.Td>
              <Table.Td>
                <Moment at={delivery.madeAt} />
              </Table.Td>
              <Table.Td>{delivery.nextAt != null && <Moment at={delivery.nextAt} />}</Table.Td>
              <Table.Td ta="end">
                {delivery.state !== 'WAITING' && delivery.state !== 'SENDING' && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => onSend(delivery)}
                    aria-label={t('redeliverOf', { id: delivery.messageId })}
                  >
                    {t('redeliver')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
