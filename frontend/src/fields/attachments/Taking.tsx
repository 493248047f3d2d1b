import '@mantine/dropzone/styles.layer.css';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import type { Standing } from '../../uploads/upload';
import { useChecked } from '../../uploads/useChecked';
import { useUpload } from '../../uploads/useUpload';
import { useWords } from '../../words/words';
import { ATTACHMENTS } from './words';

interface Props {
  readonly label: string;
  readonly disabled: boolean;
  /** Hears of a file once it has arrived and was found sound. */
  readonly onFile: (id: string, name: string) => void;
}

/** Where a file is dropped or chosen; it is sent at once, and checked before it counts. */
export function Taking({ label, disabled, onFile }: Props) {
  const t = useWords(ATTACHMENTS);
  const check = useChecked((id) => {
    onFile(id, upload.name);
    upload.giveUp();
  });
  const upload = useUpload('ATTACHMENT', (id) => void check.begin(id));
  const { standing, name } = upload;
  const why = check.refused ?? (standing?.state === 'refused' ? (standing.reason ?? t('notTaken')) : undefined);
  if (standing !== undefined && why === undefined) return <Going name={name} standing={standing} onGiveUp={upload.giveUp} />;
  return (
    <Stack gap={4}>
      {why !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('refused', { name, why })}
        </Text>
      )}
      <Dropzone
        multiple={false}
        disabled={disabled}
        p="xs"
        aria-label={label}
        inputProps={{ 'aria-label': label }}
        onDrop={([file]) => {
          if (file === undefined) return;
          check.clear();
          upload.start(file);
        }}
      >
        <Text size="sm" ta="center">
          {label}
        </Text>
      </Dropzone>
    </Stack>
  );
}

interface GoingProps {
  readonly name: string;
  readonly standing: Standing;
  readonly onGiveUp: () => void;
}

/** A file on its way: how much of it has arrived, or that it is being checked. */
function Going({ name, standing, onGiveUp }: GoingProps) {
  const t = useWords(ATTACHMENTS);
  if (standing.state === 'refused') return null;
  if (standing.state === 'sent') {
    return (
      <Text size="sm" role="status">
        {t('checking', { name })}
      </Text>
    );
  }
  const share = standing.total === 0 ? 0 : (100 * standing.sent) / standing.total;
  return (
    <Stack gap={4}>
      <Text size="sm" role="status">
        {standing.state === 'lost' ? t('lost') : t('sending', { name })}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Progress flex={1} value={share} aria-label={t('sending', { name })} />
        <Button size="compact-xs" variant="default" onClick={onGiveUp}>
          {t('giveUp')}
        </Button>
      </Group>
    </Stack>
  );
}
