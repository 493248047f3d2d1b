import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { newKey } from '../api/newKey';
import { useWords } from '../words/words';
import { REMOVE_CASE_FILE } from './documents';
import type { CaseFile } from './Files';
import { CASES } from './words';

interface Props {
  readonly file: CaseFile;
  /** The case that it goes with. */
  readonly from: string;
  readonly onClose: () => void;
}

/** Why a file is taken back, which stays to be read in its place. */
export function TakeBack({ file, from, onClose }: Props) {
  const t = useWords(CASES);
  const [{ fetching }, remove] = useMutation(REMOVE_CASE_FILE);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data, error } = await remove({ input: { id: from, place: file.place, reason, idempotencyKey: newKey() } });
    const message = data?.outcome.errors[0]?.message ?? error?.message;
    setRefused(message);
    if (message === undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('takeBackOf', { name: file.fileName })} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text size="sm">{t('takeBackText')}</Text>
          <Textarea
            label={t('reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={refused}
            maxLength={500}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red.9" loading={fetching} disabled={reason.trim() === ''}>
              {t('takeBack')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
