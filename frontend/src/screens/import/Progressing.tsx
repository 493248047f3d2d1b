import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { CancelJob } from '../../jobs/CancelJob';
import { useWords } from '../../words/words';
import type { Job } from './run';
import { IMPORT } from './words';

/** How far the server is with a run, and the way to stop it. */
export function Progressing({ job, isUndoing }: { readonly job: Job; readonly isUndoing: boolean }) {
  const t = useWords(IMPORT);
  const total = job.total ?? 0;
  const text =
    job.cancelAskedAt != null
      ? t('cancelling')
      : isUndoing
        ? t('undoing')
        : job.state === 'QUEUED'
          ? t('waiting')
          : total === 0
            ? t('reads')
            : t('running', { done: job.done, total });
  return (
    <Stack gap="xs">
      <Text role="status">{text}</Text>
      <Progress value={total === 0 ? 100 : (100 * job.done) / total} animated striped={total === 0} aria-label={text} />
      <Group>
        <CancelJob job={job}>{({ cancel, fetching }) => (
          <Button variant="default" onClick={cancel} loading={fetching} disabled={job.cancelAskedAt != null}>
            {t('cancel')}
          </Button>
        )}</CancelJob>
      </Group>
    </Stack>
  );
}
