import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { Refused } from '../../session/Refused';
import { type Refusal, refusalOf } from '../../session/refusals';
import { SESSION } from '../../session/words';
import { useLanguage } from '../../words/useLanguage';
import { useWords } from '../../words/words';
import { SET_MAIL_ADDRESS } from './documents';
import { MAILS } from './words';

interface AddressFormProps {
  readonly onDone: () => void;
  /** Where there is another address to keep. */
  readonly onLeave?: () => void;
}

/** An address, to which a code is then sent; mails are in the language of the page until another is chosen. */
export function AddressForm({ onDone, onLeave }: AddressFormProps) {
  const t = useWords(MAILS);
  const away = useWords(SESSION)('away');
  const language = useLanguage() === 'zh' ? 'ZH' : 'EN';
  const [address, setAddress] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const [{ fetching }, give] = useMutation(SET_MAIL_ADDRESS);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await give({ input: { address, language } });
    const errors = result.data?.setMailAddress.errors;
    if (errors?.length === 0) onDone();
    else setRefusal(refusalOf(errors, result.error, away));
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs" maw="24rem">
        <Refused refusal={refusal} />
        <TextInput
          type="email"
          autoComplete="email"
          label={t('address')}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          required
        />
        <Group>
          <Button type="submit" loading={fetching}>
            {t('give')}
          </Button>
          {onLeave && (
            <Button variant="default" onClick={onLeave}>
              {t('keep')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
