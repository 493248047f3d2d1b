import { Button, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import { useCatalogue } from '../../catalogue/context';
import type { CreateWebhookInput } from '../../gql/graphql';
import { Refused } from '../../session/Refused';
import type { Refusal } from '../../session/refusals';
import { useViewer } from '../../session/SessionGate';
import { useLabel, useWords } from '../../words/words';
import { OWN_TOKENS } from '../documents';
import type { Webhook } from './Webhooks';
import { WEBHOOKS } from './words';

export type Wanted = Pick<CreateWebhookInput, 'name' | 'url' | 'kinds' | 'verbs' | 'token'>;

interface WebhookFormProps {
  readonly webhook: Webhook | undefined;
  readonly refusal: Refusal | undefined;
  readonly isBusy: boolean;
  readonly onWanted: (wanted: Wanted) => void;
}

/** Where a program is told, of which kinds and verbs, and by whose rights. */
export function WebhookForm({ webhook, refusal, isBusy, onWanted }: WebhookFormProps) {
  const t = useWords(WEBHOOKS);
  const label = useLabel();
  const catalogue = useCatalogue();
  const { username } = useViewer();
  const [{ data }] = useQuery({ query: OWN_TOKENS });
  const [name, setName] = useState(webhook?.name ?? '');
  const [url, setUrl] = useState(webhook?.url ?? 'https://');
  const [kinds, setKinds] = useState<string[]>(webhook?.kinds.split(' ') ?? []);
  const [verbs, setVerbs] = useState(webhook?.verbs ?? '');
  const [token, setToken] = useState<string | null>(webhook?.token?.id ?? null);
  const tokens = (data?.tokens.nodes ?? []).filter((each) => each.endedAt == null && each.account?.username === username);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onWanted({ name, url, kinds: kinds.join(' '), verbs: verbs.trim() || null, token });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Refused refusal={refusal} />
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={60}
          required
          data-autofocus
        />
        <TextInput
          type="url"
          label={t('url')}
          description={t('urlHint')}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          maxLength={500}
          required
        />
        <MultiSelect
          label={t('kinds')}
          data={catalogue.listed.map((kind) => ({ value: kind.name, label: `${label(kind.label)} · ${kind.name}` }))}
          value={kinds}
          onChange={setKinds}
          searchable
          limit={60}
          required
        />
        <TextInput
          label={t('verbs')}
          description={t('verbsHint')}
          value={verbs}
          onChange={(event) => setVerbs(event.currentTarget.value)}
        />
        <Select
          label={t('token')}
          description={t('tokenHint')}
          data={tokens.map((each) => ({ value: each.id, label: each.name }))}
          value={token}
          onChange={setToken}
          clearable
        />
        <Button type="submit" loading={isBusy}>
          {t(webhook === undefined ? 'go' : 'save')}
        </Button>
      </Stack>
    </form>
  );
}
