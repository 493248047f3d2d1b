import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../words/words';
import { hasPasskeys, showPasskey } from './passkeys';
import type { Refusal } from './refusals';
import { Refused } from './Refused';
import { SESSION } from './words';

interface SecondFactorProps {
  /** What passkeys are asked; null where there are none. */
  readonly passkeys: string | null;
  readonly refusal: Refusal | undefined;
  readonly left: number;
  readonly isBusy: boolean;
  readonly onShown: (factor: { code?: string; passkey?: string }) => void;
  /** What passkeys are asked is good once: ask for it anew. */
  readonly onPasskeySpent: () => Promise<void>;
  readonly onBack: () => void;
}

/** The second factor beside the password: a code, or a passkey. */
export function SecondFactor({ passkeys, refusal, left, isBusy, onShown, onPasskeySpent, onBack }: SecondFactorProps) {
  const t = useWords(SESSION);
  const [code, setCode] = useState('');
  const [isGivenUp, setIsGivenUp] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onShown({ code });
    setCode('');
  };
  const show = async () => {
    const passkey = passkeys === null ? undefined : await showPasskey(passkeys);
    setIsGivenUp(passkey === undefined);
    if (passkey === undefined) await onPasskeySpent();
    else onShown({ passkey });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fw={600}>{t('codeTitle')}</Text>
        <Refused refusal={isGivenUp ? { message: t('givenUp') } : refusal} left={left} />
        {passkeys !== null && hasPasskeys() && (
          <Button variant="default" onClick={() => void show()} disabled={isBusy || left > 0}>
            {t('usePasskey')}
          </Button>
        )}
        <TextInput
          label={t('code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          required
          autoFocus
          data-autofocus
        />
        <Button type="submit" loading={isBusy} disabled={left > 0}>
          {t('enter')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('back')}
        </Anchor>
      </Stack>
    </form>
  );
}
