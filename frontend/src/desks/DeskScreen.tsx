import { Anchor, Badge, Group, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useMemo } from 'react';
import { useCatalogue } from '../catalogue/context';
import { deskRoute } from '../router';
import { NotFound } from '../shell/NotFound';
import { useLabel, useWords } from '../words/words';
import type { Desk, Panel } from './desk';
import { DeskMenu } from './DeskMenu';
import classes from './desks.module.css';
import { QueueScreen } from './QueueScreen';
import { useDesks } from './useDesks';
import { DESKS_WORDS } from './words';
import { seasonsOn, YEAR } from './year';

/** One of my desks, whatever job it is for. */
export function DeskScreen() {
  const { desk: name } = deskRoute.useParams();
  const desk = useDesks().find((each) => each.name === name);
  return desk === undefined ? <NotFound /> : <DeskOf desk={desk} />;
}

function DeskOf({ desk }: { readonly desk: Desk }) {
  const t = useWords(DESKS_WORDS);
  const label = useLabel();
  const { part } = deskRoute.useSearch();
  const isPhone = useMediaQuery('(max-width: 48em)') === true;
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const begin = (verb: string) => {
    const kind = catalogue.action(verb)?.[0];
    if (kind !== undefined) void navigate({ to: '/registers/$kind/new', params: { kind: kind.name }, search: { action: verb } } as never);
  };
  // A phone shows one thing at a time: the menu, or the part that was chosen from it.
  const parts = [...desk.queues, ...desk.panels];
  const first = parts.find(({ name }) => name === desk.opens) ?? parts[0];
  const chosen = part ?? (isPhone ? undefined : first?.name);
  return (
    <div className={classes.desk}>
      {(!isPhone || chosen === undefined) && (
        <div className={classes.menu}>
          <DeskHead desk={desk} />
          <DeskMenu desk={desk} chosen={chosen} onVerb={begin} />
        </div>
      )}
      {chosen !== undefined && (
        <div>
          {isPhone && (
            <Anchor component={Link} to="/desks/$desk" params={{ desk: desk.name } as never} size="sm" p="sm" display="block">
              ‹ {t('back')}
            </Anchor>
          )}
          {isPhone && (
            <VisuallyHidden component="h1">{label(desk.label)}</VisuallyHidden>
          )}
          <Part desk={desk} name={chosen} />
        </div>
      )}
    </div>
  );
}

function DeskHead({ desk }: { readonly desk: Desk }) {
  const t = useWords(DESKS_WORDS);
  const label = useLabel();
  const on = seasonsOn(new Date(), YEAR.filter(({ name }) => desk.seasons.includes(name)));
  return (
    <Stack gap={4} px="xs">
      <Title order={1} size="h4">
        {label(desk.label)}
      </Title>
      <Text size="xs" c="dimmed">
        {label(desk.hint)}
      </Text>
      {on.length > 0 && (
        <Group gap={4} aria-label={t('now')} role="group">
          {on.map((season) => (
            <Badge key={season.name} variant="light" tt="none" title={`${season.from} – ${season.until}`}>
              {label(season.label)}
            </Badge>
          ))}
        </Group>
      )}
    </Stack>
  );
}

function Part({ desk, name }: { readonly desk: Desk; readonly name: string }) {
  const queue = desk.queues.find((each) => each.name === name);
  const panel = desk.panels.find((each) => each.name === name);
  if (queue !== undefined) return <QueueScreen key={queue.name} queue={queue} />;
  return panel === undefined ? <NotFound /> : <PanelOf key={panel.name} panel={panel} />;
}

function PanelOf({ panel }: { readonly panel: Panel }) {
  const label = useLabel();
  const Shown = useMemo(() => lazy(panel.load), [panel]);
  return (
    <Stack className={classes.part ?? ''} gap="sm">
      <Title order={2} size="h4">
        {label(panel.label)}
      </Title>
      <Suspense fallback={<Skeleton height={200} />}>
        <Shown />
      </Suspense>
    </Stack>
  );
}
