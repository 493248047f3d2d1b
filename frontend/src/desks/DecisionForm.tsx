import { Alert, Button, Group, Kbd, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLabel, useWords } from '../words/words';
import type { Chosen, Decision, Item } from './desk';
import type { Tally } from './tally';
import { DESKS_WORDS } from './words';

interface Props {
  readonly decisions: readonly Decision<Item>[];
  readonly item: Item;
  /** Several that are decided in one go; when there are none, the item alone is. */
  readonly together: readonly Item[];
  readonly isBusy: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onDecide: (decision: Decision<Item>, note: string, chosen: Chosen) => Promise<Tally>;
}

/** What may be decided, by a letter or by hand; Enter decides and the next item is there. */
export function DecisionForm({ decisions, item, together, isBusy, onStep, onDecide }: Props) {
  const t = useWords(DESKS_WORDS);
  const label = useLabel();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(decisions[0]?.name);
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<Chosen>({});
  const [tally, setTally] = useState<Tally>();
  useEffect(() => setChosen({}), [item.id]);
  const isBatch = together.length > 0;
  const offered = isBatch ? decisions.filter(({ Ask }) => Ask === undefined) : decisions;
  const decision = offered.find((each) => each.name === name) ?? offered[0];
  useKeys(offered, form, setName, onStep);

  if (decisions.length === 0) return <Text size="sm">{t('noVerbs')}</Text>;
  if (decision === undefined) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const came = await onDecide(decision, note.trim(), chosen);
    setTally(came);
    if (came.blocked.length === 0) setNote('');
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
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
        {decision.Ask && <decision.Ask item={item} value={chosen} onChange={setChosen} />}
        {decision.note !== 'none' && (
          <Textarea
            label={t(decision.note === 'required' ? 'reason' : 'note')}
            required={decision.note === 'required'}
            maxLength={500}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={(event) => {
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
            <Button variant="default" onClick={() => onStep(1)}>
              {t('skip')}
            </Button>
          )}
        </Group>
        <Came tally={tally} />
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('keys')}
        </Text>
      </Stack>
    </form>
  );
}

/** What came of the last decision. */
function Came({ tally }: { readonly tally: Tally | undefined }) {
  const t = useWords(DESKS_WORDS);
  if (tally === undefined) return null;
  return (
    <>
      {tally.done > 0 && (
        <Text size="sm" role="status">
          {t('done', { count: tally.done })}
        </Text>
      )}
      {tally.blocked.map(([why, count]) => (
        <Alert key={why} color="red" role="alert" p="xs">
          {t('blocked', { count, why })}
        </Alert>
      ))}
    </>
  );
}

/** Letters choose, Enter decides, J and K move; not while somebody types. */
function useKeys(
  offered: readonly Decision<Item>[],
  form: React.RefObject<HTMLFormElement | null>,
  choose: (name: string) => void,
  onStep: (by: 1 | -1) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const found = offered.find((each) => each.key === key);
      if (found !== undefined) choose(found.name);
      else if (key === 'j') onStep(1);
      else if (key === 'k') onStep(-1);
      else if (key === 'enter' && !isPressed(event.target)) form.current?.requestSubmit();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])');
}

/** Whether Enter means that control: a link, a button outside the form's own. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('a, button, [role=button]');
}
