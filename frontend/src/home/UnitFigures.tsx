import { Anchor, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type TypedDocumentNode, useQuery } from 'urql';
import { actingUnit } from '../api/unit';
import { useCatalogue } from '../catalogue/context';
import { Value } from '../charts/Numbers';
import { Block } from '../records/Block';
import { useViewer } from '../session/SessionGate';
import { useWords } from '../words/words';
import { PUBLISHED_TOTALS, UNIT_CLASSES, UNIT_PUPILS, UNIT_SCHOOLS, UNIT_STAFF } from './documents';
import { HOME } from './words';

type Total = { readonly totalCount: number };

/** How many pupils, staff, classes and schools there are, as far as I see them; else what was published. */
export function UnitFigures() {
  const t = useWords(HOME);
  const catalogue = useCatalogue();
  const has = (kind: string) => catalogue.kind(kind)?.plural != null;
  return (
    <Block title={t('figures')}>
      {has('School') && <Counted title={t('schools')} query={UNIT_SCHOOLS} read={(data) => data.schoolsSummary} />}
      {has('SchoolClass') && <Counted title={t('classes')} query={UNIT_CLASSES} read={(data) => data.schoolClassesSummary} />}
      {has('Student') ? <Counted title={t('pupils')} query={UNIT_PUPILS} read={(data) => data.studentsSummary} /> : <PublishedTotals />}
      {has('Student') && has('Teacher') && <Counted title={t('staff')} query={UNIT_STAFF} read={(data) => data.teachersSummary} />}
      <Anchor component={Link} to="/figures" size="sm">
        {t('allFigures')}
      </Anchor>
    </Block>
  );
}

interface CountedProps<T> {
  readonly title: string;
  readonly query: TypedDocumentNode<T, Record<string, never>>;
  readonly read: (data: T) => Total;
}

function Counted<T>({ title, query, read }: CountedProps<T>) {
  const [{ data, error }] = useQuery<T, Record<string, never>>({ query, variables: {} });
  if (data === undefined) return error ? <Row title={title}>—</Row> : <Skeleton height={24} my={2} />;
  return (
    <Row title={title}>
      <Value value={read(data).totalCount} />
    </Row>
  );
}

function PublishedTotals() {
  const t = useWords(HOME);
  const { grants } = useViewer();
  const unit = actingUnit() ?? grants[0]?.unitId;
  const [{ data }] = useQuery({ query: PUBLISHED_TOTALS, variables: { unit: unit ?? '' }, pause: unit === undefined });
  const figures = data?.figures.nodes ?? [];
  if (data !== undefined && figures.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('noFigures')}
      </Text>
    );
  }
  return (
    <>
      {figures.map((figure) => (
        <Row key={figure.id} title={t(figure.cube === 'STUDENTS_BY_GRADE' ? 'pupils' : 'staff')}>
          <Value value={figure.value ?? null} />
        </Row>
      ))}
      {figures[0] && (
        <Text size="xs" c="dimmed">
          {t('countedOn', { on: figures[0].countedOn })}
        </Text>
      )}
    </>
  );
}

function Row({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Text size="sm" component="div" style={{ display: 'flex', justifyContent: 'space-between', gap: '1rem' }}>
      <span>{title}</span>
      <strong style={{ fontVariantNumeric: 'tabular-nums' }}>{children}</strong>
    </Text>
  );
}
