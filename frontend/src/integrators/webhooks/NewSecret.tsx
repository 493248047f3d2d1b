import { Alert, Button, Stack } from '@mantine/core';
import { useWords } from '../../words/words';
import { CodeBlock } from '../CodeBlock';
import { WEBHOOKS } from './words';

/** The secret of a webhook, which is shown this once. */
export function NewSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const t = useWords(WEBHOOKS);
  return (
    <Stack>
      <Alert color="orange">{t('secretText')}</Alert>
      <CodeBlock text={secret} label={t('secret')} />
      <Button onClick={onDone}>{t('done')}</Button>
    </Stack>
  );
}
