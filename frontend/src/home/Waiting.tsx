import { NavLink, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../catalogue/context';
import { toDecide } from '../cases/queue';
import { useToDecide } from '../cases/useToDecide';
import { pagesOf } from '../desks/pages';
import { QueueTotal } from '../desks/Totals';
import { useDesks } from '../desks/useDesks';
import { Block } from '../records/Block';
import { useViewer } from '../session/SessionGate';
import { SHELL } from '../shell/words';
import { useLabel, useWords } from '../words/words';
import { HOME } from './words';

/** The queues of my desks, with how much is in each. */
export function Waiting() {
  const t = useWords(HOME);
  const label = useLabel();
  const shell = useWords(SHELL);
  const catalogue = useCatalogue();
  const { grants } = useViewer();
  const cases = useToDecide();
  // Cases stand first, and once: whoever has a desk finds them there too.
  const desks = useDesks()
    .map((desk) => ({ ...desk, queues: desk.queues.filter(({ name }) => name !== toDecide.name) }))
    .filter(({ queues }) => queues.length > 0);
  const pages = pagesOf(grants, catalogue);
  const hasOnePage = pages.includes('deputy');
  const hasCases = pages.includes('cases');
  return (
    <Block title={t('waiting')} empty={t('nothingWaits')} isEmpty={desks.length === 0 && !hasOnePage && !hasCases}>
      {hasCases && <NavLink component={Link} to="/cases" label={label(cases.label)} rightSection={<QueueTotal queue={cases} />} />}
      {desks.map((desk) => (
        <section key={desk.name} aria-label={label(desk.label)}>
          {desks.length > 1 && (
            <Text size="xs" c="dimmed">
              {label(desk.label)}
            </Text>
          )}
          {desk.queues.map((queue) => (
            <NavLink
              key={queue.name}
              component={Link}
              to="/desks/$desk"
              params={{ desk: desk.name } as never}
              search={{ part: queue.name } as never}
              label={label(queue.label)}
              rightSection={<QueueTotal queue={queue} />}
            />
          ))}
        </section>
      ))}
      {hasOnePage && (
        <NavLink component={Link} to="/deputy" label={shell('deputy')} />
      )}
    </Block>
  );
}
