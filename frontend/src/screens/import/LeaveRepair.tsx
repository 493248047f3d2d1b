import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../words/words';
import type { Guard } from '../form/useGuard';
import { IMPORT } from './words';

/** Whether to leave corrections that were not tried: they may hold what is sealed, and are kept nowhere. */
export function LeaveRepair({ guard }: { readonly guard: Guard }) {
  const t = useWords(IMPORT);
  return (
    <Modal opened={guard.isAsked} onClose={guard.stay} title={t('leaveTitle')} centered closeButtonProps={{ 'aria-label': t('stay') }}>
      <Stack>
        <Text size="sm">{t('leaveText')}</Text>
        <Group justify="flex-end">
          <Button variant="subtle" color="red" onClick={guard.leave}>
            {t('leave')}
          </Button>
          <Button onClick={guard.stay} data-autofocus>
            {t('stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
