import { Alert, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { newKey } from '../api/newKey';
import { useCatalogue } from '../catalogue/context';
import { useWords } from '../words/words';
import { Asking } from './Asking';
import { COMMIT, UNDO } from './documents';
import type { Run } from './run';
import { ROLL_OVER_WORDS } from './words';

interface Props {
  readonly run: Run;
  readonly onDone: () => void;
}

/** What can be done with a roll-over as it stands: committed, with its unit's name typed, or undone, for a reason. */
export function Deciding({ run, onDone }: Props) {
  const catalogue = useCatalogue();
  if (run.state === 'COMMITTED') return catalogue.action('undoRollOver') && <Undo run={run} onDone={onDone} />;
  if (!['PREVIEWED', 'FAILED', 'COMMITTING'].includes(run.state)) return null;
  return catalogue.action('commitRollOver') && <Commit run={run} onDone={onDone} />;
}

function Commit({ run, onDone }: Props) {
  const t = useWords(ROLL_OVER_WORDS);
  const [typed, setTyped] = useState('');
  const [, commit] = useMutation(COMMIT);
  const name = run.unit?.name ?? '';
  if (run.blocked > 0) return <Alert color="orange">{t('commitBlocked', { count: run.blocked })}</Alert>;
  const onDo = async () => {
    const { data, error } = await commit({ input: { id: run.id, confirmation: typed, idempotencyKey: newKey() } });
    const problem = data?.commitRollOver.errors[0]?.message ?? error?.message;
    if (problem === undefined) onDone();
    return problem;
  };
  const text = t('commitText', { promoted: run.promoted, graduated: run.graduated });
  return (
    <Group justify="flex-end">
      <Asking label={t('commit')} text={text} isReady={typed === name} onDo={onDo}>
        <TextInput
          label={t('typeName', { name })}
          value={typed}
          required
          data-autofocus
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Asking>
    </Group>
  );
}

function Undo({ run, onDone }: Props) {
  const t = useWords(ROLL_OVER_WORDS);
  const [reason, setReason] = useState('');
  const [, undo] = useMutation(UNDO);
  const onDo = async () => {
    const { data, error } = await undo({ input: { id: run.id, reason, idempotencyKey: newKey() } });
    const problem = data?.undoRollOver.errors[0]?.message ?? error?.message;
    if (problem === undefined) onDone();
    return problem;
  };
  return (
    <Group justify="flex-end">
      <Asking label={t('undo')} text={t('undoText')} color="red" isReady={reason.trim() !== ''} onDo={onDo}>
        <Textarea
          label={t('reason')}
          value={reason}
          maxLength={500}
          required
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Asking>
    </Group>
  );
}
