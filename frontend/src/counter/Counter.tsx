import { Kbd, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useCallback, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useWords } from '../words/words';
import { COUNTER_CARD } from './documents';
import { Found, type Hit } from './Found';
import { readScan } from './scan';
import { useClearing } from './useClearing';
import { Visitor } from './Visitor';
import { COUNTER } from './words';

/** While somebody types, it is asked after so long a pause. */
const PAUSE = 250;
/** A single letter finds too much to be of use. */
const SHORTEST = 2;

/** At a counter: a card is scanned or a few letters typed, and the pupil is there; Escape is for the next one. */
export function Counter() {
  const t = useWords(COUNTER);
  const client = useClient();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [person, setPerson] = useState<string>();
  const [isUnknown, setUnknown] = useState(false);
  const first = useRef<Hit>(undefined);
  const [sought] = useDebouncedValue(text.trim(), PAUSE);

  const clear = useCallback(() => {
    setText('');
    setPerson(undefined);
    setUnknown(false);
    first.current = undefined;
    field.current?.focus();
  }, []);
  useClearing(clear);

  const show = (id: string | undefined) => {
    setUnknown(id === undefined);
    setPerson(id);
    setText('');
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const scan = readScan(text);
    if (scan.sort === 'text') return first.current && show(first.current.person);
    const { data } = await client.query(COUNTER_CARD, { id: scan.id }, { requestPolicy: 'network-only' }).toPromise();
    const node = data?.node;
    if (node == null) return show(undefined);
    return show(node.__typename === 'Person' ? node.id : 'person' in node ? node.person?.id : undefined);
  };

  return (
    <Stack p="md" gap="md" maw={960} mx="auto">
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      <form onSubmit={(event) => void submit(event)} autoComplete="off">
        <TextInput
          ref={field}
          size="xl"
          label={t('field')}
          description={t('hint')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setUnknown(false);
          }}
          autoFocus
          spellCheck={false}
          inputMode="search"
          enterKeyHint="search"
        />
      </form>
      {isUnknown && <Text role="status">{t('unknown')}</Text>}
      {sought.length >= SHORTEST && readScan(sought).sort === 'text' && text.trim() !== '' && (
        <Found text={sought} onFirst={(hit) => (first.current = hit)} onShow={show} />
      )}
      {text.trim() === '' && person !== undefined && <Visitor key={person} id={person} />}
      <Text size="sm" c="dimmed">
        <Kbd>Esc</Kbd> {t('clears')}
      </Text>
    </Stack>
  );
}
