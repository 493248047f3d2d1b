import { Button, Loader } from '@mantine/core';
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
  const label = running.length > 0 ? t('running', { count: running.length }) : t('title');
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={look}
        aria-label={label}
        leftSection={running.length > 0 ? <Loader size={14} aria-hidden /> : undefined}
        visibleFrom={running.length > 0 ? 'base' : 'sm'}
      >
        {label}
      </Button>
      <Suspense>{isOpen && <JobsDrawer jobs={jobs} error={error} onRetry={refresh} onClose={close} />}</Suspense>
    </>
  );
}
