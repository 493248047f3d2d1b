import { CloseButton, Group, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { useWords } from '../../words/words';
import { ATTACHMENTS } from './words';

const FILE_NAME = graphql(`
  query ConsoleFileName($id: ID!) {
    file(id: $id) {
      id
      name
    }
  }
`);

interface Props {
  readonly id: string;
  /** Its name, where it was uploaded just now; it is asked for where it comes from a draft. */
  readonly name: string | undefined;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

/** A file that was uploaded and checked. */
export function GivenFile({ id, name, disabled, onRemove }: Props) {
  const t = useWords(ATTACHMENTS);
  const [{ data }] = useQuery({ query: FILE_NAME, variables: { id }, pause: name !== undefined });
  const shown = name ?? data?.file?.name ?? t('unnamed');
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" truncate>
        {shown}
      </Text>
      <CloseButton size="sm" aria-label={t('remove', { name: shown })} disabled={disabled} onClick={onRemove} />
    </Group>
  );
}
