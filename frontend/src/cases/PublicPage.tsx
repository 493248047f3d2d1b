import { Anchor, Container, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { usePageTitle } from '../shell/usePageTitle';
import { useWords } from '../words/words';
import { CASES } from './words';

interface Props {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** A page for everybody, outside the shell: what it is, in either language, and the way to sign in. */
export function PublicPage({ title, hint, children }: Props) {
  const t = useWords(CASES);
  usePageTitle(title);
  return (
    <Container size="sm" py="lg" component="main">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {title}
        </Title>
        <LanguageSwitch />
      </Group>
      <Text size="sm" my="sm">
        {hint}{' '}
        <Anchor component={Link} to="/sign-in" inherit underline="always">
          {t('signIn')}
        </Anchor>
      </Text>
      {children}
    </Container>
  );
}
