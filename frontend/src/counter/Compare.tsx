import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { useFieldWords } from '../desks/parts/useFieldWords';
import type { PersonHeadFragment } from '../gql/graphql';
import { useWords } from '../words/words';
import { MATCH_PERSON, MATCH_STUDENT } from './documents';
import { COUNTER } from './words';

type Answer = 'same' | 'other' | { readonly why: string };

/** Compare what somebody says with what is sealed: the answer is yes or no, the value is never shown. */
export function Compare({ person }: { readonly person: PersonHeadFragment }) {
  const t = useWords(COUNTER);
  const client = useClient();
  const words = useFieldWords('Person');
  const student = useFieldWords('Student');
  const pupil = person.studies.nodes[0];
  const [field, setField] = useState('DOCUMENT_NUMBER');
  const [value, setValue] = useState('');
  const [answer, setAnswer] = useState<Answer>();
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const said = value.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    const { data, error } =
      field === 'NATIONAL_NUMBER'
        ? await client.mutation(MATCH_STUDENT, { input: { id: pupil?.id ?? '', field: 'NATIONAL_NUMBER', value: said } }).toPromise()
        : await client.mutation(MATCH_PERSON, { input: { id: person.id, field: field as 'PHONE', value: said } }).toPromise();
    const why = data?.outcome.errors[0]?.message ?? error?.graphQLErrors[0]?.message ?? error?.networkError?.message;
    setAnswer(why === undefined ? (data?.outcome.isSame === true ? 'same' : 'other') : { why });
    setValue('');
  };
  return (
    <form onSubmit={(event) => void ask(event)} autoComplete="off" aria-label={t('compare')}>
      <Text size="sm" c="dimmed">
        {t('compare')}
      </Text>
      <Group align="end" gap="xs">
        <NativeSelect
          size="md"
          aria-label={t('which')}
          value={field}
          onChange={(event) => setField(event.currentTarget.value)}
          data={[
            { value: 'DOCUMENT_NUMBER', label: words('documentNumber') },
            { value: 'PHONE', label: words('phone') },
            ...(pupil === undefined ? [] : [{ value: 'NATIONAL_NUMBER', label: student('nationalNumber') }]),
          ]}
        />
        <TextInput
          size="md"
          aria-label={t('said')}
          placeholder={t('said')}
          value={value}
          onChange={(event) => {
            setValue(event.currentTarget.value);
            setAnswer(undefined);
          }}
          required
        />
        <Button size="md" type="submit" variant="default">
          {t('doCompare')}
        </Button>
      </Group>
      <Text role="status" size="lg" fw={700} mt="xs">
        {answer === undefined ? ' ' : typeof answer === 'string' ? (answer === 'same' ? `✓ ${t('same')}` : `✗ ${t('other')}`) : answer.why}
      </Text>
    </form>
  );
}
