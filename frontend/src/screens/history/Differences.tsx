import { Skeleton, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { ASIDE } from '../../api/aside';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { FieldView } from '../../fields/FieldView';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import { bothDocument } from './compared';
import type { Version } from './useVersions';
import { HISTORY } from './words';

interface Props {
  readonly kind: Kind;
  readonly id: string;
  readonly version: Version;
  readonly previous: Version | undefined;
}

/** What a version has otherwise than the one before, field by field. */
export function Differences({ kind, id, version, previous }: Props) {
  const t = useWords(HISTORY);
  const label = useLabel();
  const catalogue = useCatalogue();
  const hasBefore = previous !== undefined;
  const fields = useMemo(() => kind.fields.filter(({ name }) => version.fields.includes(name)), [kind, version]);
  const document = useMemo(() => bothDocument(catalogue, kind, fields, hasBefore), [catalogue, kind, fields, hasBefore]);
  const [{ data, error }, again] = useQuery({
    query: document,
    variables: { id, after: version.at, ...(previous === undefined ? {} : { before: previous.at }) },
    pause: fields.length === 0 || kind.singular == null,
    context: ASIDE,
  });
  if (fields.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('nothing')}
      </Text>
    );
  }
  if (error !== undefined) return <Trouble error={error} onRetry={() => again()} />;
  if (data === undefined) return <Skeleton height={64} mt="xs" />;
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table withTableBorder verticalSpacing={4} mt="xs" maw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field')}</Table.Th>
            <Table.Th>{t('before')}</Table.Th>
            <Table.Th>{t('after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field.name}>
              <Table.Th scope="row" fw={500}>
                {label(field.label)}
              </Table.Th>
              <Table.Td>
                <FieldView field={field} value={data.before?.[field.name]} />
              </Table.Td>
              <Table.Td>
                <FieldView field={field} value={data.after?.[field.name]} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
