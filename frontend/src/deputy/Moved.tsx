import { Skeleton, Table, Title } from '@mantine/core';
import { type TypedDocumentNode, useQuery } from 'urql';
import { DenseTable } from '../charts/DenseTable';
import { actingUnit } from '../api/unit';
import { Value } from '../charts/Numbers';
import { useViewer } from '../session/SessionGate';
import { useWords } from '../words/words';
import { change, yearBefore } from './days';
import classes from './deputy.module.css';
import { DEPUTY_FIGURES_MOVED, DEPUTY_POSTS_MOVED, DEPUTY_PUPILS_MOVED, DEPUTY_SCHOOLS_MOVED } from './documents';
import type { Sight } from './Late';
import { DEPUTY } from './words';

interface Moving {
  readonly now: { readonly totalCount: number };
  readonly before: { readonly totalCount: number };
}

/** What there was on this day a year ago, and what there is now. */
export function Moved({ today, has }: Sight) {
  const t = useWords(DEPUTY);
  const days = { today, before: yearBefore(today) };
  return (
    <section aria-label={t('moved')}>
      <Title order={2} size="h5">
        {t('moved')}
      </Title>
      <DenseTable label={t('moved')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('what')}</Table.Th>
            <Table.Th scope="col" ta="right" className={classes.number}>
              {days.before}
            </Table.Th>
            <Table.Th scope="col" ta="right" className={classes.number}>
              {days.today}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('change')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {has('Enrolment') && <Line title={t('pupilStays')} query={DEPUTY_PUPILS_MOVED} days={days} />}
          {has('Post') && <Line title={t('posts')} query={DEPUTY_POSTS_MOVED} days={days} />}
          {!has('Enrolment') && has('Figure') && <Published days={days} />}
          {has('School') && <Line title={t('schools')} query={DEPUTY_SCHOOLS_MOVED} days={days} />}
        </Table.Tbody>
      </DenseTable>
    </section>
  );
}

interface Days {
  readonly today: string;
  readonly before: string;
}

function Line({ title, query, days }: { readonly title: string; readonly query: TypedDocumentNode<Moving, Days>; readonly days: Days }) {
  const [{ data, error }] = useQuery({ query, variables: days });
  if (data === undefined) {
    return (
      <Table.Tr>
        <Table.Th scope="row" fw={400}>
          {title}
        </Table.Th>
        <Table.Td colSpan={3}>{error ? error.message : <Skeleton height={16} />}</Table.Td>
      </Table.Tr>
    );
  }
  return <Told title={title} before={data.before.totalCount} now={data.now.totalCount} />;
}

/** The same of what is published, for those who see neither pupils nor posts. */
function Published({ days }: { readonly days: Days }) {
  const t = useWords(DEPUTY);
  const { grants } = useViewer();
  const unit = actingUnit() ?? grants[0]?.unitId;
  const variables = { unit: unit ?? '', past: `${days.before}T00:00:00Z` };
  const [{ data }] = useQuery({ query: DEPUTY_FIGURES_MOVED, variables, pause: unit === undefined });
  return data?.now.nodes.map((figure) => (
    <Told
      key={figure.id}
      title={t(figure.cube === 'STUDENTS_BY_GRADE' ? 'pupilStays' : 'staff')}
      before={data.before.nodes.find(({ cube }) => cube === figure.cube)?.value ?? null}
      now={figure.value ?? null}
    />
  ));
}

interface ToldProps {
  readonly title: string;
  /** Null where it was not told. */
  readonly before: number | null;
  readonly now: number | null;
}

function Told({ title, before, now }: ToldProps) {
  const { by, share } = before === null || now === null ? { by: '—', share: '' } : change(before, now);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {title}
      </Table.Th>
      <Table.Td ta="right">
        {before === null ? '—' : <Value value={before} />}
      </Table.Td>
      <Table.Td ta="right">
        {now === null ? '—' : <Value value={now} />}
      </Table.Td>
      <Table.Td ta="right" className={classes.said}>
        {by} {share && `(${share})`}
      </Table.Td>
    </Table.Tr>
  );
}
