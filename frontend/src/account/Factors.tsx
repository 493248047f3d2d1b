import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { ConsoleOwnAccountQuery } from '../gql/graphql';
import { ENTRANCE } from '../session/documents';
import { AuthenticatorSetup } from '../session/factors/AuthenticatorSetup';
import { PasskeySetup } from '../session/factors/PasskeySetup';
import { RecoveryCodes } from '../session/factors/RecoveryCodes';
import { hasPasskeys } from '../session/passkeys';
import { useWords } from '../words/words';
import { Passkeys } from './Passkeys';
import { Section } from './Section';
import { ACCOUNT } from './words';

type Own = NonNullable<ConsoleOwnAccountQuery['viewer']>;

type Setup = { readonly of: 'authenticator' | 'passkey' } | { readonly of: 'codes'; readonly codes: readonly string[] };

/** Below how many recovery codes it is time to think of new ones. */
const FEW = 4;

/** What one shows besides the password: an app, passkeys, and codes for when these are not at hand. */
export function Factors({ own, onChange }: { readonly own: Own; readonly onChange: () => void }) {
  const t = useWords(ACCOUNT);
  const [setup, setSetup] = useState<Setup>();
  const [{ data }] = useQuery({ query: ENTRANCE });
  const isFirst = !own.hasAuthenticator && own.passkeys.length === 0;
  const done = (_who: unknown, codes: readonly string[] | null) => {
    setSetup(codes && codes.length > 0 ? { of: 'codes', codes } : undefined);
    onChange();
  };
  return (
    <Section title={t('factors')}>
      <Text size="sm" fw={600}>
        {t('authenticator')}
      </Text>
      <Text size="sm">{own.hasAuthenticator ? `${t('authenticatorSet')} ${t('authenticatorLost')}` : t('authenticatorUnset')}</Text>
      {!own.hasAuthenticator && (
        <div>
          <Button variant="default" onClick={() => setSetup({ of: 'authenticator' })}>
            {t('setUp')}
          </Button>
        </div>
      )}
      {data?.entrance.hasPasskeys && (
        <Stack gap="xs">
          <Passkeys passkeys={own.passkeys} onChange={onChange} />
          {hasPasskeys() && (
            <div>
              <Button variant="default" onClick={() => setSetup({ of: 'passkey' })}>
                {t('addPasskey')}
              </Button>
            </div>
          )}
        </Stack>
      )}
      <Text size="sm" fw={600}>
        {t('recovery')}
      </Text>
      <Text size="sm">{recovery()}</Text>
      {setup !== undefined && (
        <Modal
          opened
          onClose={() => setSetup(undefined)}
          title={t(setup.of === 'passkey' ? 'addPasskey' : setup.of === 'codes' ? 'recovery' : 'authenticator')}
          closeOnClickOutside={false}
          closeButtonProps={{ 'aria-label': t('cancel') }}
        >
          {setup.of === 'authenticator' && <AuthenticatorSetup isFirst={isFirst} onDone={done} />}
          {setup.of === 'passkey' && <PasskeySetup isFirst={isFirst} onDone={done} />}
          {setup.of === 'codes' && <RecoveryCodes codes={setup.codes} onKept={() => setSetup(undefined)} />}
        </Modal>
      )}
    </Section>
  );

  function recovery(): string {
    if (isFirst) return t('recoveryNone');
    const left = t('recoveryLeft', { count: own.recoveryCodesLeft });
    return own.recoveryCodesLeft < FEW ? `${left} ${t('recoveryFew')}` : left;
  }
}
