import { Stack, Text, Title } from '@mantine/core';
import { useWords } from '../words/words';
import { PasswordChange } from './PasswordChange';
import type { Entered } from './steps';
import { SESSION } from './words';

interface PasswordDutyProps {
  /** The present password where it was just typed. */
  readonly present: string | undefined;
  readonly onDone: (who: Entered, chosen: string) => void;
}

/** Change the password that somebody else set, before anything else. */
export function PasswordDuty(props: PasswordDutyProps) {
  const t = useWords(SESSION);
  return (
    <Stack>
      <div>
        <Title order={2} size="h5">
          {t('passwordTitle')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('passwordText')}
        </Text>
      </div>
      <PasswordChange {...props} />
    </Stack>
  );
}
