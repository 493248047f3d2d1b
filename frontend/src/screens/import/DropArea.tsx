import '@mantine/dropzone/styles.layer.css';
import { Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useWords } from '../../words/words';
import { IMPORT } from './words';

/** Where a file is dropped or chosen. */
export default function DropArea({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useWords(IMPORT);
  return (
    <Dropzone
      multiple={false}
      onDrop={([file]) => {
        if (file !== undefined) onFile(file);
      }}
      aria-label={t('drop')}
      inputProps={{ 'aria-label': t('choose') }}
    >
      <Stack gap={4} align="center" py="xl" ta="center">
        <Text fw={600}>{t('drop')}</Text>
        <Text size="sm" c="dimmed" maw={560}>
          {t('dropNote')}
        </Text>
      </Stack>
    </Dropzone>
  );
}
