import { SegmentedControl, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useCatalogue } from '../catalogue/context';
import { figuresRoute } from '../router';
import { useWords } from '../words/words';
import { Classes } from './Classes';
import { PublishedFigures } from './PublishedFigures';
import { Pupils } from './Pupils';
import { Teachers } from './Teachers';
import { FIGURES } from './words';

type Name = 'pupils' | 'classes' | 'teachers' | 'published';

/** The parts, each with the kind that one must see for it. */
const PARTS: readonly { readonly name: Name; readonly kind: string; readonly Part: ComponentType }[] = [
  { name: 'pupils', kind: 'Student', Part: Pupils },
  { name: 'classes', kind: 'Student', Part: Classes },
  { name: 'teachers', kind: 'Teacher', Part: Teachers },
  { name: 'published', kind: 'Figure', Part: PublishedFigures },
];

/** Figures of what I see; those who see no persons have what is published. */
export function FiguresScreen() {
  const t = useWords(FIGURES);
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const { view } = figuresRoute.useSearch();
  const parts = PARTS.filter(({ kind }) => catalogue.kind(kind)?.plural != null);
  const shown = parts.find(({ name }) => name === view) ?? parts[0];
  return (
    <Stack p="md" gap="sm">
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      {parts.length > 1 && (
        <SegmentedControl
          aria-label={t('title')}
          value={shown?.name ?? ''}
          onChange={(name) => void navigate({ to: '/figures', search: { view: name } } as never)}
          data={parts.map(({ name }) => ({ value: name, label: t(name) }))}
        />
      )}
      {shown === undefined ? t('none') : <shown.Part />}
    </Stack>
  );
}
