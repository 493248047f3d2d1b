import { Skeleton, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import { daysAfter, most } from './days';
import classes from './deputy.module.css';
import { DEPUTY_CHECKS, DEPUTY_DUPLICATES, DEPUTY_PERMITS, DEPUTY_PROBLEMS, DEPUTY_REQUESTS } from './documents';
import { Rows } from './Rows';
import { DEPUTY } from './words';

const FEW = 5;
const OPEN = { state: { eq: 'OPEN' } };

export interface Sight {
  readonly today: string;
  readonly has: (kind: string) => boolean;
}

/** What is late, and at whose desk it lies. */
export function Late({ today, has }: Sight) {
  const t = useWords(DEPUTY);
  const kinds = ['SubjectRequest', 'IdentityProblem', 'DuplicateCandidate', 'RecordCheck', 'WorkPermit'];
  if (!kinds.some(has)) return null;
  return (
    <section aria-label={t('late')}>
      <Title order={2} size="h5">
        {t('late')}
      </Title>
      <div className={classes.columns}>
        {has('SubjectRequest') && <Requests today={today} />}
        {has('IdentityProblem') && <Problems />}
        {has('DuplicateCandidate') && <Duplicates />}
        {has('RecordCheck') && <Checks today={today} />}
        {has('WorkPermit') && <Permits today={today} />}
      </div>
    </section>
  );
}

function Requests({ today }: { readonly today: string }) {
  const t = useWords(DEPUTY);
  const soon = daysAfter(today, 7);
  const [{ data, error }] = useQuery({ query: DEPUTY_REQUESTS, variables: { today, soon } });
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={100} />;
  const late = { ...OPEN, due: { lt: today } };
  const { first, rest } = most(data.late.nodes, FEW);
  return (
    <Rows
      title={t('requests')}
      rows={[
        { label: t('requestsLate'), value: data.late.totalCount, list: { kind: 'SubjectRequest', filter: late } },
        ...first.map(({ key, count }) => ({
          label: key.unit?.name ?? '—',
          value: count,
          list: { kind: 'SubjectRequest', filter: { ...late, unit: { id: { eq: key.unit?.id } } } },
        })),
        ...(rest > 0 ? [{ label: t('others'), value: rest }] : []),
        { label: t('requestsSoon'), value: data.soon.totalCount, list: { kind: 'SubjectRequest', filter: { ...OPEN, due: { gte: today, lte: soon } } } },
      ]}
    />
  );
}

function Problems() {
  const t = useWords(DEPUTY);
  const [{ data, error }] = useQuery({ query: DEPUTY_PROBLEMS });
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={100} />;
  const { first, rest } = most(data.byUnit.nodes, FEW);
  return (
    <Rows
      title={t('problems')}
      rows={[
        { label: t('all'), value: data.byUnit.totalCount, list: { kind: 'IdentityProblem', filter: OPEN } },
        ...first.map(({ key, count }) => ({
          label: key.unit?.name ?? '—',
          value: count,
          list: { kind: 'IdentityProblem', filter: { ...OPEN, unit: { id: { eq: key.unit?.id } } } },
        })),
        ...(rest > 0 ? [{ label: t('others'), value: rest }] : []),
      ]}
    />
  );
}

function Duplicates() {
  const t = useWords(DEPUTY);
  const [{ data, error }] = useQuery({ query: DEPUTY_DUPLICATES });
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={60} />;
  const { totalCount, nodes } = data.duplicateCandidatesSummary;
  return (
    <Rows
      title={t('duplicates')}
      rows={[
        { label: t('all'), value: totalCount, list: { kind: 'DuplicateCandidate', filter: OPEN } },
        ...most(nodes, FEW).first.map(({ key, count }) => ({
          label: key.unit?.name ?? '—',
          value: count,
          list: { kind: 'DuplicateCandidate', filter: { ...OPEN, unit: { id: { eq: key.unit?.id } } } },
        })),
      ]}
    />
  );
}

function Checks({ today }: { readonly today: string }) {
  const t = useWords(DEPUTY);
  const [{ data, error }] = useQuery({ query: DEPUTY_CHECKS, variables: { today } });
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={60} />;
  const filter = { nextDue: { lt: today }, teacher: { status: { eq: 'IN_POST' } } };
  return (
    <Rows title={t('checks')} rows={[{ label: t('checksLate'), value: data.recordChecksSummary.totalCount, list: { kind: 'RecordCheck', filter } }]} />
  );
}

function Permits({ today }: { readonly today: string }) {
  const t = useWords(DEPUTY);
  const soon = daysAfter(today, 60);
  const [{ data, error }] = useQuery({ query: DEPUTY_PERMITS, variables: { today, soon } });
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={60} />;
  return (
    <Rows
      title={t('permits')}
      rows={[
        { label: t('workPermits'), value: `${data.work.totalCount} → ${data.workSoon.totalCount}`, list: { kind: 'WorkPermit' } },
        { label: t('residencePermits'), value: `${data.residence.totalCount} → ${data.residenceSoon.totalCount}`, list: { kind: 'ResidencePermit' } },
      ]}
      note={t('permitsNote', { on: soon })}
    />
  );
}
