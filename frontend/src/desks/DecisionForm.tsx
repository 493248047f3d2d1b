import { Button, Group, Kbd, Progress, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLabel, useWords } from '../words/words';
import type { AnyBench, Chosen, Decision, Findings, Item } from './desk';
import { Foreseen } from './Foreseen';
import type { Tally } from './tally';
import type { Progress as Through } from './useDeciding';
import { useNotes } from './useNotes';
import { useQueueKeys } from './useQueueKeys';
import { DESKS_WORDS } from './words';

interface Props {
  /** The name of the queue, under which what is typed is kept. */
  readonly queue: string;
  readonly bench: AnyBench;
  readonly findings: Findings;
  readonly decisions: readonly Decision<Item>[];
  readonly item: Item;
  /** Several that are decided in one go; when there are none, the item alone is. */
  readonly together: readonly Item[];
  readonly progress: Through | undefined;
  readonly onStep: (by: 1 | -1, isChoosing: boolean) => void;
  readonly onSelect: (all: boolean) => void;
  readonly onDecide: (decision: Decision<Item>, note: string, chosen: Chosen) => Promise<Tally<Item>>;
}

/** What may be decided of all these. */
function offeredFor(decisions: readonly Decision<Item>[], items: readonly Item[]): readonly Decision<Item>[] {
  const isBatch = items.length > 1;
  return decisions.filter(
    ({ Ask, asks, fits }) =>
      items.every((item) => fits?.(item) ?? true) && !(isBatch && Ask !== undefined && items.some((item) => asks?.(item) ?? true)),
  );
}

/** What may be decided, by a letter or by hand; Enter decides and the next item is there. */
export function DecisionForm({ queue, bench, findings, decisions, item, together, progress, onStep, onSelect, onDecide }: Props) {
  const t = useWords(DESKS_WORDS);
  const label = useLabel();
  const form = useRef<HTMLFormElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const [name, setName] = useState(decisions[0]?.name);
  const [chosen, setChosen] = useState<Chosen>({});
  const [asks, setAsks] = useState(0);
  const isBatch = together.length > 0;
  const isBusy = progress !== undefined;
  const { note, write, forget } = useNotes(queue, isBatch ? '*' : item.id);
  const offered = offeredFor(decisions, isBatch ? together : [item]);
  const decision = offered.find((each) => each.name === name) ?? offered[0];
  useEffect(() => setChosen({}), [item.id]);
  // A letter that chooses what needs a reason leads to where it is written, behind what stands there.
  useEffect(() => {
    const field = asks > 0 ? text.current : null;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [asks]);
  const choose = (each: Decision<Item>) => () => {
    setName(each.name);
    if (each.note === 'required') setAsks((times) => times + 1);
  };
  const letters = new Map(offered.map((each) => [each.key, choose(each)] as const));
  useQueueKeys({ letters, onStep, onSelect, onDecide: () => form.current?.requestSubmit() });

  if (decisions.length === 0) return <Text size="sm">{t('noVerbs')}</Text>;
  if (decision === undefined) return null;
  const asked = decision.asks?.(item) ?? true;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const came = await onDecide(decision, note.trim(), chosen);
    if (came.blocked.length > 0) return;
    forget();
    // A reason is given anew each time, and keys are for the next item again.
    if (decision.note === 'required') setName(decisions.find((each) => each.note !== 'required')?.name ?? decision.name);
    if (document.activeElement === text.current) form.current?.focus();
  };
  return (
    <form ref={form} tabIndex={-1} aria-label={t('decision')} style={{ outline: 'none' }} onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        {isBatch && bench.checks && <Foreseen items={together} findings={findings} />}
        <Radio.Group label={t('decision')} value={decision.name} onChange={setName}>
          <Stack gap={6} mt={6}>
            {offered.map((each) => (
              <Radio
                key={each.name}
                value={each.name}
                label={
                  <>
                    {label(each.label)} <Kbd size="xs">{each.key.toUpperCase()}</Kbd>
                  </>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        {decision.Ask && asked && <decision.Ask item={item} value={chosen} onChange={setChosen} />}
        {decision.note !== 'none' && (
          <Textarea
            ref={text}
            label={t(decision.note === 'required' ? 'reason' : 'note')}
            required={decision.note === 'required'}
            maxLength={500}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') form.current?.focus();
              if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
                event.preventDefault();
                form.current?.requestSubmit();
              }
            }}
          />
        )}
        <Group gap="xs">
          <Button type="submit" loading={isBusy}>
            {isBatch ? t('decideAll', { count: together.length }) : t('decide')}
          </Button>
          {!isBatch && (
            <Button variant="default" onClick={() => onStep(1, false)}>
              {t('skip')}
            </Button>
          )}
        </Group>
        {progress !== undefined && progress.all > 1 && (
          <>
            <Text size="sm" role="status">
              {t('progress', { ...progress })}
            </Text>
            <Progress value={(100 * progress.done) / progress.all} aria-label={t('progress', { ...progress })} />
          </>
        )}
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('keys')}
        </Text>
      </Stack>
    </form>
  );
}
