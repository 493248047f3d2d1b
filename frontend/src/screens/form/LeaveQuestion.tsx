import { Button, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../words/words';
import type { Guard } from './useGuard';
import { FORM } from './words';

/** Whether to leave what is not saved, and whether its draft is kept. */
export function LeaveQuestion({ guard, onDiscard }: { readonly guard: Guard; readonly onDiscard: () => void }) {
  const t = useWords(FORM);
  const discard = () => {
    onDiscard();
    guard.leave();
  };
  // Drawn only when asked: it must not hear the very key that brought it up.
  if (!guard.isAsked) return null;
  return (
    <Modal opened onClose={guard.stay} title={t('leave')} zIndex={400} centered closeButtonProps={{ 'aria-label': t('stay') }}>
      <Stack>
        <Text size="sm">{t('leaveText')}</Text>
        <Button onClick={guard.stay} data-autofocus>
          {t('stay')}
        </Button>
        <Button variant="default" onClick={guard.leave}>
          {t('leaveKeep')}
        </Button>
        <Button variant="subtle" color="red" onClick={discard}>
          {t('leaveDiscard')}
        </Button>
      </Stack>
    </Modal>
  );
}
