import { Accordion, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { importRoute } from '../../router';
import { useWords } from '../../words/words';
import { IMPORT } from './words';

interface Options {
  readonly sheet: string | undefined;
  readonly entry: string | undefined;
  readonly encoding: string | undefined;
}

interface ReadingProps {
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onTry: (options: Options) => void;
}

/** Those in which tables come here; others are told by what they hold. */
const ENCODINGS = ['UTF-8', 'GB18030', 'Big5', 'UTF-16'];

/** Which sheet, which file of an archive, which encoding: where it was not found by itself, or wrongly. */
export function Reading({ isOpen, isBusy, onTry }: ReadingProps) {
  const t = useWords(IMPORT);
  const search = importRoute.useSearch();
  const [sheet, setSheet] = useState(search.sheet ?? '');
  const [entry, setEntry] = useState(search.entry ?? '');
  const [encoding, setEncoding] = useState(search.encoding ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTry({ sheet: sheet || undefined, entry: entry || undefined, encoding: encoding || undefined });
  };
  return (
    <Accordion variant="contained" defaultValue={isOpen ? 'reading' : null}>
      <Accordion.Item value="reading">
        <Accordion.Control>{t('reading')}</Accordion.Control>
        <Accordion.Panel>
          <form onSubmit={submit}>
            <Group align="flex-end">
              <NativeSelect
                label={t('encoding')}
                value={encoding}
                data={[{ value: '', label: t('readingAuto') }, ...ENCODINGS]}
                onChange={(event) => setEncoding(event.currentTarget.value)}
              />
              <TextInput label={t('sheet')} value={sheet} maxLength={200} onChange={(event) => setSheet(event.currentTarget.value)} />
              <TextInput label={t('entry')} value={entry} maxLength={500} onChange={(event) => setEntry(event.currentTarget.value)} />
              <Button type="submit" variant="default" loading={isBusy}>
                {t('tryAgain')}
              </Button>
            </Group>
          </form>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
