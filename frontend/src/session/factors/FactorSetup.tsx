import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useWords } from '../../words/words';
import { ENTRANCE } from '../documents';
import { hasPasskeys } from '../passkeys';
import type { Entered } from '../steps';
import { SESSION } from '../words';
import { AuthenticatorSetup } from './AuthenticatorSetup';
import { PasskeySetup } from './PasskeySetup';

export interface FactorSetupProps {
  /** The password where it was just typed: it is the proof then. */
  readonly password?: string | undefined;
  /** Whether it is the first one: who just came from the identity provider need not prove anything. */
  readonly isFirst: boolean;
  readonly onDone: (who: Entered, codes: readonly string[] | null) => void;
}

/** A first factor, of either sort. */
export function FactorSetup(props: FactorSetupProps) {
  const t = useWords(SESSION);
  const [sort, setSort] = useState('authenticator');
  const [{ data }] = useQuery({ query: ENTRANCE });
  const isPasskeyOffered = data?.entrance.hasPasskeys === true && hasPasskeys();
  return (
    <Stack>
      {isPasskeyOffered && (
        <SegmentedControl
          value={sort}
          onChange={setSort}
          data={[
            { value: 'authenticator', label: t('authenticator') },
            { value: 'passkey', label: t('passkeyWay') },
          ]}
        />
      )}
      {sort === 'authenticator' ? <AuthenticatorSetup {...props} /> : <PasskeySetup {...props} />}
    </Stack>
  );
}
