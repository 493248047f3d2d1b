import { Anchor, Button, Group, Image, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { CaseQueueQuery } from '../gql/graphql';
import { useLocale } from '../words/useLocale';
import { useLabel, useWords } from '../words/words';
import classes from './cases.module.css';
import { LINK_CASE_FILE } from './documents';
import { TakeBack } from './TakeBack';
import { CASES } from './words';

export type CaseFile = CaseQueueQuery['queue']['nodes'][number]['files']['nodes'][number];

/** What a browser shows of itself, without running any of it. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

interface Props {
  readonly files: readonly CaseFile[];
  /** The case, where the viewer may take files of it back. */
  readonly takenFrom?: string;
}

/** The files of a case: which material each is, who handed it in and when; opened by a link that is good for minutes. */
export function Files({ files, takenFrom }: Props) {
  const t = useWords(CASES);
  const label = useLabel();
  const day = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'medium' });
  const { open, close, shown, refused } = useOpened();
  const [taken, setTaken] = useState<CaseFile>();
  if (files.length === 0) return <Text size="sm">{t('noFiles')}</Text>;
  return (
    <>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.id}>
            <Group gap="xs" justify="space-between" wrap="nowrap">
              <Anchor component="button" type="button" size="sm" ta="start" onClick={() => void open(file)}>
                {label({ en: file.englishName, zh: file.chineseName })}
              </Anchor>
              {takenFrom !== undefined && (
                <Button
                  size="compact-xs"
                  variant="default"
                  className="no-print"
                  aria-label={t('takeBackOf', { name: file.fileName })}
                  onClick={() => setTaken(file)}
                >
                  {t('takeBack')}
                </Button>
              )}
            </Group>
            <Text size="xs" className={classes.quiet ?? ''}>
              {[
                file.fileName,
                sizeOf(file.size),
                t('by', { by: file.addedBy, at: day.format(new Date(file.addedAt)) }),
                file.stepChinese != null && label({ en: file.stepEnglish ?? '', zh: file.stepChinese }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
      {refused !== undefined && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {refused}
        </Text>
      )}
      {shown !== undefined && (
        <Modal opened onClose={close} size="xl" title={shown.name} closeButtonProps={{ 'aria-label': t('close') }}>
          <Image src={shown.url} alt={shown.name} fit="contain" mah="75vh" />
        </Modal>
      )}
      {taken !== undefined && takenFrom !== undefined && <TakeBack file={taken} from={takenFrom} onClose={() => setTaken(undefined)} />}
    </>
  );
}

/** Opens files: pictures over the page, all others as what the browser makes of a download. */
function useOpened() {
  const t = useWords(CASES);
  const [, link] = useMutation(LINK_CASE_FILE);
  const [shown, setShown] = useState<{ readonly url: string; readonly name: string }>();
  const [refused, setRefused] = useState<string>();
  const open = async (file: CaseFile) => {
    const { data, error } = await link({ input: { id: file.id } });
    const url = data?.linkCaseFile.link?.url;
    setRefused(url === undefined ? (data?.linkCaseFile.errors[0]?.message ?? error?.message ?? t('notOpened')) : undefined);
    if (url === undefined) return;
    if (SHOWN.has(file.mediaType) && url.startsWith('/')) setShown({ url, name: file.fileName });
    else location.assign(url);
  };
  return { open, close: () => setShown(undefined), shown, refused };
}

/** A number of bytes as people say it. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
