import { useState } from 'react';
import { useMutation } from 'urql';
import { AS_NOBODY } from '../api/client';
import { CONFIRM_SIGN_IN } from '../api/documents';
import { useWords } from '../words/words';
import { type Proof, ProofForm } from './factors/ProofForm';
import { type Refusal, refusalOf } from './refusals';
import type { Entered } from './steps';
import { SESSION } from './words';

/** Show the second factor that the identity provider did not. */
export function CodeDuty({ onDone }: { readonly onDone: (who: Entered) => void }) {
  const t = useWords(SESSION);
  const [refusal, setRefusal] = useState<Refusal>();
  const [{ fetching }, confirm] = useMutation(CONFIRM_SIGN_IN);
  const show = async ({ code, passkey }: Proof) => {
    const result = await confirm({ input: { code: code ?? null, passkey: passkey ?? null } }, AS_NOBODY);
    const { viewer, errors } = result.data?.confirmSignIn ?? {};
    if (viewer) onDone({ ...viewer, duty: viewer.duty ?? null });
    else setRefusal(refusalOf(errors, result.error, t('away')));
  };
  return (
    <ProofForm
      text={t('codeTitle')}
      ways={['code', 'passkey']}
      refusal={refusal}
      isBusy={fetching}
      onShown={(proof) => void show(proof)}
    />
  );
}
