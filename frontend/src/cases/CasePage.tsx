import { Alert, Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import type { Action } from '../catalogue/catalogue';
import { useCatalogue } from '../catalogue/context';
import { RecordLink } from '../records/RecordLink';
import { useStateWords } from '../desks/parts/useFieldWords';
import type { CasePageQuery } from '../gql/graphql';
import { useLive } from '../live/useLive';
import { Block } from '../records/Block';
import { PageTabs } from '../records/PageTabs';
import type { SpecialPageProps } from '../records/specialPages';
import { RecordActions } from '../screens/page/RecordActions';
import { useViewer } from '../session/SessionGate';
import { NotFound } from '../shell/NotFound';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import classes from './cases.module.css';
import { CASE_CHANGED, CASE_PAGE } from './documents';
import { isOver } from './due';
import { Paper } from './Paper';
import { permitted } from './permitted';
import { Steps } from './Steps';
import { CASES } from './words';

const ActionDialog = lazy(async () => ({ default: (await import('../screens/form/ActionDialog')).ActionDialog }));

type Case = NonNullable<CasePageQuery['case']>;

/** A case: its form as the paper that it stands for, where it is, and how it came there. */
export default function CasePage({ id }: SpecialPageProps) {
  const t = useWords(CASES);
  const [{ data, error, fetching }, again] = useQuery({ query: CASE_PAGE, variables: { id } });
  useLive(CASE_CHANGED, { filter: { id: { eq: id } } }, () => again({ requestPolicy: 'network-only' }));
  if (error && !data?.case) return <Trouble error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data?.case == null) return fetching ? <Skeleton height={400} m="md" /> : <NotFound />;
  const found = data.case;
  return (
    <>
      <PageTabs id={id} tab="overview" />
      <Stack p="md" gap="sm">
        <Head of={found} />
        <div className={classes.evidence}>
          <div className={classes.sides}>
            <Paper of={found} level={2} />
            <Block title={t('steps')}>
              <Steps steps={found.steps.nodes} />
              <Text size="xs" mt="xs">
                {t('parties')}: {found.parties.nodes.map(({ unitName }) => unitName).join(' · ')}
              </Text>
            </Block>
          </div>
        </div>
      </Stack>
    </>
  );
}

function Head({ of }: { readonly of: Case }) {
  const t = useWords(CASES);
  const label = useLabel();
  const state = useStateWords('Case', 'state');
  const isOpen = of.state === 'OPEN';
  return (
    <Stack gap="xs" className="no-print">
      {of.voidReason != null && <Alert color="gray">{of.voidReason}</Alert>}
      <Group gap="sm">
        <Title order={1} size="h3">
          {of.procedure.label} · {of.subjectName}
        </Title>
        <Badge tt="none" variant="light">
          {state(of.state)}
        </Badge>
        {isOver(of.due) && (
          <Badge tt="none" color="red.9">
            {t('late')}
          </Badge>
        )}
      </Group>
      <Text size="sm">
        {isOpen
          ? [label({ en: of.stepEnglish, zh: of.stepChinese }), of.unitName, of.due != null && t('due', { on: of.due })].filter(Boolean).join(' · ')
          : of.endedAt != null && t('ended', { on: of.endedAt.slice(0, 10) })}
        {' · '}
        <RecordLink id={of.subject}>{t('about')}</RecordLink>
      </Text>
      {of.endReason != null && <Alert color="red">{t('why', { why: of.endReason })}</Alert>}
      <Group gap="xs">
        <Verbs of={of} />
        <Button size="xs" variant="default" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What the viewer may do with it. */
function Verbs({ of }: { readonly of: Case }) {
  const kind = useCatalogue().kind('Case');
  const viewer = useViewer();
  const [action, setAction] = useState<Action>();
  if (kind === undefined) return null;
  const close = () => setAction(undefined);
  return (
    <>
      <RecordActions actions={permitted(kind.actions, of, viewer)} onChoose={setAction} />
      {action !== undefined && (
        <Suspense fallback={null}>
          <ActionDialog kind={kind} action={action} records={[{ ...of }]} onClose={close} onDone={close} />
        </Suspense>
      )}
    </>
  );
}
