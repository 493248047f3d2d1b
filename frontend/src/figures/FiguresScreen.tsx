import { SegmentedControl, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useCatalogue } from '../catalogue/context';
import { figuresRoute } from '../router';
import { useViewer } from '../session/SessionGate';
import { useWords } from '../words/words';
import { Classes } from './Classes';
import { EntryRates } from './EntryRates';
import { PublishedFigures } from './PublishedFigures';
import { Pupils } from './Pupils';
import { Teachers } from './Teachers';
import { FIGURES } from './words';

type Name = 'pupils' | 'classes' | 'teachers' | 'entry' | 'published';

/** The parts, each with the kind that one must see for it, and whether it is of a city or county alone. */
const PARTS: readonly { readonly name: Name; readonly kind: string; readonly isOfOffices?: boolean; readonly Part: ComponentType }[] = [
  { name: 'pupils', kind: 'Student', Part: Pupils },
  { name: 'classes', kind: 'Student', Part: Classes },
  { name: 'teachers', kind: 'Teacher', Part: Teachers },
  { name: 'published', kind: 'Figure', Part: PublishedFigures },
  { name: 'entry', kind: 'SchoolAgePopulation', isOfOffices: true, Part: EntryRates },
];

/** Figures of what I see; those who see no persons have what is published. */
export function FiguresScreen() {
  const t = useWords(FIGURES);
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const { view } = figuresRoute.useSearch();
  const { grants } = useViewer();
  const isOffice = grants.some(({ level }) => level !== 'UNIT');
  const parts = PARTS.filter(({ kind, isOfOffices }) => catalogue.kind(kind)?.plural != null && (isOffice || !isOfOffices));
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
