import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../../words/words';
import { BEGIN_PASSKEY, FINISH_PASSKEY } from '../documents';
import { makePasskey } from '../passkeys';
import { type Refusal, refusalOf } from '../refusals';
import { Refused } from '../Refused';
import { SESSION } from '../words';
import type { FactorSetupProps } from './FactorSetup';
import { givenProof, ProofFirst } from './ProofFirst';
import type { Proof } from './ProofForm';

/** A passkey: its name, proof, and what the device makes. */
export function PasskeySetup({ password, isFirst, onDone }: FactorSetupProps) {
  const t = useWords(SESSION);
  const [name, setName] = useState('');
  const given = givenProof(password, isFirst);
  const [isNamed, setIsNamed] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [begun, begin] = useMutation(BEGIN_PASSKEY);
  const [finished, finish] = useMutation(FINISH_PASSKEY);

  const make = async (proof: Proof | null) => {
    const asked = await begin({ input: { proof } });
    const { options, errors } = asked.data?.beginPasskey ?? {};
    if (!options) return setRefusal(refusalOf(errors, asked.error, t('away')));
    const credential = await makePasskey(options);
    if (credential === undefined) return setRefusal({ message: t('givenUp') });
    const result = await finish({ input: { name, credential } });
    const { viewer, recoveryCodes, errors: wrong } = result.data?.finishPasskey ?? {};
    if (viewer) onDone({ ...viewer, duty: viewer.duty ?? null }, recoveryCodes ?? null);
    else setRefusal(refusalOf(wrong, result.error, t('away')));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsNamed(true);
    if (given !== undefined) void make(given);
  };
  const isProofAsked = isNamed && (given === undefined || refusal?.code === 'REQUIRED');

  return (
    <Stack gap="sm" maw={380}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('passkeyName')}
            description={t('passkeyNameHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={60}
            required
            autoFocus
          />
          {!isProofAsked && (
            <>
              <Refused refusal={refusal} />
              <Button type="submit" loading={begun.fetching || finished.fetching}>
                {t('makePasskey')}
              </Button>
            </>
          )}
        </Stack>
      </form>
      {isProofAsked && (
        <ProofFirst
          given={undefined}
          refusal={refusal}
          isBusy={begun.fetching || finished.fetching}
          onShown={(proof) => void make(proof)}
        />
      )}
    </Stack>
  );
}
