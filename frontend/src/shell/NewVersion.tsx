import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useStore } from '../api/useStore';
import { useWords } from '../words/words';
import { newer, takeNewer } from './serviceWorker';
import classes from './shell.module.css';
import { SHELL } from './words';

/** That a newer version of the console can be loaded, when one has finished what one is typing. */
export function NewVersion() {
  const t = useWords(SHELL);
  const worker = useStore(newer);
  const [declined, setDeclined] = useState<ServiceWorker>();
  return (
    <div role="status" className={`${classes.newer} no-print`}>
      {worker !== undefined && worker !== declined && (
        <Paper withBorder shadow="md" p="sm">
          <Text size="sm">{t('newVersion')}</Text>
          <Group mt="xs" gap="xs">
            <Button size="xs" onClick={takeNewer}>
              {t('reload')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDeclined(worker)}>
              {t('later')}
            </Button>
          </Group>
        </Paper>
      )}
    </div>
  );
}
