import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { Kind } from '../../catalogue/catalogue';
import { graphql } from '../../gql';
import { useWords } from '../../words/words';
import { PAGE } from './words';

const LINK_RECORD_FILE = graphql(`
  mutation LinkRecordFile($input: LinkRecordFileInput!) {
    linkRecordFile(input: $input) {
      link {
        url
      }
      errors {
        message
      }
    }
  }
`);

/** The file that a field names, where whoever sees the record opens it, or one of the verbs that the viewer may use. */
export function openedBy({ opens, actions }: Pick<Kind, 'actions' | 'opens'>, field: string): string | undefined {
  const files = [opens, ...actions.map((verb) => (verb.allowed ? verb.opens : null))];
  return files.find((file) => file != null && `${file}Name` === field) ?? undefined;
}

interface Props {
  readonly record: string;
  readonly field: string;
  readonly name: string;
}

/** A file of a record by its name, opened by a link that is good for minutes. */
export function RecordFile({ record, field, name }: Props) {
  const t = useWords(PAGE);
  const [{ fetching }, link] = useMutation(LINK_RECORD_FILE);
  const [refused, setRefused] = useState<string>();
  const open = async () => {
    const { data, error } = await link({ input: { id: record, field } });
    const url = data?.linkRecordFile.link?.url;
    setRefused(url === undefined ? (data?.linkRecordFile.errors[0]?.message ?? error?.message ?? t('notOpened')) : undefined);
    if (url !== undefined) location.assign(url);
  };
  return (
    <>
      <Anchor component="button" type="button" size="sm" ta="start" disabled={fetching} onClick={() => void open()}>
        {name}
      </Anchor>
      {refused !== undefined && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {refused}
        </Text>
      )}
    </>
  );
}
