import { NavLink, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../catalogue/context';
import { pagesOf } from '../desks/pages';
import { Total } from '../desks/Totals';
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
  const desks = useDesks().filter(({ queues }) => queues.length > 0);
  const hasOnePage = pagesOf(grants, catalogue).includes('deputy');
  return (
    <Block title={t('waiting')} empty={t('nothingWaits')} isEmpty={desks.length === 0 && !hasOnePage}>
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
              rightSection={<Total view={queue} />}
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
