import { Alert, Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import type { Action, Argument, Kind } from '../../catalogue/catalogue';
import { connection, sessionEnded } from '../../api/connection';
import { useStore } from '../../api/useStore';
import type { Problem, Row } from '../../documents/documents';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import { ArgumentFields, focusField } from './ArgumentFields';
import { ConflictView } from './ConflictView';
import { inputOf, keepable, sent, type Values } from './content';
import { DraftOffer } from './DraftOffer';
import classes from './form.module.css';
import { LeaveQuestion } from './LeaveQuestion';
import { Summary } from './Summary';
import { useArguments } from './useArguments';
import { useDraft } from './useDraft';
import type { Guard } from './useGuard';
import { useSend } from './useSend';
import { pathsOf } from './useSubject';
import { FORM } from './words';

type State =
  | { readonly name: 'open' | 'sending' | 'unchanged' }
  /** It could not be sent, and is as soon as it can be, unless something is changed in it first. */
  | { readonly name: 'away' | 'ended' }
  | { readonly name: 'failed'; readonly error: CombinedError }
  | { readonly name: 'conflict'; readonly theirs: Row }
  | { readonly name: 'done'; readonly record: Row | null; readonly warnings: readonly Problem[] };

/** After these nothing was done, as far as anybody knows here. */
const AGAIN = new Set<State['name']>(['away', 'ended', 'failed']);

interface Props {
  readonly kind: Kind;
  readonly action: Action;
  /** The record that it acts on, as it was read; null where it makes one. */
  readonly record: Row | null;
  readonly initial?: Values | undefined;
  readonly guard: Guard;
  readonly onDone: (record: Row | null) => void;
  readonly isHidden?: ((argument: Argument) => boolean) | undefined;
}

/** The form of a verb on one record, or of one that makes a record. */
export function OneForm({ kind, action, record, initial, guard, onDone, isHidden }: Props) {
  const t = useWords(FORM);
  const label = useLabel();
  const isPlain = action.verb === 'CREATE' || action.verb === 'UPDATE';
  const [base, setBase] = useState(record);
  const form = useArguments(action, record, initial);
  const draft = useDraft(`${action.name}|${record?.id ?? ''}`);
  const send = useSend(
    kind,
    action,
    useMemo(() => pathsOf(kind, action), [kind, action]),
  );
  const [state, setState] = useState<State>({ name: 'open' });

  const { isDirty, before, values } = form;
  const isTyped = useRef(false);
  useEffect(() => guard.mark(isDirty && isTyped.current && state.name !== 'done'));
  useEffect(() => {
    if (isTyped.current && state.name !== 'done') draft.keep(keepable(action, before, values));
  }, [action, before, values, state.name, draft.keep]);

  const finish = (made: Row | null, warnings: readonly Problem[]) => {
    guard.mark(false);
    draft.forget();
    if (warnings.length > 0) setState({ name: 'done', record: made, warnings });
    else onDone(made);
  };

  const attempt = async (from: Row | null, was: Values, now: Values) => {
    setState({ name: 'sending' });
    const answer = await send(inputOf(action, from, sent(action, was, now)));
    if (answer.name !== 'answered') return setState(answer);
    const { record: current, errors, warnings } = answer.outcome;
    if (errors.length === 0) return finish(current, warnings);
    if (current !== null && errors.some(({ code }) => code === 'CONFLICT')) {
      return setState({ name: 'conflict', theirs: current });
    }
    setState({ name: 'open' });
    form.refuse(errors);
  };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (state.name === 'sending') return;
    if (!form.check()) return setState({ name: 'open' });
    if (action.verb === 'UPDATE' && !isDirty) return setState({ name: 'unchanged' });
    void attempt(base, before, values);
  };

  const isThere = useStore(connection) === 'there';
  const isSignedIn = !useStore(sessionEnded);
  const isWaiting = state.name === 'away' || state.name === 'ended';
  // Only when one of the two has become true again: what fails at once is not sent over and over.
  useEffect(() => {
    if (isWaiting && isThere && isSignedIn) submit();
  }, [isThere, isSignedIn]);

  const settle = (theirs: Row, now: Values, was: Values) => {
    setBase(theirs);
    form.rebase(theirs, now);
    void attempt(theirs, was, now);
  };

  const wrong = action.arguments.find(({ name }) => form.errors[name] !== undefined)?.name;
  const isRefused = state.name === 'open' && wrong !== undefined;
  useEffect(() => {
    if (isRefused) focusField(wrong!);
  }, [isRefused, form.errors === undefined]);

  useHotkeys([['mod+Enter', () => state.name !== 'conflict' && submit()]], []);

  if (state.name === 'done') return <Warnings warnings={state.warnings} onClose={() => onDone(state.record)} />;
  return (
    <form noValidate className={classes.form} onSubmit={submit} onInput={() => (isTyped.current = true)}>
      {draft.found !== undefined && (
        <DraftOffer
          draft={draft.found}
          onGoOn={() => {
            isTyped.current = true;
            form.fill(draft.found!.values);
            draft.close();
            focusField(action.arguments[0]?.name ?? '');
          }}
          onDiscard={draft.discard}
        />
      )}
      <Summary action={action} form={form} />
      {state.name === 'failed' && <Trouble error={state.error} />}
      {isWaiting && (
        <Alert color="orange" role="alert" title={t(state.name)}>
          {t(`${state.name}Text`)}
        </Alert>
      )}
      {state.name === 'unchanged' && (
        <Alert color="gray" role="status">
          {t('unchanged')}
        </Alert>
      )}
      {state.name === 'conflict' ? (
        <ConflictView kind={kind} action={action} was={base} theirs={state.theirs} mine={values} before={before} onSettled={settle} />
      ) : (
        <ArgumentFields
          action={action}
          form={{
            ...form,
            change(name, value) {
              isTyped.current = true;
              if (isWaiting) setState({ name: 'open' });
              form.change(name, value);
            },
          }}
          record={base}
          isHidden={isHidden}
        />
      )}
      {state.name !== 'conflict' && (
        <Group className={classes.foot ?? ''} justify="space-between" wrap="nowrap">
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {t('sendHint')}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={guard.close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={state.name === 'sending'} {...(action.verb === 'VOID' ? { color: 'red.9' } : {})}>
              {AGAIN.has(state.name) ? t('sendAgain') : isPlain ? t('send') : label(action.label)}
            </Button>
          </Group>
        </Group>
      )}
      <LeaveQuestion guard={guard} onDiscard={draft.forget} />
    </form>
  );
}

function Warnings({ warnings, onClose }: { readonly warnings: readonly Problem[]; readonly onClose: () => void }) {
  const t = useWords(FORM);
  return (
    <Alert color="yellow" role="status" title={t('warnings')}>
      {warnings.map(({ message }) => (
        <Text key={message} size="sm">
          {message}
        </Text>
      ))}
      <Button mt="sm" size="xs" onClick={onClose} data-autofocus>
        {t('close')}
      </Button>
    </Alert>
  );
}
