import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { IssueTokenInput } from '../../gql/graphql';
import { type Proof, ProofForm } from '../../session/factors/ProofForm';
import { type Refusal, refusalOf } from '../../session/refusals';
import { SESSION } from '../../session/words';
import { useWords } from '../../words/words';
import { ISSUE_TOKEN } from '../documents';
import { INTEGRATORS } from '../words';
import { Secret } from './Secret';
import { TokenForm } from './TokenForm';

export type Wanted = Omit<IssueTokenInput, 'proof'>;

type Step = { readonly at: 'form' } | { readonly at: 'proof' } | { readonly at: 'secret'; readonly secret: string };

/** Issue a token: what it is to be, proof that it is its owner who asks, and its secret, which is shown once. */
export function IssueToken({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(INTEGRATORS);
  const away = useWords(SESSION)('away');
  const [step, setStep] = useState<Step>({ at: 'form' });
  const [wanted, setWanted] = useState<Wanted>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [{ fetching }, issue] = useMutation(ISSUE_TOKEN);
  const show = async (proof: Proof) => {
    if (wanted === undefined) return;
    const result = await issue({ input: { ...wanted, proof } });
    const { secret, errors } = result.data?.issueToken ?? {};
    if (secret) return setStep({ at: 'secret', secret });
    setRefusal(refusalOf(errors, result.error, away));
    if (errors?.some(({ path }) => path[0] !== undefined && path[0] !== 'proof')) setStep({ at: 'form' });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('issue')}
      closeOnClickOutside={false}
      closeOnEscape={step.at !== 'secret'}
      withCloseButton={step.at !== 'secret'}
      closeButtonProps={{ 'aria-label': t('cancel') }}
      size="lg"
    >
      <div hidden={step.at !== 'form'}>
        <TokenForm
          refusal={refusal}
          onWanted={(token) => {
            setRefusal(undefined);
            setWanted(token);
            setStep({ at: 'proof' });
          }}
        />
      </div>
      {step.at === 'proof' && (
        <ProofForm action={t('issue')} refusal={refusal} isBusy={fetching} onShown={(proof) => void show(proof)} />
      )}
      {step.at === 'secret' && <Secret secret={step.secret} onDone={onClose} />}
    </Modal>
  );
}
