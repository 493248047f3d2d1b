import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Moment } from '../../account/Moment';
import type { ConsoleOwnTokensQuery } from '../../gql/graphql';
import { Refused } from '../../session/Refused';
import { type Refusal, refusalOf } from '../../session/refusals';
import { useViewer } from '../../session/SessionGate';
import { SESSION } from '../../session/words';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { END_TOKEN, OWN_TOKENS } from '../documents';
import { INTEGRATORS } from '../words';
import { IssueToken } from './IssueToken';
import { Narrowing } from './Narrowing';

export type Token = ConsoleOwnTokensQuery['tokens']['nodes'][number];

/** The tokens of programs that one sees: issued here, and ended here. */
export function Tokens() {
  const t = useWords(INTEGRATORS);
  const [{ data, error }, ask] = useQuery({ query: OWN_TOKENS, requestPolicy: 'cache-and-network' });
  const [isIssuing, setIsIssuing] = useState(false);
  const [ending, setEnding] = useState<Token>();
  const again = () => ask({ requestPolicy: 'network-only' });
  if (error && !data) return <Trouble error={error} onRetry={again} />;
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" maw="60rem">
          {t('tokensText')}
        </Text>
        <Button onClick={() => setIsIssuing(true)}>{t('issue')}</Button>
      </Group>
      {data && <TokenTable tokens={data.tokens.nodes} onEnd={setEnding} />}
      {isIssuing && (
        <IssueToken
          onClose={() => {
            setIsIssuing(false);
            again();
          }}
        />
      )}
      {ending && (
        <EndToken
          token={ending}
          onClose={() => {
            setEnding(undefined);
            again();
          }}
        />
      )}
    </Stack>
  );
}

interface TokenTableProps {
  readonly tokens: readonly Token[];
  readonly onEnd: (token: Token) => void;
}

function TokenTable({ tokens, onEnd }: TokenTableProps) {
  const t = useWords(INTEGRATORS);
  const { username } = useViewer();
  if (tokens.length === 0) return <Text size="sm">{t('noTokens')}</Text>;
  const hasOthers = tokens.some(({ account }) => account != null && account.username !== username);
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            {hasOthers && <Table.Th>{t('account')}</Table.Th>}
            <Table.Th>{t('narrowed')}</Table.Th>
            <Table.Th>{t('made')}</Table.Th>
            <Table.Th>{t('used')}</Table.Th>
            <Table.Th>{t('expires')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Td>{token.name}</Table.Td>
              {hasOthers && <Table.Td>{token.account?.username}</Table.Td>}
              <Table.Td>
                <Narrowing token={token} />
              </Table.Td>
              <Table.Td>
                <Moment at={token.createdAt} />
              </Table.Td>
              <Table.Td>{token.seenAt == null ? t('never') : <Moment at={token.seenAt} />}</Table.Td>
              <Table.Td>{token.expiresAt != null && <Moment at={token.expiresAt} />}</Table.Td>
              <Table.Td>{t(stateOf(token))}</Table.Td>
              <Table.Td ta="end">
                {stateOf(token) === 'holds' && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => onEnd(token)}
                    aria-label={t('endOf', { name: token.name })}
                  >
                    {t('end')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function stateOf(token: Token): 'ended' | 'expired' | 'holds' {
  if (token.endedAt != null) return 'ended';
  return token.expiresAt != null && new Date(token.expiresAt) <= new Date() ? 'expired' : 'holds';
}

function EndToken({ token, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const t = useWords(INTEGRATORS);
  const away = useWords(SESSION)('away');
  const [refusal, setRefusal] = useState<Refusal>();
  const [{ fetching }, endToken] = useMutation(END_TOKEN);
  const end = async () => {
    const result = await endToken({ input: { id: token.id, reason: t('end') } });
    const errors = result.data?.endToken.errors;
    if (errors?.length === 0) onClose();
    else setRefusal(refusalOf(errors, result.error, away));
  };
  return (
    <Modal opened onClose={onClose} title={t('endOf', { name: token.name })} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Stack>
        <Text size="sm">{t('endText')}</Text>
        <Refused refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="red" onClick={() => void end()} loading={fetching} data-autofocus>
            {t('end')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
