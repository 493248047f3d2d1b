import { useState } from 'react';
import { CodeDuty } from './CodeDuty';
import { FactorDuty } from './FactorDuty';
import { RecoveryCodes } from './factors/RecoveryCodes';
import { PasswordDuty } from './PasswordDuty';
import { SignInForm } from './SignInForm';
import { type Entered, next, type Step } from './steps';

interface SignInFlowProps {
  readonly username?: string;
  readonly to?: string | undefined;
  /** Where somebody stands who came in before and has something to do yet. */
  readonly from?: Entered;
  readonly onIn: (who: Entered) => void;
}

/** The way in as one: the door, what must be done first, and codes that are shown once. */
export function SignInFlow({ username, to, from, onIn }: SignInFlowProps) {
  const [step, setStep] = useState<Step>(() => (from === undefined ? { at: 'door' } : next(from)));
  const [password, setPassword] = useState<string>();
  const proceed = (who: Entered, codes?: readonly string[] | null) => {
    const following = next(who, codes);
    if (following.at === 'in') onIn(who);
    else setStep(following);
  };
  switch (step.at) {
    case 'door':
      return (
        <SignInForm
          {...(username === undefined ? {} : { username })}
          to={to}
          onEntered={(who, typed) => {
            setPassword(typed);
            proceed(who);
          }}
        />
      );
    case 'codes':
      return <RecoveryCodes codes={step.codes} onKept={() => proceed(step.who)} />;
    case 'duty':
      switch (step.duty) {
        case 'PASSWORD':
          return (
            <PasswordDuty
              present={password}
              onDone={(who, chosen) => {
                setPassword(chosen);
                proceed(who);
              }}
            />
          );
        case 'SECOND_FACTOR':
          return <FactorDuty password={password} onDone={proceed} />;
        case 'CODE':
          return <CodeDuty onDone={proceed} />;
      }
    case 'in':
      return null;
  }
}
