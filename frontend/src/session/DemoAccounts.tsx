import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useWords } from '../words/words';
import classes from './session.module.css';
import { SESSION } from './words';

/** The accounts of a demonstration, each of which one can take by its name. */
export function DemoAccounts({ names, onChosen }: { readonly names: readonly string[]; readonly onChosen: (name: string) => void }) {
  const t = useWords(SESSION);
  if (names.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {t('demo')}
      </Text>
      <Group gap={4} component="section" aria-label={t('demo')}>
        {names.map((name) => (
          <UnstyledButton key={name} className={classes.demo ?? ''} onClick={() => onChosen(name)}>
            {name}
          </UnstyledButton>
        ))}
      </Group>
    </Stack>
  );
}
