import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type { ConsoleOwnMailsQuery } from '../../gql/graphql';
import { Refused } from '../../session/Refused';
import { type Refusal, refusalOf } from '../../session/refusals';
import { SESSION } from '../../session/words';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { Section } from '../Section';
import { AddressForm } from './AddressForm';
import { Choice } from './Choice';
import { CodeForm } from './CodeForm';
import { OWN_MAILS, REMOVE_MAIL_ADDRESS } from './documents';
import { Undelivered } from './Undelivered';
import { MAILS } from './words';

export type Address = ConsoleOwnMailsQuery['mailAddresses']['nodes'][number];

/** Where one is told by e-mail that something waits, when, and what did not arrive. */
export function Mails() {
  const t = useWords(MAILS);
  const [{ data, error }, ask] = useQuery({ query: OWN_MAILS, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (error && !data) return <Trouble error={error} onRetry={again} />;
  if (!data) return null;
  const held = data.mailAddresses.nodes.find(({ state }) => state !== 'REMOVED');
  return (
    <Section title={t('title')} text={t('text')}>
      {data.viewer?.mailsAreSent !== true && <Text size="sm">{t('none')}</Text>}
      {data.viewer?.mailsAreSent === true && (held ? <Held key={held.id} held={held} onChange={again} /> : <AddressForm onDone={again} />)}
      <Undelivered mails={data.mails.nodes} />
    </Section>
  );
}

function Held({ held, onChange }: { readonly held: Address; readonly onChange: () => void }) {
  const t = useWords(MAILS);
  const away = useWords(SESSION)('away');
  const [isChanging, setIsChanging] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [{ fetching }, removeOne] = useMutation(REMOVE_MAIL_ADDRESS);
  const remove = async () => {
    const result = await removeOne({ input: { id: held.id } });
    const errors = result.data?.removeMailAddress.errors;
    setRefusal(errors?.length === 0 ? undefined : refusalOf(errors, result.error, away));
    onChange();
  };
  const done = () => {
    setIsChanging(false);
    onChange();
  };
  if (isChanging) return <AddressForm onDone={done} onLeave={() => setIsChanging(false)} />;
  return (
    <>
      <Refused refusal={refusal} />
      {held.state === 'VERIFIED' ? <Choice held={held} onChange={onChange} /> : <CodeForm held={held} onChange={onChange} />}
      <Group>
        <Button variant="default" onClick={() => setIsChanging(true)}>
          {t('other')}
        </Button>
        <Button variant="default" onClick={() => void remove()} loading={fetching}>
          {t('remove')}
        </Button>
      </Group>
    </>
  );
}
