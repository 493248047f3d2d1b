import { Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../../words/words';
import { BEGIN_PROOF } from '../documents';
import { hasPasskeys, showPasskey } from '../passkeys';
import { type Refusal, refusalOf } from '../refusals';
import { Refused } from '../Refused';
import { useCountdown } from '../useCountdown';
import { PasswordField } from '../PasswordField';
import { SESSION } from '../words';

export type Way = 'password' | 'code' | 'passkey';

/** One of these: what shows anew that it is still the same person. */
export interface Proof {
  readonly password?: string;
  readonly code?: string;
  readonly passkey?: string;
}

const LABELS = { password: 'proofPassword', code: 'proofCode', passkey: 'proofPasskey' } as const;

interface ProofFormProps {
  readonly text?: string;
  readonly ways?: readonly Way[];
  readonly action?: string;
  readonly refusal: Refusal | undefined;
  readonly isBusy: boolean;
  readonly onShown: (proof: Proof) => void;
}

/** Asks for a password, a code or a passkey, whichever is at hand. */
export function ProofForm({ text, ways = ['password', 'code', 'passkey'], action, refusal, isBusy, onShown }: ProofFormProps) {
  const t = useWords(SESSION);
  const offered = ways.filter((each) => each !== 'passkey' || hasPasskeys());
  const [way, setWay] = useState<Way>(offered[0] ?? 'password');
  const [typed, setTyped] = useState('');
  const [own, setOwn] = useState<Refusal>();
  const left = useCountdown(refusal);
  const [{ fetching }, begin] = useMutation(BEGIN_PROOF);

  const byPasskey = async () => {
    const result = await begin({});
    const { options, errors } = result.data?.beginProof ?? {};
    if (!options) return setOwn(refusalOf(errors, result.error, t('away')));
    const passkey = await showPasskey(options);
    setOwn(passkey === undefined ? { message: t('givenUp') } : undefined);
    if (passkey !== undefined) onShown({ passkey });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (way === 'passkey') return void byPasskey();
    onShown(way === 'password' ? { password: typed } : { code: typed });
    setTyped('');
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={380}>
        <Text size="sm">{text ?? t('proofText')}</Text>
        <Refused refusal={own ?? refusal} left={left} />
        {offered.length > 1 && (
          <SegmentedControl
            aria-label={t('proofWay')}
            value={way}
            onChange={(value) => setWay(value as Way)}
            data={offered.map((value) => ({ value, label: t(LABELS[value]) }))}
            size="xs"
          />
        )}
        {way === 'password' && (
          <PasswordField
            label={t('password')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="current-password"
            autoFocus
          />
        )}
        {way === 'code' && (
          <TextInput
            label={t('code')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="one-time-code"
            required
            autoFocus
          />
        )}
        <Button type="submit" loading={isBusy || fetching} disabled={left > 0}>
          {action ?? t('go')}
        </Button>
      </Stack>
    </form>
  );
}
