import { Loader, Modal, Stack, Table, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { CODES } from '../../fields/coded/useCodes';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import classes from '../integrators.module.css';
import { INTEGRATORS } from '../words';

interface CodesProps {
  readonly table: string;
  readonly source: string | null | undefined;
  readonly onClose: () => void;
}

/** The codes of a table, with their words and where they come from. */
export function Codes({ table, source, onClose }: CodesProps) {
  const t = useWords(INTEGRATORS);
  const [{ data, error }] = useQuery({ query: CODES, variables: { table } });
  return (
    <Modal opened onClose={onClose} title={t('codes', { table })} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      {source && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('source')}: {source}
        </Text>
      )}
      {error && <Trouble error={error} />}
      {!data && !error && <Loader type="dots" aria-label={t('asking')} />}
      {data && (
        <Stack>
          <Table verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('code')}</Table.Th>
                <Table.Th>{t('chinese')}</Table.Th>
                <Table.Th>{t('english')}</Table.Th>
                <Table.Th>{t('valid')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.codeEntries.nodes.map((entry) => (
                <Table.Tr key={entry.id}>
                  <Table.Th scope="row" className={classes.mono ?? ''}>
                    {entry.code}
                  </Table.Th>
                  <Table.Td>{entry.chinese}</Table.Td>
                  <Table.Td>{entry.english}</Table.Td>
                  <Table.Td>
                    {entry.validFrom ?? ''} – {entry.validUntil ?? ''}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {data.codeEntries.pageInfo.hasNextPage && <Text size="sm">{t('moreCodes')}</Text>}
        </Stack>
      )}
    </Modal>
  );
}
