import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useWords } from '../words/words';
import { SHELL } from './words';

/** A screen that does not work, in the place of that screen alone: what it was, and the ways out. */
export function Defect({ error, reset }: ErrorComponentProps) {
  const t = useWords(SHELL);
  return (
    <Stack gap="sm" p="xl" align="flex-start" role="alert" maw="42rem">
      <Title order={1} size="h3">
        {t('defectTitle')}
      </Title>
      <Text>{t('defectText')}</Text>
      <Code block w="100%">
        {error instanceof Error ? error.message : String(error)}
      </Code>
      <Group>
        <Button onClick={reset}>{t('retry')}</Button>
        <Button variant="default" component={Link} to="/">
          {t('home')}
        </Button>
        <Button variant="default" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      </Group>
    </Stack>
  );
}
