import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { newKey } from '../../api/newKey';
import { useWords } from '../../words/words';
import { UNDO_IMPORT } from './documents';
import type { Run } from './run';
import { IMPORT } from './words';

/** Takes an import back as a whole, for a reason. */
export function Undo({ run }: { readonly run: Run }) {
  const t = useWords(IMPORT);
  const [isOpen, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string>();
  const [{ fetching }, undo] = useMutation(UNDO_IMPORT);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data, error } = await undo({ input: { id: run.id, reason, idempotencyKey: newKey() } });
    const problem = data?.undoImport.errors[0]?.message ?? error?.message;
    setRefused(problem);
    if (problem === undefined) close();
  };
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={open}>
        {t('undo')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('undo')} closeButtonProps={{ 'aria-label': t('stay') }}>
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            <Text size="sm">{t('undoText')}</Text>
            {refused !== undefined && (
              <Alert color="red" role="alert">
                {refused}
              </Alert>
            )}
            <Textarea
              label={t('undoReason')}
              value={reason}
              maxLength={500}
              required
              data-autofocus
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button type="submit" color="red" loading={fetching}>
              {t('undo')}
            </Button>
          </Stack>
        </form>
      </Modal>
    </Group>
  );
}
