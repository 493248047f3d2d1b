import { Drawer, Stack, Text } from '@mantine/core';
import type { CombinedError } from 'urql';
import { Trouble } from '../shell/Trouble';
import { useFocusBack } from '../shell/useFocusBack';
import { useWords } from '../words/words';
import { JobCard } from './JobCard';
import type { Job } from './useJobs';
import { useRunsOf } from './useRunsOf';
import { JOBS_WORDS } from './words';

interface JobsDrawerProps {
  readonly jobs: readonly Job[];
  readonly error: CombinedError | undefined;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** What runs for one in the background, and how what ran has ended. */
export default function JobsDrawer({ jobs, error, onRetry, onClose }: JobsDrawerProps) {
  const t = useWords(JOBS_WORDS);
  useFocusBack();
  const places = useRunsOf(jobs.map(({ id }) => id));
  return (
    <Drawer opened onClose={onClose} position="right" title={t('title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="sm">
        {error && <Trouble error={error} onRetry={onRetry} />}
        {jobs.length === 0 && !error && (
          <Text size="sm" c="dimmed">
            {t('none')}
          </Text>
        )}
        {jobs.map((job) => (
          <JobCard key={job.id} job={job} place={places.get(job.id)} onOpen={onClose} />
        ))}
      </Stack>
    </Drawer>
  );
}
