import { Stack, Text, Title } from '@mantine/core';
import { useWords } from '../words/words';
import { FactorSetup } from './factors/FactorSetup';
import type { Entered } from './steps';
import { SESSION } from './words';

interface FactorDutyProps {
  readonly password: string | undefined;
  readonly onDone: (who: Entered, codes?: readonly string[] | null) => void;
}

/** Set up a second factor, before anything else. */
export function FactorDuty({ password, onDone }: FactorDutyProps) {
  const t = useWords(SESSION);
  return (
    <Stack>
      <div>
        <Title order={2} size="h5">
          {t('factorTitle')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('factorText')}
        </Text>
      </div>
      <FactorSetup isFirst password={password} onDone={onDone} />
    </Stack>
  );
}
