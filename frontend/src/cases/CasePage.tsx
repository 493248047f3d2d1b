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
import { useLanguage } from '../words/useLanguage';
import { useLabel, useWords } from '../words/words';
import classes from './cases.module.css';
import { CASE_CHANGED, CASE_PAGE } from './documents';
import { isOver } from './due';
import { Files } from './Files';
import { withMaterials } from './materials';
import { Paper } from './Paper';
import { isOwnOf, mayAddFiles, permitted } from './permitted';
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
            <Stack gap="sm">
              <Block title={t('files')}>
                <CaseFiles of={found} />
              </Block>
              <Block title={t('steps')}>
                <Steps steps={found.steps.nodes} />
                <Text size="xs" mt="xs">
                  {t('parties')}: {found.parties.nodes.map(({ unitName }) => unitName).join(' · ')}
                </Text>
              </Block>
            </Stack>
          </div>
        </div>
      </Stack>
    </>
  );
}

/** Its files, and those that were taken back with the reason. */
function CaseFiles({ of }: { readonly of: Case }) {
  const t = useWords(CASES);
  const viewer = useViewer();
  const isOwnWhileFresh = of.state === 'OPEN' && isOwnOf(of, viewer);
  return (
    <>
      <Files files={of.files.nodes} {...(mayAddFiles(of, viewer) || isOwnWhileFresh ? { takenFrom: of.id } : {})} />
      {of.takenBack.nodes.map((file) => (
        <Text key={file.id} size="xs" className={classes.quiet ?? ''}>
          <s>{file.fileName}</s> {t('takenBack', { why: file.voidReason ?? '' })}
        </Text>
      ))}
    </>
  );
}

function Head({ of }: { readonly of: Case }) {
  const t = useWords(CASES);
  const label = useLabel();
  const state = useStateWords('Case', 'state');
  const language = useLanguage();
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
      {of.state === 'REJECTED' && of.remedyChinese != null && (
        <Text size="sm">{label({ en: of.remedyEnglish ?? of.remedyChinese, zh: of.remedyChinese })}</Text>
      )}
      <Group gap="xs">
        <Verbs of={of} />
        <Button size="xs" variant="default" onClick={() => window.print()}>
          {t('print')}
        </Button>
        {(['pdf', 'docx'] as const).map((format) => (
          <Button key={format} size="xs" variant="default" component="a" href={`/files/cases/${of.number}.${format}?language=${language}`} download>
            {t(format === 'pdf' ? 'asPdf' : 'asWord')}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

/** What the viewer may do with it. */
function Verbs({ of }: { readonly of: Case }) {
  const catalogue = useCatalogue();
  const kind = catalogue.kind('Case');
  const viewer = useViewer();
  const [action, setAction] = useState<Action>();
  if (kind === undefined) return null;
  const close = () => setAction(undefined);
  return (
    <>
      <RecordActions
        actions={permitted(kind.actions, of, viewer)}
        onChoose={(chosen) => setAction(withMaterials(chosen, catalogue, of.procedure.code))}
      />
      {action !== undefined && (
        <Suspense fallback={null}>
          <ActionDialog kind={kind} action={action} records={[{ ...of }]} onClose={close} onDone={close} />
        </Suspense>
      )}
    </>
  );
}
