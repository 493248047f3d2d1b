import { Button } from '@mantine/core';
import { useWords } from '../../words/words';
import type { Refusal } from '../refusals';
import { SESSION } from '../words';
import { type Proof, ProofForm } from './ProofForm';

/** What may do as proof before any is asked for: the password that was just typed, or nothing for a first factor. */
export function givenProof(password: string | undefined, isFirst: boolean): Proof | null | undefined {
  if (password !== undefined) return { password };
  return isFirst ? null : undefined;
}

interface ProofFirstProps {
  readonly given: Proof | null | undefined;
  readonly refusal: Refusal | undefined;
  readonly isBusy: boolean;
  readonly onShown: (proof: Proof | null) => void;
}

/** Goes on by what is given already, or asks for proof. */
export function ProofFirst({ given, refusal, isBusy, onShown }: ProofFirstProps) {
  const t = useWords(SESSION);
  if (given !== undefined && refusal === undefined) {
    return (
      <Button onClick={() => onShown(given)} loading={isBusy} autoFocus>
        {t('go')}
      </Button>
    );
  }
  const isOnlyAsked = refusal?.code === 'REQUIRED';
  return <ProofForm refusal={isOnlyAsked ? undefined : refusal} isBusy={isBusy} onShown={onShown} />;
}
