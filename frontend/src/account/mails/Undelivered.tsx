import { Table, Title } from '@mantine/core';
import { useStates } from '../../catalogue/useStates';
import type { ConsoleOwnMailsQuery } from '../../gql/graphql';
import { useWords } from '../../words/words';
import { Moment } from '../Moment';
import { MAILS } from './words';

/** The last mails that did not arrive, and what the server said of them. */
export function Undelivered({ mails }: { readonly mails: ConsoleOwnMailsQuery['mails']['nodes'] }) {
  const t = useWords(MAILS);
  const sorts = useStates('Mail', 'sort');
  const states = useStates('Mail', 'state');
  const failed = mails.filter(({ failure }) => failure != null);
  if (failed.length === 0) return null;
  return (
    <>
      <Title order={3} size="h6">
        {t('failures')}
      </Title>
      <Table.ScrollContainer minWidth={300}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sort')}</Table.Th>
              <Table.Th>{t('state')}</Table.Th>
              <Table.Th>{t('made')}</Table.Th>
              <Table.Th>{t('next')}</Table.Th>
              <Table.Th>{t('failure')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {failed.map((mail) => (
              <Table.Tr key={mail.id}>
                <Table.Td>{sorts(mail.sort)}</Table.Td>
                <Table.Td>{states(mail.state)}</Table.Td>
                <Table.Td>
                  <Moment at={mail.madeAt} />
                </Table.Td>
                <Table.Td>{mail.nextAt != null && <Moment at={mail.nextAt} />}</Table.Td>
                <Table.Td>{mail.failure}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
