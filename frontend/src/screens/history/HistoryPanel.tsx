import { Button, Skeleton, Stack, Text, Timeline } from '@mantine/core';
import { useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { MomentForm } from './MomentForm';
import { useVersions } from './useVersions';
import { VersionItem } from './VersionItem';
import { HISTORY } from './words';

const PAGE = 30;
const MOST = 190;

interface Props {
  readonly kind: Kind;
  readonly id: string;
  readonly asOf: string | undefined;
}

/** What became of a record, the newest first. */
export function HistoryPanel({ kind, id, asOf }: Props) {
  const t = useWords(HISTORY);
  const [first, setFirst] = useState(PAGE);
  const { versions, previousOf, hasMore, isAsking, error, retry } = useVersions(id, first);
  if (error !== undefined) return <Trouble error={error} onRetry={retry} />;
  if (isAsking) return <Skeleton height={120} />;
  return (
    <Stack>
      <MomentForm />
      {versions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      <Timeline bulletSize={12} lineWidth={2} active={-1}>
        {versions.map((version) => (
          <VersionItem key={version.position} kind={kind} id={id} version={version} previous={previousOf(version)} isShown={asOf === version.at} />
        ))}
      </Timeline>
      {hasMore && first < MOST && (
        <div>
          <Button variant="default" size="xs" onClick={() => setFirst((now) => Math.min(now + PAGE, MOST))}>
            {t('more')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
