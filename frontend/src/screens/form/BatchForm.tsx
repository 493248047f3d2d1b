import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { settle } from '../../api/aside';
import type { Action, Kind } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';
import { useWords } from '../../words/words';
import { ArgumentFields } from './ArgumentFields';
import { refusal, type Result, sendAll } from './batch';
import { BatchOutcome } from './BatchOutcome';
import { inputOf, sent } from './content';
import classes from './form.module.css';
import { LeaveQuestion } from './LeaveQuestion';
import { Summary } from './Summary';
import { useArguments } from './useArguments';
import type { Guard } from './useGuard';
import { useSend } from './useSend';
import { FORM } from './words';

interface Props {
  readonly kind: Kind;
  readonly action: Action;
  readonly rows: readonly Row[];
  readonly guard: Guard;
  readonly onDone: (records: readonly Row[]) => void;
}

/** A verb on several records: one form for all, sent for one after the other. */
export function BatchForm({ kind, action, rows, guard, onDone }: Props) {
  const t = useWords(FORM);
  const client = useClient();
  const form = useArguments(action, null);
  const send = useSend(
    kind,
    action,
    useMemo(() => kind.columns, [kind]),
    true,
  );
  const [results, setResults] = useState<readonly Result[]>([]);
  const [phase, setPhase] = useState<'open' | 'running' | 'over'>('open');
  const [halted, setHalted] = useState<'away' | 'ended'>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => guard.mark(phase === 'running' || (phase === 'open' && form.isDirty)));
  useEffect(() => () => stop.current?.abort(), []);

  const one = async (row: Row): Promise<Result | undefined> => {
    const answer = await send(inputOf(action, row, sent(action, form.before, form.values)));
    if (answer.name === 'away' || answer.name === 'ended') {
      setHalted(answer.name);
      stop.current?.abort();
      return undefined;
    }
    if (answer.name === 'failed') return { row, name: 'refused', code: 'FAILED', message: answer.error.graphQLErrors.map(({ message }) => message).join(' ') };
    const { record, errors, warnings } = answer.outcome;
    return errors.length > 0 ? refusal(row, errors) : { row, name: 'done', record, warnings };
  };

  const run = async () => {
    setPhase('running');
    setHalted(undefined);
    stop.current = new AbortController();
    const through = new Set(results.map(({ row }) => row.id));
    const left = rows.filter(({ id }) => !through.has(id));
    await sendAll(left, one, (result) => setResults((now) => [...now, result]), stop.current.signal);
    await settle(client);
    setPhase('over');
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (action.verb === 'UPDATE' || form.check()) void run();
  };

  if (phase === 'over') {
    const done = results.flatMap((result) => (result.name === 'done' ? [result.record ?? result.row] : []));
    return <BatchOutcome kind={kind} results={results} all={rows.length} halted={halted} onGoOn={() => void run()} onClose={() => onDone(done)} />;
  }
  if (phase === 'running') {
    return (
      <Stack>
        <Text role="status">{t('progress', { done: results.length, all: rows.length })}</Text>
        <Progress value={(100 * results.length) / rows.length} aria-label={t('progress', { done: results.length, all: rows.length })} />
        <Button variant="default" onClick={() => stop.current?.abort()}>
          {t('stop')}
        </Button>
      </Stack>
    );
  }
  const isOptional = action.verb === 'UPDATE';
  return (
    <form noValidate className={classes.form} onSubmit={submit}>
      <Text size="sm">{t(action.verb === 'VOID' ? 'voidMany' : isOptional ? 'forMany' : 'confirmMany', { count: rows.length })}</Text>
      <Summary action={action} form={form} />
      <ArgumentFields action={action} form={form} record={null} isOptional={isOptional} />
      <Group className={classes.foot ?? ''} justify="flex-end">
        <Button variant="default" onClick={guard.close}>
          {t('cancel')}
        </Button>
        <Button type="submit" disabled={isOptional && !form.isDirty} {...(action.verb === 'VOID' ? { color: 'red.9' } : {})}>
          {t('run', { count: rows.length })}
        </Button>
      </Group>
      <LeaveQuestion guard={guard} onDiscard={() => undefined} />
    </form>
  );
}
