import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import type { CombinedError } from 'urql';
import { useWords } from '../words/words';
import { SHELL } from './words';

/** What went wrong with a request, in its own words, with the number by which it is found in the logs. */
export function Trouble({ error, onRetry }: { readonly error: CombinedError; readonly onRetry?: () => void }) {
  const t = useWords(SHELL);
  const id = error.graphQLErrors.map((each) => each.extensions['errorId'] ?? each.extensions['requestId']).find(Boolean);
  const isAway = error.networkError !== undefined && error.graphQLErrors.length === 0;
  return (
    <Alert color="red" title={t('troubleTitle')} role="alert" m="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{isAway ? t('troubleAway') : error.graphQLErrors.map((each) => each.message).join(' ')}</Text>
        {id !== undefined && (
          <Text size="sm">
            <Code>{t('troubleId', { id: String(id) })}</Code>
          </Text>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
