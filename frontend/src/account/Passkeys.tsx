import { Button, Modal, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { ConsoleOwnAccountQuery } from '../gql/graphql';
import { type Proof, ProofForm } from '../session/factors/ProofForm';
import { type Refusal, refusalOf } from '../session/refusals';
import { SESSION } from '../session/words';
import { useWords } from '../words/words';
import { REMOVE_PASSKEY } from './documents';
import { Moment } from './Moment';
import { ACCOUNT } from './words';

type Passkey = NonNullable<ConsoleOwnAccountQuery['viewer']>['passkeys'][number];

/** One's passkeys; each is removed by proof. */
export function Passkeys({ passkeys, onChange }: { readonly passkeys: readonly Passkey[]; readonly onChange: () => void }) {
  const t = useWords(ACCOUNT);
  const [leaving, setLeaving] = useState<Passkey>();
  return (
    <>
      <Text size="sm" fw={600}>
        {t('passkeys')}
      </Text>
      {passkeys.length === 0 && <Text size="sm">{t('noPasskeys')}</Text>}
      {passkeys.length > 0 && (
        <Table.ScrollContainer minWidth={360}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th>{t('added')}</Table.Th>
                <Table.Th>{t('used')}</Table.Th>
                <Table.Th>{t('backedUp')}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {passkeys.map((passkey) => (
                <Table.Tr key={passkey.id}>
                  <Table.Td>{passkey.name}</Table.Td>
                  <Table.Td>
                    <Moment at={passkey.addedAt} />
                  </Table.Td>
                  <Table.Td>{passkey.usedAt == null ? t('never') : <Moment at={passkey.usedAt} />}</Table.Td>
                  <Table.Td>{t(passkey.isBackedUp ? 'yes' : 'no')}</Table.Td>
                  <Table.Td ta="end">
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => setLeaving(passkey)}
                      aria-label={t('removeOf', { name: passkey.name })}
                    >
                      {t('remove')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {leaving !== undefined && (
        <Removal
          passkey={leaving}
          onClose={() => setLeaving(undefined)}
          onDone={() => {
            setLeaving(undefined);
            onChange();
          }}
        />
      )}
    </>
  );
}

interface RemovalProps {
  readonly passkey: Passkey;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Removal({ passkey, onClose, onDone }: RemovalProps) {
  const t = useWords(ACCOUNT);
  const away = useWords(SESSION)('away');
  const [refusal, setRefusal] = useState<Refusal>();
  const [{ fetching }, remove] = useMutation(REMOVE_PASSKEY);
  const show = async (proof: Proof) => {
    const result = await remove({ input: { id: passkey.id, proof } });
    const { viewer, errors } = result.data?.removePasskey ?? {};
    if (viewer?.duty != null) location.assign('/sign-in?to=/account');
    else if (viewer) onDone();
    else setRefusal(refusalOf(errors, result.error, away));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('removeOf', { name: passkey.name })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <ProofForm
        text={t('removeText')}
        action={t('remove')}
        refusal={refusal}
        isBusy={fetching}
        onShown={(proof) => void show(proof)}
      />
    </Modal>
  );
}
