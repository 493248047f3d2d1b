import { Alert, Button, Group, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Standing } from '../../uploads/upload';
import { useChecked } from '../../uploads/useChecked';
import { useUpload } from '../../uploads/useUpload';
import { useWords } from '../../words/words';
import { IMPORT } from './words';

const DropArea = lazy(() => import('./DropArea'));

/** Takes a file, sees to it that it arrives and is sound, and hands on its id. */
export function Intake({ onFile }: { readonly onFile: (id: string) => void }) {
  const t = useWords(IMPORT);
  const check = useChecked(onFile);
  const upload = useUpload('TABLE', (id) => void check.begin(id));
  const { standing } = upload;
  const start = (file: File) => {
    check.clear();
    upload.start(file);
  };
  const refused = check.refused ?? (standing?.state === 'refused' ? (standing.reason ?? t('refused')) : undefined);
  if (standing === undefined || refused !== undefined) {
    return (
      <Stack>
        {refused !== undefined && (
          <Alert color="red" role="alert" title={t('refused')}>
            {refused}
          </Alert>
        )}
        <Suspense fallback={<Skeleton h={140} />}>
          <DropArea onFile={start} />
        </Suspense>
      </Stack>
    );
  }
  return <Going name={upload.name} standing={standing} onPause={upload.pause} onResume={upload.resume} onGiveUp={upload.giveUp} />;
}

interface GoingProps {
  readonly name: string;
  readonly standing: Standing;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onGiveUp: () => void;
}

/** An upload on its way. */
function Going({ name, standing, onPause, onResume, onGiveUp }: GoingProps) {
  const t = useWords(IMPORT);
  if (standing.state === 'refused') return null;
  if (standing.state === 'sent') return <Text role="status">{t('checking')}</Text>;
  const share = standing.total === 0 ? 0 : (100 * standing.sent) / standing.total;
  const isPaused = standing.state === 'paused';
  return (
    <Stack gap="xs">
      <Text fw={600} role="status">
        {isPaused ? t('paused') : standing.state === 'lost' ? t('lost') : t('sending', { name })}
      </Text>
      <Progress value={share} aria-label={t('sending', { name })} animated={standing.state === 'sending'} />
      <Group>
        <Button variant="default" onClick={isPaused ? onResume : onPause}>
          {t(isPaused ? 'resume' : 'pause')}
        </Button>
        <Button variant="subtle" color="red" onClick={onGiveUp}>
          {t('giveUp')}
        </Button>
      </Group>
    </Stack>
  );
}
