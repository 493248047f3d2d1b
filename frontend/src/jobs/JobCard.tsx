import { Badge, Button, Group, Paper, Progress, Text } from '@mantine/core';
import { useKind } from '../catalogue/context';
import { useLocale } from '../words/useLocale';
import { useLabel, useWords } from '../words/words';
import { CancelJob } from './CancelJob';
import { OpenRun } from './OpenRun';
import { isAtWork, type Job } from './useJobs';
import type { RunPlace } from './useRunsOf';
import { JOBS_WORDS } from './words';

const COLOURS: Readonly<Record<string, string>> = { SUCCEEDED: 'green', FAILED: 'red', CANCELLED: 'gray' };

interface JobCardProps {
  readonly job: Job;
  readonly place: RunPlace | undefined;
  readonly onOpen: () => void;
}

/** One job: what it is, how far it is or how it has ended. */
export function JobCard({ job, place, onOpen }: JobCardProps) {
  const t = useWords(JOBS_WORDS);
  const label = useLabel();
  const locale = useLocale();
  const states = useKind('Job')?.fields.find(({ name }) => name === 'state')?.states;
  const state = states?.find(({ name }) => name === job.state);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const outcome = label({ en: job.englishOutcome ?? '', zh: job.chineseOutcome ?? '' });
  const total = job.total ?? 0;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600}>
          {job.title ?? job.task.label}
        </Text>
        <Badge size="sm" variant="dot" color={COLOURS[job.state] ?? 'blue'}>
          {state === undefined ? job.state : label(state.label)}
        </Badge>
      </Group>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {job.title != null && `${job.task.label} · `}
          {format.format(new Date(job.endedAt ?? job.askedAt))}
        </Text>
        {place && <OpenRun place={place} onClick={onOpen} />}
      </Group>
      {outcome !== '' && (
        <Text size="sm" mt={4}>
          {outcome}
        </Text>
      )}
      {isAtWork(job) && (
        <>
          <Progress mt="xs" value={total === 0 ? 100 : (100 * job.done) / total} animated aria-label={job.title ?? ''} />
          <Group justify="space-between" mt="xs">
            <Text size="xs" c="dimmed">
              {job.cancelAskedAt != null ? t('cancelling') : total > 0 && t('progress', { done: job.done, total })}
            </Text>
            <CancelJob job={job}>
              {({ cancel, fetching }) => (
                <Button size="compact-sm" variant="default" onClick={cancel} loading={fetching} disabled={job.cancelAskedAt != null}>
                  {t('cancel')}
                </Button>
              )}
            </CancelJob>
          </Group>
        </>
      )}
    </Paper>
  );
}
