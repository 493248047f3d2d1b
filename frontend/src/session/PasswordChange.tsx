import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../words/words';
import { CHANGE_PASSWORD } from './documents';
import { Refused } from './Refused';
import { refusalOf, type Told } from './refusals';
import type { Entered } from './steps';
import { PasswordField } from './PasswordField';
import { SESSION } from './words';

interface PasswordChangeProps {
  readonly present?: string | undefined;
  readonly onDone: (who: Entered, chosen: string) => void;
}

/** The present password, unless it was just typed, and the new one twice. */
export function PasswordChange({ present, onDone }: PasswordChangeProps) {
  const t = useWords(SESSION);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const [again, setAgain] = useState('');
  const [{ fetching, data, error }, change] = useMutation(CHANGE_PASSWORD);
  const errors: readonly Told[] = data?.changePassword.errors ?? [];
  const of = (field: string) => errors.find((each) => each.path?.[0] === field)?.message;
  const others = errors.filter((each) => !['oldPassword', 'newPassword'].includes(each.path?.[0] ?? ''));
  const isDifferent = again !== '' && again !== chosen;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (again !== chosen) return;
    const result = await change({ input: { oldPassword: present ?? typed, newPassword: chosen } });
    const viewer = result.data?.changePassword.viewer;
    if (!viewer) return;
    setTyped('');
    setChosen('');
    setAgain('');
    onDone({ ...viewer, duty: viewer.duty ?? null }, chosen);
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm" maw={380}>
        {(error || others.length > 0) && <Refused refusal={refusalOf(others, error, t('away'))} />}
        {present === undefined && (
          <PasswordField
            label={t('oldPassword')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="current-password"
            error={of('oldPassword')}
          />
        )}
        <PasswordField
          label={t('newPassword')}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          autoComplete="new-password"
          error={of('newPassword') ?? (present === undefined ? undefined : of('oldPassword'))}
        />
        <PasswordField
          label={t('again')}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          autoComplete="new-password"
          error={isDifferent ? t('different') : undefined}
        />
        <Button type="submit" loading={fetching} disabled={isDifferent}>
          {t('change')}
        </Button>
      </Stack>
    </form>
  );
}
