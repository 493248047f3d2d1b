import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { Refused } from '../../session/Refused';
import { type Refusal, refusalOf, type Told } from '../../session/refusals';
import { SESSION } from '../../session/words';
import { useWords } from '../../words/words';
import { CONFIRM_MAIL_ADDRESS, SEND_MAIL_CODE } from './documents';
import type { Address } from './Mails';
import { MAILS } from './words';

/** The code that came to an address which is not verified, or another code for one that was set aside. */
export function CodeForm({ held, onChange }: { readonly held: Address; readonly onChange: () => void }) {
  const t = useWords(MAILS);
  const away = useWords(SESSION)('away');
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const [{ fetching }, confirm] = useMutation(CONFIRM_MAIL_ADDRESS);
  const [, sendAgain] = useMutation(SEND_MAIL_CODE);
  const settle = (errors: readonly Told[] | undefined, error: Parameters<typeof refusalOf>[1]) => {
    setRefusal(errors?.length === 0 ? undefined : refusalOf(errors, error, away));
    onChange();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await confirm({ input: { id: held.id, code } });
    settle(result.data?.confirmMailAddress.errors, result.error);
  };
  const again = async () => {
    const result = await sendAgain({ input: { id: held.id } });
    settle(result.data?.sendMailCode.errors, result.error);
  };
  const address = held.shown ?? '';
  return (
    <Stack gap="xs">
      <Refused refusal={refusal} />
      {held.state === 'SET_ASIDE' ? (
        <Alert color="orange">{t('aside', { address, reason: held.refusal ?? '' })}</Alert>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="xs" maw="24rem">
            <Text size="sm">{t('sent', { address })}</Text>
            <TextInput
              label={t('code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              required
            />
            <div>
              <Button type="submit" loading={fetching}>
                {t('confirm')}
              </Button>
            </div>
          </Stack>
        </form>
      )}
      <Group>
        <Button variant="default" onClick={() => void again()}>
          {t('again')}
        </Button>
      </Group>
    </Stack>
  );
}
