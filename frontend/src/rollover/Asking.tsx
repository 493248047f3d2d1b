import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '../words/words';
import { ROLL_OVER_WORDS } from './words';

interface Props {
  readonly label: string;
  readonly text?: string;
  readonly color?: string;
  readonly isLight?: boolean;
  readonly isReady: boolean;
  /** Does it; what is said stands in the way. */
  readonly onDo: () => Promise<string | undefined>;
  readonly children: ReactNode;
}

/** A button that asks once more, with what it takes to be sure. */
export function Asking({ label, text, color, isLight = false, isReady, onDo, children }: Props) {
  const t = useWords(ROLL_OVER_WORDS);
  const [isOpen, { open, close }] = useDisclosure();
  const [refused, setRefused] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const problem = await onDo();
    setBusy(false);
    setRefused(problem);
    if (problem === undefined) close();
  };
  return (
    <>
      <Button variant={isLight ? 'default' : 'filled'} size={isLight ? 'compact-sm' : 'sm'} onClick={open}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={label} closeButtonProps={{ 'aria-label': t('cancel') }}>
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            {text !== undefined && <Text size="sm">{text}</Text>}
            {refused !== undefined && (
              <Alert color="red" role="alert">
                {refused}
              </Alert>
            )}
            {children}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={isBusy} disabled={!isReady} {...(color === undefined ? {} : { color })}>
                {label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
