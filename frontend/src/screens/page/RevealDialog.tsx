import { Alert, Button, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useClient } from 'urql';
import type { Field, Kind } from '../../catalogue/catalogue';
import { useCodes } from '../../fields/coded/useCodes';
import { useWords } from '../../words/words';
import { PURPOSES, revealDocument, sealedName } from './sealed';
import { PAGE } from './words';

interface Props {
  readonly kind: Kind;
  readonly field: Field;
  readonly id: string;
  readonly of: string;
  readonly onClose: () => void;
  readonly onRevealed: (value: string) => void;
}

/** For which purpose and why somebody wants to see a sealed value. */
export function RevealDialog({ kind, field, id, of, onClose, onRevealed }: Props) {
  const t = useWords(PAGE);
  const client = useClient();
  const document = useMemo(() => revealDocument(kind), [kind]);
  const { codes } = useCodes(PURPOSES, true);
  const [purpose, setPurpose] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState<string>();
  const reveal = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (purpose === null || reason.trim() === '') return;
    setAsking(true);
    const input = { id, field: sealedName(field.name), purpose, reason };
    const { data, error } = await client.mutation(document, { input }).toPromise();
    setAsking(false);
    const value = data?.asked.value;
    if (value != null) return onRevealed(value);
    const [problem] = data?.asked.errors ?? [];
    setRefused(problem?.message ?? error?.graphQLErrors[0]?.message ?? t('away'));
  };
  return (
    <Modal opened onClose={onClose} title={t('showTitle', { of })} closeButtonProps={{ 'aria-label': t('close') }}>
      <form noValidate onSubmit={(event) => void reveal(event)}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('showText')}
          </Text>
          {refused !== undefined && (
            <Alert color="red" role="alert">
              {refused}
            </Alert>
          )}
          <Select
            label={t('purpose')}
            withAsterisk
            data={codes.map(({ code, words }) => ({ value: code, label: words }))}
            value={purpose}
            onChange={setPurpose}
            error={isTried && purpose === null ? t('needed') : undefined}
            data-autofocus
          />
          <Textarea
            label={t('reason')}
            withAsterisk
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isTried && reason.trim() === '' ? t('needed') : undefined}
          />
          <Button type="submit" loading={isAsking}>
            {t('reveal')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
