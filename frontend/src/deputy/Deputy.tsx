import { Button, Group, Text, Title } from '@mantine/core';
import { useCatalogue } from '../catalogue/context';
import { useViewer } from '../session/SessionGate';
import { useWords } from '../words/words';
import classes from './deputy.module.css';
import { Late } from './Late';
import { Limits } from './Limits';
import { Moved } from './Moved';
import { DEPUTY } from './words';

/** One page for who answers for it all: what is late and whose, where the law is near, what moved in a year. */
export function Deputy() {
  const t = useWords(DEPUTY);
  const viewer = useViewer();
  const catalogue = useCatalogue();
  const today = new Date().toISOString().slice(0, 10);
  const has = (kind: string) => catalogue.kind(kind)?.plural != null;
  const units = [...new Set(viewer.grants.map(({ unitName }) => unitName))].join(', ');
  return (
    <article className={classes.sheet}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Title order={1} size="h4">
            {t('title')}
          </Title>
          <Text size="xs" c="dimmed">
            {units} · {today}
          </Text>
        </div>
        <Button size="compact-sm" variant="default" className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </Group>
      <Late today={today} has={has} />
      <Limits has={has} />
      <Moved today={today} has={has} />
    </article>
  );
}
