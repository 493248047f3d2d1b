import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words';
import { SHELL } from './words';

export function NotFound() {
  const t = useWords(SHELL);
  return (
    <Stack gap="sm" p="xl" align="center">
      <Title order={1} size="h3">
        {t('notFoundTitle')}
      </Title>
      <Text c="dimmed">{t('notFoundText')}</Text>
      <Button variant="default" component={Link} to="/">
        {t('home')}
      </Button>
    </Stack>
  );
}
