import { Badge, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { ASIDE } from '../api/aside';
import { sessionEnded } from '../api/connection';
import type { ConsoleOwnAccountQuery } from '../gql/graphql';
import { Refused } from '../session/Refused';
import { type Refusal, refusalOf } from '../session/refusals';
import { useDepart } from '../session/useLeave';
import { SESSION } from '../session/words';
import { useWords } from '../words/words';
import { clientName } from './client';
import { END_SESSION, SIGN_OUT_EVERYWHERE } from './documents';
import { Moment } from './Moment';
import { Section } from './Section';
import { ACCOUNT } from './words';

type Session = NonNullable<ConsoleOwnAccountQuery['viewer']>['sessions'][number];

/** Where one is signed in; each can be ended. */
export function Sessions({ sessions, onChange }: { readonly sessions: readonly Session[]; readonly onChange: () => void }) {
  const t = useWords(ACCOUNT);
  const away = useWords(SESSION)('away');
  const [refusal, setRefusal] = useState<Refusal>();
  const [, endOne] = useMutation(END_SESSION);
  const end = async (session: Session) => {
    const result = await endOne({ input: { id: session.id } });
    const errors = result.data?.endSession.errors;
    setRefusal(errors?.length === 0 ? undefined : refusalOf(errors, result.error, away));
    if (session.isCurrent && errors?.length === 0) sessionEnded.set(true);
    else onChange();
  };
  return (
    <Section title={t('sessions')} text={t('sessionsText')}>
      <Refused refusal={refusal} />
      <Table.ScrollContainer minWidth={300}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('client')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('network')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('begun')}</Table.Th>
              <Table.Th>{t('seen')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('expires')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} onEnd={() => void end(session)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Everywhere />
    </Section>
  );
}

function SessionRow({ session, onEnd }: { readonly session: Session; readonly onEnd: () => void }) {
  const t = useWords(ACCOUNT);
  const client = session.client ? clientName(session.client) : t('unknownClient');
  return (
    <Table.Tr>
      <Table.Td title={session.client ?? ''}>
        <Group gap={4}>
          {client}
          {session.isCurrent && <Badge variant="light">{t('current')}</Badge>}
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">{session.network}</Table.Td>
      <Table.Td visibleFrom="sm">
        <Moment at={session.begunAt} />
      </Table.Td>
      <Table.Td>
        <Moment at={session.seenAt} />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Moment at={session.expiresAt} />
      </Table.Td>
      <Table.Td ta="end">
        {!session.isCurrent && (
          <Button size="compact-sm" variant="default" onClick={onEnd} aria-label={t('endOf', { client })}>
            {t('end')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Everywhere() {
  const t = useWords(ACCOUNT);
  const depart = useDepart();
  const [isAsked, setIsAsked] = useState(false);
  const [{ fetching }, endAll] = useMutation(SIGN_OUT_EVERYWHERE);
  const end = async () => {
    const { data } = await endAll({}, ASIDE);
    if (data?.signOutEverywhere.errors.length === 0) await depart();
  };
  return (
    <Group>
      <Button variant="default" onClick={() => setIsAsked(true)}>
        {t('everywhere')}
      </Button>
      <Modal opened={isAsked} onClose={() => setIsAsked(false)} title={t('sure')} closeButtonProps={{ 'aria-label': t('cancel') }}>
        <Stack>
          <Text size="sm">{t('everywhereText')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setIsAsked(false)}>
              {t('cancel')}
            </Button>
            <Button color="red" onClick={() => void end()} loading={fetching} data-autofocus>
              {t('everywhere')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}
