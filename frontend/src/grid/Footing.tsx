import { Button, Text } from '@mantine/core';
import { useWords } from '../words/words';
import type { Shown } from './columns';
import classes from './grid.module.css';
import { GRID } from './words';

/** What is to be said of the cell of the keyboard, in full, and what it might have meant. */
export function Footing({ shown, onTake }: { readonly shown: Shown | undefined; readonly onTake: () => void }) {
  const t = useWords(GRID);
  return (
    <div className={classes.footing}>
      {shown?.note === undefined ? (
        <Text size="xs" c="dimmed" className={classes.keys}>
          {t('keys')}
        </Text>
      ) : (
        <Text size="xs" c={shown.mark === 'fault' ? 'var(--fault)' : 'dimmed'} role="status">
          {shown.note}
        </Text>
      )}
      {shown?.suggestion !== undefined && (
        <Button size="compact-xs" variant="light" onClick={onTake} rightSection={<kbd>{t('takeKey')}</kbd>}>
          {t('take', { text: shown.suggestion })}
        </Button>
      )}
    </div>
  );
}
