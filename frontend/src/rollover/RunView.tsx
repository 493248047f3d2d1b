import { Alert, Badge, Group, List, Progress, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Counts } from '../jobs/Counts';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import { Deciding } from './Deciding';
import { COUNTS, isAtWork, type Run } from './run';
import { Schools } from './Schools';
import { useRun } from './useRun';
import { ROLL_OVER_WORDS } from './words';

/** A roll-over as it stands: at work, or told with what there is to decide. */
export function RunView({ id }: { readonly id: string }) {
  const t = useWords(ROLL_OVER_WORDS);
  const label = useLabel();
  const { run, error, fetching, refresh } = useRun(id);
  if (run == null) {
    if (error) return <Trouble error={error} onRetry={refresh} />;
    return fetching ? <Skeleton h={240} /> : <Alert color="gray">{t('notFound')}</Alert>;
  }
  const isWaiting = isAtWork(run);
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Title order={2} size="h4">
          {run.unit?.name} · {run.fromYear?.name} → {run.toYear?.name}
        </Title>
        <Badge variant="default">{t(`state_${run.state}`)}</Badge>
      </Group>
      {isWaiting && run.job != null && <Working job={run.job} />}
      {run.state === 'FAILED' && (
        <Alert color="red" role="alert" title={t('failed')}>
          {label({ en: run.englishReason ?? '', zh: run.chineseReason ?? '' })}
        </Alert>
      )}
      {!isWaiting && run.state === 'COMMITTED' && run.hinders.nodes.length > 0 && <Hindered run={run} />}
      {run.state !== 'PREVIEWING' && (
        <>
          <Told run={run} />
          {!isWaiting && <Deciding key={run.state} run={run} onDone={refresh} />}
          <Schools run={run} onSettled={refresh} />
        </>
      )}
    </Stack>
  );
}

function Working({ job }: { readonly job: NonNullable<Run['job']> }) {
  const t = useWords(ROLL_OVER_WORDS);
  const total = job.total ?? 0;
  const text = job.state === 'QUEUED' ? t('waiting') : total === 0 ? t('working') : t('running', { done: job.done, total });
  return (
    <Stack gap="xs">
      <Text role="status">{text}</Text>
      <Progress value={total === 0 ? 100 : (100 * job.done) / total} animated striped={total === 0} aria-label={text} />
    </Stack>
  );
}

function Hindered({ run }: { readonly run: Run }) {
  const t = useWords(ROLL_OVER_WORDS);
  const label = useLabel();
  return (
    <Alert color="red" role="alert" title={t('hindered')}>
      <List size="sm">
        {run.hinders.nodes.map((each) => (
          <List.Item key={each.id}>
            {each.record}: {label({ en: each.englishText ?? '', zh: each.chineseText ?? '' })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Told({ run }: { readonly run: Run }) {
  const t = useWords(ROLL_OVER_WORDS);
  const names = [...COUNTS, 'classesRisen', 'classesMade', 'classesEnded'] as const;
  return <Counts counts={names.map((name) => ({ name, label: t(name), value: run[name], isBad: name === 'blocked' }))} />;
}
