import { Progress, Skeleton, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { RecordLink } from '../records/RecordLink';
import { useStateWords } from '../desks/parts/useFieldWords';
import { Block } from '../records/Block';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { HOME_JOBS } from './documents';
import { HOME } from './words';

/** What I asked for that is not done yet. */
export function Jobs() {
  const t = useWords(HOME);
  const state = useStateWords('Job', 'state');
  const [{ data, error }] = useQuery({ query: HOME_JOBS });
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={120} />;
  const { nodes } = data.jobs;
  return (
    <Block title={t('jobs')} empty={t('noJobs')} isEmpty={nodes.length === 0}>
      {nodes.map((job) => (
        <div key={job.id}>
          <Text size="sm">
            <RecordLink id={job.id}>{job.title ?? job.task.label ?? job.task.code}</RecordLink> · {state(job.state)}
            {job.total != null && ` · ${t('progress', { done: job.done, total: job.total })}`}
          </Text>
          {job.total != null && job.total > 0 && <Progress value={(job.done / job.total) * 100} aria-label={job.title ?? job.task.code} size="sm" />}
        </div>
      ))}
    </Block>
  );
}
