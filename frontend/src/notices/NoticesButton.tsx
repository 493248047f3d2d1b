import { ActionIcon, Indicator } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useIdle } from '../shell/useIdle';
import { useWords } from '../words/words';
import { useNotices } from './useNotices';
import { NOTICES_WORDS } from './words';

const NoticesDrawer = lazy(() => import('./NoticesDrawer'));

/** A bell with the number of what is unread. */
export function NoticesButton() {
  const t = useWords(NOTICES_WORDS);
  const [isOpen, { open, close }] = useDisclosure();
  const { unread, ...told } = useNotices({ pause: !useIdle() });
  const label = unread > 0 ? `${t('title')}: ${t('unread', { count: unread })}` : t('title');
  return (
    <>
      <Indicator label={unread > 99 ? '99+' : unread} disabled={unread === 0} size={16} offset={6} color="red.8" aria-hidden={false}>
        <ActionIcon variant="subtle" size="lg" onClick={open} aria-label={label}>
          <Bell />
        </ActionIcon>
      </Indicator>
      <Suspense>{isOpen && <NoticesDrawer {...told} onClose={close} />}</Suspense>
    </>
  );
}

function Bell() {
  return (
    <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden>
      <path d="M6 9a6 6 0 0 1 12 0c0 6 2 7 2 8H4c0-1 2-2 2-8" strokeLinejoin="round" />
      <path d="M10 20.5a2.2 2.2 0 0 0 4 0" strokeLinecap="round" />
    </svg>
  );
}
