import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { AS_NOBODY } from '../api/client';
import { SIGN_IN } from '../api/documents';
import { useWords } from '../words/words';
import { DemoAccounts } from './DemoAccounts';
import { ENTRANCE } from './documents';
import { OtherWays } from './OtherWays';
import { type Refusal, refusalOf } from './refusals';
import { Refused } from './Refused';
import { SecondFactor } from './SecondFactor';
import type { Entered } from './steps';
import { useCountdown } from './useCountdown';
import { PasswordField } from './PasswordField';
import { SESSION } from './words';

export interface SignInFormProps {
  /** Who is to sign in again; anybody unless said. */
  readonly username?: string;
  /** Where the identity provider lets one come back to. */
  readonly to?: string | undefined;
  readonly onEntered: (who: Entered, password?: string) => void;
}

/** Name and password, then the second factor where it is asked for; and the other ways in. */
export function SignInForm({ username: known, to, onEntered }: SignInFormProps) {
  const t = useWords(SESSION);
  const [username, setUsername] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState<{ passkeys: string | null }>();
  const [refusal, setRefusal] = useState<Refusal>();
  const left = useCountdown(refusal);
  const [{ fetching }, signIn] = useMutation(SIGN_IN);
  const [{ data }] = useQuery({ query: ENTRANCE, context: AS_NOBODY });

  const enter = async (factor: { code?: string; passkey?: string } = {}) => {
    const result = await signIn({ input: { username, password, ...factor } }, AS_NOBODY);
    const { viewer, errors, passkeyOptions } = result.data?.signIn ?? {};
    if (viewer) return onEntered({ ...viewer, duty: viewer.duty ?? null }, password);
    const isFactorAsked = errors?.some((each) => each.code === 'SECOND_FACTOR_NEEDED') === true;
    if (isFactorAsked) setAsked({ passkeys: passkeyOptions ?? null });
    setRefusal(isFactorAsked ? undefined : refusalOf(errors, result.error, t('away')));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter();
  };

  if (asked !== undefined) {
    const again = async () => void (await enter());
    return (
      <SecondFactor
        passkeys={asked.passkeys}
        refusal={refusal}
        left={left}
        isBusy={fetching}
        onShown={(factor) => void enter(factor)}
        onPasskeySpent={again}
        onBack={() => {
          setAsked(undefined);
          setRefusal(undefined);
        }}
      />
    );
  }
  return (
    <Stack>
      <form onSubmit={submit}>
        <Stack>
          <Refused refusal={refusal} left={left} />
          <TextInput
            label={t('username')}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            required
            readOnly={known !== undefined}
            data-autofocus={known === undefined || undefined}
            autoFocus={known === undefined}
          />
          <PasswordField
            label={t('password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            data-autofocus={known !== undefined || undefined}
            autoFocus={known !== undefined}
          />
          <Button type="submit" loading={fetching} disabled={left > 0}>
            {t('enter')}
          </Button>
        </Stack>
      </form>
      {data && <OtherWays entrance={data.entrance} to={to} onEntered={onEntered} />}
      {known === undefined && data && (
        <DemoAccounts names={data.entrance.demoAccounts} onChosen={setUsername} />
      )}
    </Stack>
  );
}
