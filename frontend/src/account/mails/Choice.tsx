import { Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useStates } from '../../catalogue/useStates';
import type { MailChoice, MailLanguage } from '../../gql/graphql';
import { Refused } from '../../session/Refused';
import { type Refusal, refusalOf } from '../../session/refusals';
import { SESSION } from '../../session/words';
import { useWords } from '../../words/words';
import { CHOOSE_MAILS } from './documents';
import type { Address } from './Mails';
import { MAILS } from './words';

const CHOICES: readonly MailChoice[] = ['EACH', 'DAILY', 'NONE'];
const LANGUAGES: readonly MailLanguage[] = ['ZH', 'EN'];

type Chosen = Pick<Address, 'wanted' | 'language'>;

/** When one is told, and in which language. */
export function Choice({ held, onChange }: { readonly held: Address; readonly onChange: () => void }) {
  const t = useWords(MAILS);
  const away = useWords(SESSION)('away');
  const choiceWords = useStates('MailAddress', 'wanted');
  const languageWords = useStates('MailAddress', 'language');
  const [chosen, setChosen] = useState<Chosen>(held);
  const [refusal, setRefusal] = useState<Refusal>();
  const [, chooseOne] = useMutation(CHOOSE_MAILS);
  const choose = async ({ wanted, language }: Chosen) => {
    setChosen({ wanted, language });
    const result = await chooseOne({ input: { id: held.id, wanted, language } });
    const errors = result.data?.chooseMails.errors;
    if (errors?.length !== 0) {
      setChosen(held);
      setRefusal(refusalOf(errors, result.error, away));
    } else setRefusal(undefined);
    onChange();
  };
  return (
    <Stack gap="xs" maw="24rem">
      <Refused refusal={refusal} />
      <Text size="sm">{held.shown}</Text>
      <Radio.Group
        label={t('wanted')}
        value={chosen.wanted}
        onChange={(wanted) => void choose({ ...chosen, wanted: wanted as MailChoice })}
      >
        <Stack gap={4} mt={4}>
          {CHOICES.map((each) => (
            <Radio key={each} value={each} label={choiceWords(each)} />
          ))}
        </Stack>
      </Radio.Group>
      <Select
        label={t('language')}
        data={LANGUAGES.map((value) => ({ value, label: languageWords(value) }))}
        value={chosen.language}
        onChange={(language) => language !== null && void choose({ ...chosen, language: language as MailLanguage })}
        allowDeselect={false}
      />
    </Stack>
  );
}
