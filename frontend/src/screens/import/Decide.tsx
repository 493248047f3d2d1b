import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/words';
import classes from './import.module.css';
import { type Run, writable } from './run';
import { IMPORT } from './words';

interface DecideProps {
  readonly run: Run;
  readonly isBusy: boolean;
  /** Not there where the file is not known any more. */
  readonly onImport: ((isWhole: boolean) => void) | undefined;
}

/** The trial was good enough: bring it in. */
export function Decide({ run, isBusy, onImport }: DecideProps) {
  const t = useWords(IMPORT);
  const [isWhole, setIsWhole] = useState(false);
  const count = writable(run);
  if (onImport === undefined) return <Text size="sm">{t('needFile')}</Text>;
  if (count === 0) return <Text size="sm">{t('nothingToImport')}</Text>;
  const hasRejected = run.rejected > 0;
  return (
    <Group className={classes.bar} justify="flex-end">
      {hasRejected && (
        <Checkbox
          label={t('whole')}
          description={t('wholeHint')}
          checked={isWhole}
          onChange={(event) => setIsWhole(event.currentTarget.checked)}
        />
      )}
      <Button loading={isBusy} onClick={() => onImport(isWhole || !hasRejected)}>
        {hasRejected && !isWhole ? t('importPart', { count, rejected: run.rejected }) : t('import', { count })}
      </Button>
    </Group>
  );
}
