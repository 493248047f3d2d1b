import { Alert, Anchor, Badge, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Kind } from '../../catalogue/catalogue';
import { importRoute } from '../../router';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import { Ended } from './Ended';
import { Progressing } from './Progressing';
import type { Run } from './run';
import { useRun } from './useRun';
import { IMPORT } from './words';

/** A run as it stands: at work, or over with what there is to say and to do. */
export function RunView({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const t = useWords(IMPORT);
  const { run, job, error, fetching, refresh } = useRun(id);
  if (run == null) {
    if (error) return <Trouble error={error} onRetry={refresh} />;
    return fetching ? <Skeleton h={240} /> : <Alert color="gray">{t('notFound')}</Alert>;
  }
  return (
    <Stack gap="md">
      <Head kind={kind} run={run} />
      {job === undefined ? <Ended key={run.job?.state} kind={kind} run={run} /> : <Progressing job={job} isUndoing={job.id === run.undoing?.id} />}
    </Stack>
  );
}

function Head({ kind, run }: { readonly kind: Kind; readonly run: Run }) {
  const t = useWords(IMPORT);
  const label = useLabel();
  const { file } = importRoute.useSearch();
  const form = label({ en: run.englishForm ?? '', zh: run.chineseForm ?? '' });
  return (
    <div>
      <Group gap="xs">
        <Title order={2} size="h4">
          {run.fileName}
        </Title>
        <Badge variant="default">{t(run.undoneAt != null ? 'undone' : run.isTrial ? 'trial' : 'real')}</Badge>
        {run.isWhole && <Badge variant="default">{t('whole')}</Badge>}
        <Anchor component={Link} to="/registers/$kind/import" params={{ kind: kind.name } as never} search={{} as never} size="sm" ms="auto">
          {t('anotherFile')}
        </Anchor>
      </Group>
      <Text size="sm" c="dimmed">
        {form !== '' && t('readAs', { form })} {file === undefined && run.isTrial && t('needFile')}
      </Text>
    </div>
  );
}
