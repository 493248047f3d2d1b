import { Badge, Button, Skeleton, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { newKey } from '../api/newKey';
import { useCatalogue } from '../catalogue/context';
import { RecordLink } from '../records/RecordLink';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import { Asking } from './Asking';
import { CONFIRM, LEAVE_OUT, ROLL_OVER_FINDINGS } from './documents';
import classes from './rollover.module.css';
import { type Finding, gradeWords, type Run } from './run';
import { ROLL_OVER_WORDS } from './words';

interface Props {
  readonly run: Run;
  readonly unit: string;
  readonly onSettled: () => void;
}

/** What was found at one school, blocking things first, and what becomes of its classes. */
export function Findings({ run, unit, onSettled }: Props) {
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  return (
    <Stack gap="xs">
      {pages.map((after, index) => (
        <Page
          key={after ?? ''}
          run={run}
          unit={unit}
          after={after}
          onSettled={onSettled}
          onMore={index === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : undefined}
        />
      ))}
    </Stack>
  );
}

interface PageProps extends Props {
  readonly after: string | null;
  readonly onMore: ((cursor: string) => void) | undefined;
}

function Page({ run, unit, after, onSettled, onMore }: PageProps) {
  const t = useWords(ROLL_OVER_WORDS);
  const variables = { id: run.id, unit, after };
  const [{ data, error }, again] = useQuery({ query: ROLL_OVER_FINDINGS, variables });
  if (error && !data) return <Trouble error={error} />;
  const found = data?.rollOver;
  if (found == null) return <Skeleton h={80} />;
  const settled = () => {
    again({ requestPolicy: 'network-only' });
    onSettled();
  };
  const { nodes, pageInfo } = found.findings;
  return (
    <>
      {after === null && (
        <Title order={4} size="h6">
          {t('findings')}
        </Title>
      )}
      {nodes.length === 0 && <Text size="sm">{t('noFindings')}</Text>}
      <ul className={classes.findings}>
        {nodes.map((finding) => (
          <li key={finding.id} className={classes.finding}>
            <One finding={finding} canSettle={run.state === 'PREVIEWED'} onSettled={settled} />
          </li>
        ))}
      </ul>
      {onMore && pageInfo.hasNextPage && (
        <Button variant="default" size="compact-sm" onClick={() => onMore(pageInfo.endCursor ?? '')}>
          {t('more')}
        </Button>
      )}
      {after === null && found.classes.nodes.length > 0 && (
        <>
          <Title order={4} size="h6">
            {t('classes')}
          </Title>
          <ul className={classes.past}>
            {found.classes.nodes.map((each) => (
              <li key={each.id}>
                <Text size="sm" span>
                  {each.name} → {each.nextName ?? '—'} · {t(`fate_${each.fate}`)} · {t('concerned', { count: each.pupils })}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function One({ finding, canSettle, onSettled }: { readonly finding: Finding; readonly canSettle: boolean; readonly onSettled: () => void }) {
  const t = useWords(ROLL_OVER_WORDS);
  const label = useLabel();
  const { student, grade, schoolClass } = finding;
  const detail = label({ en: finding.englishText ?? '', zh: finding.chineseText ?? '' });
  return (
    <>
      <Badge color={finding.isBlocking && finding.settlement == null ? 'red' : 'gray'} variant="light" autoContrast>
        {finding.settlement == null ? t(`sort_${finding.sort}`) : t(`settled_${finding.settlement}`)}
      </Badge>
      {student != null ? (
        <RecordLink id={student.id}>{student.person?.name ?? student.number}</RecordLink>
      ) : (
        <Text size="sm">{t('concerned', { count: finding.pupils })}</Text>
      )}
      <Text size="sm">
        {[grade && label(gradeWords(grade)), schoolClass?.name, finding.settlement == null ? detail : `${t(`sort_${finding.sort}`)} · ${finding.reason ?? ''}`]
          .filter((part) => part != null && part !== '')
          .join(' · ')}
      </Text>
      {canSettle && finding.isBlocking && finding.settlement == null && <Settle finding={finding} onSettled={onSettled} />}
    </>
  );
}

function Settle({ finding, onSettled }: { readonly finding: Finding; readonly onSettled: () => void }) {
  const t = useWords(ROLL_OVER_WORDS);
  const catalogue = useCatalogue();
  const [reason, setReason] = useState('');
  const [, leaveOut] = useMutation(LEAVE_OUT);
  const [, confirm] = useMutation(CONFIRM);
  if (catalogue.action('leaveOutOfRollOver') === undefined) return null;
  const input = () => ({ id: finding.id, reason, idempotencyKey: newKey() });
  const told = (problem: string | undefined) => {
    if (problem === undefined) onSettled();
    return problem;
  };
  const field = (label: string) => (
    <Textarea label={label} value={reason} maxLength={500} required data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
  );
  const onLeaveOut = async () => {
    const { data, error } = await leaveOut({ input: input() });
    return told(data?.leaveOutOfRollOver.errors[0]?.message ?? error?.message);
  };
  const onConfirm = async () => {
    const { data, error } = await confirm({ input: input() });
    return told(data?.confirmGraduation.errors[0]?.message ?? error?.message);
  };
  const isReady = reason.trim() !== '';
  return (
    <>
      {finding.sort === 'NOT_GRADUATED' && (
        <Asking label={t('confirm')} isLight isReady={isReady} onDo={onConfirm}>
          {field(t('reasonGraduation'))}
        </Asking>
      )}
      <Asking label={t('leaveOut')} isLight isReady={isReady} onDo={onLeaveOut}>
        {field(t('reason'))}
      </Asking>
    </>
  );
}
