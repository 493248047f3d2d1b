import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../../words/words';
import { BEGIN_TOTP, CONFIRM_TOTP } from '../documents';
import { type Refusal, refusalOf } from '../refusals';
import { Refused } from '../Refused';
import classes from '../session.module.css';
import { SESSION } from '../words';
import type { FactorSetupProps } from './FactorSetup';
import { givenProof, ProofFirst } from './ProofFirst';
import type { Proof } from './ProofForm';
import { QrCode } from './QrCode';

/** An app that shows codes: proof, the key as a picture, and a code that shows that it arrived. */
export function AuthenticatorSetup({ password, isFirst, onDone }: FactorSetupProps) {
  const t = useWords(SESSION);
  const [key, setKey] = useState<{ secret: string; uri: string }>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [begun, begin] = useMutation(BEGIN_TOTP);

  const start = async (proof: Proof | null) => {
    const result = await begin({ input: { proof } });
    const { secret, uri, errors } = result.data?.beginTotp ?? {};
    if (secret && uri) setKey({ secret, uri });
    else setRefusal(refusalOf(errors, result.error, t('away')));
  };
  if (key === undefined) {
    return (
      <ProofFirst
        given={givenProof(password, isFirst)}
        refusal={refusal}
        isBusy={begun.fetching}
        onShown={(proof) => void start(proof)}
      />
    );
  }
  return <KeyShown {...key} onDone={onDone} />;
}

type KeyShownProps = { readonly secret: string; readonly uri: string } & Pick<FactorSetupProps, 'onDone'>;

function KeyShown({ secret, uri, onDone }: KeyShownProps) {
  const t = useWords(SESSION);
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const [{ fetching }, confirm] = useMutation(CONFIRM_TOTP);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await confirm({ input: { code } });
    const { viewer, recoveryCodes, errors } = result.data?.confirmTotp ?? {};
    if (viewer) onDone({ ...viewer, duty: viewer.duty ?? null }, recoveryCodes ?? null);
    else setRefusal(refusalOf(errors, result.error, t('away')));
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm" maw={380}>
        <Text size="sm">{t('scan')}</Text>
        <QrCode text={uri} label={t('qr')} />
        <Text size="sm" className={classes.secret ?? ''} aria-label={t('secret')}>
          {secret.match(/.{1,4}/g)?.join(' ')}
        </Text>
        <Refused refusal={refusal} />
        <TextInput
          label={t('shownCode')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          autoFocus
        />
        <Button type="submit" loading={fetching}>
          {t('confirm')}
        </Button>
      </Stack>
    </form>
  );
}
