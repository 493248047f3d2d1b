import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { type Refusal, refusalOf } from '../../session/refusals';
import { SESSION } from '../../session/words';
import { useWords } from '../../words/words';
import { CREATE_WEBHOOK, RENEW_SECRET, UPDATE_WEBHOOK } from './documents';
import { NewSecret } from './NewSecret';
import { type Wanted, WebhookForm } from './WebhookForm';
import type { Webhook } from './Webhooks';
import { WEBHOOKS } from './words';

interface WebhookEditorProps {
  /** The one that is changed; undefined for a new one. */
  readonly webhook: Webhook | undefined;
  readonly onClose: () => void;
}

/** Make a webhook, whose secret is then shown once, or change one. */
export function WebhookEditor({ webhook, onClose }: WebhookEditorProps) {
  const t = useWords(WEBHOOKS);
  const away = useWords(SESSION)('away');
  const [refusal, setRefusal] = useState<Refusal>();
  const [secret, setSecret] = useState<string>();
  const [creating, create] = useMutation(CREATE_WEBHOOK);
  const [updating, update] = useMutation(UPDATE_WEBHOOK);
  const [, renew] = useMutation(RENEW_SECRET);
  const change = async (id: string, wanted: Wanted) => {
    const result = await update({ input: { id, ...wanted } });
    const errors = result.data?.updateWebhook.errors;
    if (errors?.length === 0) onClose();
    else setRefusal(refusalOf(errors, result.error, away));
  };
  const make = async (wanted: Wanted) => {
    const made = await create({ input: wanted });
    const id = made.data?.createWebhook.webhook?.id;
    if (id === undefined) return setRefusal(refusalOf(made.data?.createWebhook.errors, made.error, away));
    const renewed = await renew({ input: { id } });
    const shown = renewed.data?.renewWebhookSecret.secret;
    if (shown) setSecret(shown);
    else setRefusal(refusalOf(renewed.data?.renewWebhookSecret.errors, renewed.error, away));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(webhook === undefined ? 'create' : 'change')}
      closeOnClickOutside={false}
      closeOnEscape={secret === undefined}
      withCloseButton={secret === undefined}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      size="lg"
    >
      {secret === undefined ? (
        <WebhookForm
          webhook={webhook}
          refusal={refusal}
          isBusy={creating.fetching || updating.fetching}
          onWanted={(wanted) => void (webhook === undefined ? make(wanted) : change(webhook.id, wanted))}
        />
      ) : (
        <NewSecret secret={secret} onDone={onClose} />
      )}
    </Modal>
  );
}
