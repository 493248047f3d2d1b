import { Button, Divider, Stack } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { AS_NOBODY } from '../api/client';
import type { ConsoleEntranceQuery } from '../gql/graphql';
import { useWords } from '../words/words';
import { BEGIN_PASSKEY_SIGN_IN, FINISH_PASSKEY_SIGN_IN } from './documents';
import { hasPasskeys, showPasskey } from './passkeys';
import { type Refusal, refusalOf } from './refusals';
import { Refused } from './Refused';
import type { Entered } from './steps';
import { SESSION } from './words';

interface OtherWaysProps {
  readonly entrance: ConsoleEntranceQuery['entrance'];
  readonly to: string | undefined;
  readonly onEntered: (who: Entered) => void;
}

/** The ways in without a password: a passkey alone, and the identity provider. */
export function OtherWays({ entrance, to, onEntered }: OtherWaysProps) {
  const t = useWords(SESSION);
  const [refusal, setRefusal] = useState<Refusal>();
  const [begun, begin] = useMutation(BEGIN_PASSKEY_SIGN_IN);
  const [finished, finish] = useMutation(FINISH_PASSKEY_SIGN_IN);

  const byPasskey = async () => {
    setRefusal(undefined);
    const asked = await begin({}, AS_NOBODY);
    const { options, errors } = asked.data?.beginPasskeySignIn ?? {};
    if (!options) return setRefusal(refusalOf(errors, asked.error, t('away')));
    const credential = await showPasskey(options);
    if (credential === undefined) return setRefusal({ message: t('givenUp') });
    const result = await finish({ input: { credential } }, AS_NOBODY);
    const { viewer, errors: wrong } = result.data?.finishPasskeySignIn ?? {};
    if (viewer) return onEntered({ ...viewer, duty: viewer.duty ?? null });
    setRefusal(refusalOf(wrong, result.error, t('away')));
  };

  const isPasskeyOffered = entrance.hasPasskeys && hasPasskeys();
  if (!isPasskeyOffered && !entrance.hasProvider) return null;
  return (
    <Stack gap="xs">
      <Divider label={t('or')} />
      <Refused refusal={refusal} left={refusal?.wait ?? 0} />
      {isPasskeyOffered && (
        <Button variant="default" onClick={() => void byPasskey()} loading={begun.fetching || finished.fetching}>
          {t('passkey')}
        </Button>
      )}
      {entrance.hasProvider && (
        <Button variant="default" component="a" href={`/oidc/start?to=${encodeURIComponent(to ?? '/')}`}>
          {t('provider')}
        </Button>
      )}
    </Stack>
  );
}
