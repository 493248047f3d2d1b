import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Refused } from '../../session/Refused';
import { type Refusal, refusalOf } from '../../session/refusals';
import { SESSION } from '../../session/words';
import { useWords } from '../../words/words';
import { RENEW_SECRET } from './documents';
import { NewSecret } from './NewSecret';
import type { Webhook } from './Webhooks';
import { WEBHOOKS } from './words';

/** Another secret for a webhook; the one before goes on signing for a while. */
export function Renewal({ webhook, onClose }: { readonly webhook: Webhook; readonly onClose: () => void }) {
  const t = useWords(WEBHOOKS);
  const away = useWords(SESSION)('away');
  const [secret, setSecret] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [{ fetching }, renewOne] = useMutation(RENEW_SECRET);
  const renew = async () => {
    const result = await renewOne({ input: { id: webhook.id } });
    const { secret: made, errors } = result.data?.renewWebhookSecret ?? {};
    if (made) setSecret(made);
    else setRefusal(refusalOf(errors, result.error, away));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t('renew')} · ${webhook.name}`}
      closeOnClickOutside={false}
      closeOnEscape={secret === undefined}
      withCloseButton={secret === undefined}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      size="lg"
    >
      {secret === undefined ? (
        <Stack>
          <Text size="sm">{t('renewText')}</Text>
          <Refused refusal={refusal} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button onClick={() => void renew()} loading={fetching} data-autofocus>
              {t('renew')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <NewSecret secret={secret} onDone={onClose} />
      )}
    </Modal>
  );
}
