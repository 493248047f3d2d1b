import { Alert, Button, CopyButton, Group, Stack, Title } from '@mantine/core';
import { useWords } from '../../words/words';
import classes from '../session.module.css';
import { SESSION } from '../words';

/** Recovery codes, which are shown this once. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const t = useWords(SESSION);
  return (
    <Stack>
      <Title order={2} size="h5">
        {t('codesTitle')}
      </Title>
      <Alert color="orange" className="no-print">
        {t('codesText')}
      </Alert>
      <ol className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Group className="no-print">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </Group>
      <Button onClick={onKept} className="no-print">
        {t('kept')}
      </Button>
    </Stack>
  );
}
