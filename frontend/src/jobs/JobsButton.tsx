import { ActionIcon, Indicator } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useIdle } from '../shell/useIdle';
import { useWords } from '../words/words';
import { useJobs } from './useJobs';
import { JOBS_WORDS } from './words';

const JobsDrawer = lazy(() => import('./JobsDrawer'));

/** That something runs in the background, and the way to what does and did; not there before anything was asked for. */
export function JobsButton() {
  const t = useWords(JOBS_WORDS);
  const [isOpen, { open, close }] = useDisclosure();
  const { jobs, running, error, refresh } = useJobs({ pause: !useIdle() });
  if (jobs.length === 0 && error === undefined) return null;
  const look = () => {
    refresh();
    open();
  };
  const count = running.length;
  const label = count > 0 ? `${t('title')}: ${t('running', { count })}` : t('title');
  return (
    <>
      <Indicator visibleFrom={count > 0 ? 'base' : 'sm'} label={count} disabled={count === 0} processing size={16} offset={6} color="bureau.7" aria-hidden={false}>
        <ActionIcon variant="subtle" size="lg" onClick={look} aria-label={label} title={label}>
          <Tasks />
        </ActionIcon>
      </Indicator>
      <Suspense>{isOpen && <JobsDrawer jobs={jobs} error={error} onRetry={refresh} onClose={close} />}</Suspense>
    </>
  );
}

function Tasks() {
  return (
    <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
      <path d="M4 7h10M4 12h16M4 17h7" />
      <path d="m17 15.5 3 2-3 2z" fill="currentColor" />
    </svg>
  );
}
