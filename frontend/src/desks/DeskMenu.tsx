import { NavLink, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../catalogue/context';
import { useLabel, useWords } from '../words/words';
import type { Desk } from './desk';
import { QueueTotal, Total } from './Totals';
import { DESKS_WORDS } from './words';

interface Props {
  readonly desk: Desk;
  readonly chosen: string | undefined;
  readonly onVerb: (verb: string) => void;
}

/** What a desk consists of: queues with what waits in them, panels, lists, verbs and files. */
export function DeskMenu({ desk, chosen, onVerb }: Props) {
  const t = useWords(DESKS_WORDS);
  const label = useLabel();
  const catalogue = useCatalogue();
  const here = { desk: desk.name } as never;
  return (
    <Stack gap={2} component="nav" aria-label={label(desk.label)}>
      {desk.queues.length > 0 && <Heading>{t('queues')}</Heading>}
      {desk.queues.map((queue) => (
        <NavLink key={queue.name} component={Link} to="/desks/$desk" params={here} search={{ part: queue.name } as never} label={label(queue.label)} active={chosen === queue.name} rightSection={<QueueTotal queue={queue} />} />
      ))}
      {desk.panels.length > 0 && <Heading>{t('panels')}</Heading>}
      {desk.panels.map((panel) => (
        <NavLink key={panel.name} component={Link} to="/desks/$desk" params={here} search={{ part: panel.name } as never} label={label(panel.label)} active={chosen === panel.name} />
      ))}
      {desk.views.length > 0 && <Heading>{t('views')}</Heading>}
      {desk.views.map((view) => (
        <NavLink
          key={view.name}
          component={Link}
          to="/registers/$kind"
          params={{ kind: view.kind } as never}
          search={{ filter: view.filter } as never}
          label={label(view.label)}
          rightSection={<Total view={view} />}
        />
      ))}
      {desk.verbs.length > 0 && <Heading>{t('verbs')}</Heading>}
      {desk.verbs.map((verb) => {
        const found = catalogue.action(verb);
        return found && <NavLink key={verb} component="button" label={label(found[1].label)} description={label(found[0].label)} onClick={() => onVerb(verb)} />;
      })}
      {desk.imports.length > 0 && <Heading>{t('imports')}</Heading>}
      {desk.imports.map((name) => {
        const kind = catalogue.kind(name);
        return kind && <NavLink key={name} component={Link} to="/registers/$kind/import" params={{ kind: name } as never} label={t('importOf', { what: label(kind.labelPlural) })} />;
      })}
    </Stack>
  );
}

function Heading({ children }: { readonly children: string }) {
  return (
    <Text size="xs" c="dimmed" px="xs" pt="sm" component="h2" fw={600}>
      {children}
    </Text>
  );
}
