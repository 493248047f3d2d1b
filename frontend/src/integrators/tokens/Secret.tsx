import { Alert, Button, Stack } from '@mantine/core';
import { useWords } from '../../words/words';
import { CodeBlock } from '../CodeBlock';
import { INTEGRATORS } from '../words';

/** The secret of a token, which is shown this once. */
export function Secret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const t = useWords(INTEGRATORS);
  return (
    <Stack>
      <Alert color="orange">{t('secretText')}</Alert>
      <CodeBlock text={secret} label={t('secret')} />
      <Button onClick={onDone}>{t('done')}</Button>
    </Stack>
  );
}
