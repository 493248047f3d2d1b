import { Box, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useCatalogue } from '../catalogue/context';
import { useViewer } from '../session/SessionGate';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import type { AnyBench, Chosen, Decision, Item, Queue } from './desk';
import { Came } from './Came';
import { DecisionForm } from './DecisionForm';
import classes from './desks.module.css';
import { QueueItems } from './QueueItems';
import { passing } from './checks';
import { useChecks } from './useChecks';
import { useDeciding } from './useDeciding';
import type { Tally } from './tally';
import { useSteps } from './useSteps';
import { DESKS_WORDS } from './words';

/** So many items are read at a time. */
const AT_ONCE = 50;

/** The loop of a queue: evidence in the middle, decisions beside it, then the next one. */
export function QueueWork({ queue, bench }: { readonly queue: Queue; readonly bench: AnyBench }) {
  const t = useWords(DESKS_WORDS);
  const label = useLabel();
  const catalogue = useCatalogue();
  const viewer = useViewer();
  const [first, setFirst] = useState(AT_ONCE);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [{ data, error, fetching }, again] = useQuery({ query: bench.items, variables: { first, after: null, filter: queue.filter } });
  const items = useMemo(
    () => data?.queue.nodes.filter((item) => !decided.has(item.id) && (bench.isFor?.(item, viewer) ?? true)) ?? [],
    [data, decided, bench, viewer],
  );
  const { current, show, step } = useSteps(items);
  const findings = useChecks(bench.checks, items, current?.id);
  const onDecided = useCallback((id: string) => {
    setDecided((before) => new Set([...before, id]));
    setSelected((before) => new Set([...before].filter((each) => each !== id)));
  }, []);
  const { decide, progress } = useDeciding(onDecided);
  const decisions = bench.decisions.filter(({ verb }) => catalogue.action(verb)?.[1].allowed === true);
  const [tally, setTally] = useState<Tally<Item>>();
  const settle = async (decided: readonly Item[], decision: Decision<Item>, note: string, chosen: Chosen) => {
    const came = await decide(decided, decision, note, chosen);
    setTally(came);
    return came;
  };
  const together = items.filter(({ id }) => selected.has(id));
  const move = (by: 1 | -1, isChoosing: boolean) => {
    const next = step(by);
    if (isChoosing && current !== undefined && next !== undefined) setSelected(new Set([...selected, current.id, next.id]));
  };
  const select = (isAll: boolean) => {
    const all = bench.checks === undefined ? items : passing(items, findings);
    if (isAll) return setSelected(selected.size === all.length ? new Set() : new Set(all.map(({ id }) => id)));
    const next = new Set(selected);
    if (current !== undefined && !next.delete(current.id)) next.add(current.id);
    setSelected(next);
  };

  if (error && !data) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Skeleton height={300} m="md" />;
  return (
    <div className={classes.work}>
      <Box className={classes.items ?? ''}>
        <Title order={2} size="h5">
          {label(queue.label)}
        </Title>
        <Text size="xs" c="dimmed" mb="xs">
          {label(queue.hint)}
        </Text>
        <QueueItems
          items={items}
          bench={bench}
          current={current?.id}
          selected={selected}
          onShow={show}
          onSelect={setSelected}
          onSelectPassing={bench.checks && (() => setSelected(new Set(passing(items, findings).map(({ id }) => id))))}
          canSelect={decisions.some(({ Ask, asks }) => Ask === undefined || asks !== undefined)}
          onMore={data.queue.pageInfo.hasNextPage ? () => setFirst(first + AT_ONCE) : undefined}
          isReading={fetching}
        />
      </Box>
      <section className={classes.evidence} aria-label={t('evidence')}>
        {current === undefined ? (
          <Stack gap={4} align="center" py="xl">
            <Text fw={600}>{t('empty')}</Text>
            <Text size="sm" c="dimmed">
              {t('emptyHint')}
            </Text>
          </Stack>
        ) : (
          <>
            <Title order={2} size="h4" mb="sm">
              {bench.title(current)}
            </Title>
            <bench.Evidence key={current.id} item={current} findings={findings.get(current.id)} />
          </>
        )}
      </section>
      <section className={classes.decision} aria-label={t('decision')}>
        {current !== undefined && (
          <DecisionForm
            queue={queue.name}
            bench={bench}
            findings={findings}
            decisions={decisions}
            item={current}
            together={together}
            progress={progress}
            onStep={move}
            onSelect={select}
            onDecide={(decision, note, chosen) => settle(together.length > 0 ? together : [current], decision, note, chosen)}
          />
        )}
        <Came tally={tally} bench={bench} />
      </section>
    </div>
  );
}
