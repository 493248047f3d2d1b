import { Alert, Button, Group, Paper, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import type { VerifyCaseQuery } from '../gql/graphql';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import classes from './cases.module.css';
import { VERIFY_CASE } from './documents';
import { PublicPage } from './PublicPage';
import { CASES } from './words';

type Found = NonNullable<VerifyCaseQuery['verifyCase']>;

const route = getRouteApi('/verify/{-$code}');

/** Whether a paper is genuine, for whoever holds it: its code is in the address, or typed from the paper. */
export function Verify() {
  const t = useWords(CASES);
  const { code = '' } = route.useParams();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(code);
  const [{ data, error, fetching }, again] = useQuery({ query: VERIFY_CASE, variables: { code }, pause: code === '' });
  const check = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    if (wanted === code) again({ requestPolicy: 'network-only' });
    else void navigate({ to: '/verify/{-$code}', params: { code: wanted === '' ? undefined : wanted } });
  };
  return (
    <PublicPage title={t('verify')} hint={t('verifyHint')}>
      <form onSubmit={check}>
        <Group align="flex-end" gap="sm" mb="md">
          <TextInput
            label={t('verification')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            flex={1}
          />
          <Button type="submit" loading={fetching}>
            {t('verifyNow')}
          </Button>
        </Group>
      </form>
      <div aria-live="polite">
        {error && !data && <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
        {code !== '' && !fetching && data?.verifyCase === null && <Alert color="red">{t('notGenuine')}</Alert>}
        {code !== '' && !fetching && data?.verifyCase != null && <Genuine found={data.verifyCase} />}
      </div>
    </PublicPage>
  );
}

/** What is known of the paper, to be compared with it. */
function Genuine({ found }: { readonly found: Found }) {
  const t = useWords(CASES);
  const lines = [
    [t('number'), found.number],
    [t('procedure'), found.procedure],
    [t('form'), found.form],
    [t('subject'), found.subject],
    [t('state'), found.state],
    [t('openedOn'), found.openedAt.slice(0, 10)],
    [t('endedOn'), found.endedAt?.slice(0, 10) ?? '—'],
  ] as const;
  return (
    <>
      <Alert color={found.isApproved ? 'green' : 'yellow'} mb="sm">
        {found.isApproved ? t('genuine') : t('notApproved', { state: found.state })}
      </Alert>
      <Paper withBorder p="sm">
        <dl className={classes.entries}>
          {lines.map(([name, value]) => (
            <div key={name} className={classes.line}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Paper>
    </>
  );
}
