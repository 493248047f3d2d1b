import { SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Figure } from '../charts/Figure';
import type { FigureTable } from '../charts/figureTable';
import { publishedTable } from '../charts/published';
import { useStateWords } from '../desks/parts/useFieldWords';
import type { FigureCube, FiguresPublishedQuery } from '../gql/graphql';
import { Trouble } from '../shell/Trouble';
import { useLabel, useWords } from '../words/words';
import { FIGURES_PUBLISHED } from './documents';
import { FIGURES } from './words';

const CUBES: readonly FigureCube[] = ['STUDENTS_BY_GRADE', 'STUDENTS_BY_SEX', 'TEACHERS_BY_TITLE'];

type Told = FiguresPublishedQuery['figures']['nodes'];

/** What is published of the city and of its counties. */
export function PublishedFigures() {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
      {CUBES.map((cube) => (
        <Cube key={cube} cube={cube} />
      ))}
    </SimpleGrid>
  );
}

function Cube({ cube }: { readonly cube: FigureCube }) {
  const t = useWords(FIGURES);
  const label = useLabel();
  const words = useStateWords('Figure', 'cube');
  const [{ data, error }] = useQuery({ query: FIGURES_PUBLISHED, variables: { cube } });
  const figures = data?.figures.nodes;
  const name = words(cube);
  const tables = useMemo(() => {
    if (figures === undefined) return undefined;
    const column = t(cube === 'TEACHERS_BY_TITLE' ? 'staff' : 'pupils');
    const highest = figures.find(({ unit }) => unit?.category === 'BUREAU')?.unit ?? figures[0]?.unit;
    const own = figures.filter(({ unit }) => unit?.id === highest?.id);
    return { whole: publishedTable(own, { name: `${name} · ${highest?.name ?? ''}`, heading: t('part'), column }, label), counties: countiesOf(figures, name, t('county'), column) };
  }, [figures]);
  if (error && figures === undefined) return <Trouble error={error} />;
  if (tables === undefined) return <Skeleton height={320} />;
  if (figures?.length === 0) return <Text size="sm">{t('nonePublished', { what: name })}</Text>;
  const note = figures?.[0] && t('publishedOn', { on: figures[0].countedOn });
  return (
    <>
      <Figure table={tables.whole} shape={tables.whole.rows.length > 12 ? 'bars' : 'columns'} note={note} />
      {cube !== 'STUDENTS_BY_SEX' && tables.counties.rows.length > 1 && <Figure table={tables.counties} shape="bars" note={note} />}
    </>
  );
}

/** The sums that are published of each county. */
function countiesOf(figures: Told, name: string, heading: string, column: string): FigureTable {
  const sums = figures.filter(({ part, unit }) => part === 'TOTAL' && unit?.category === 'COUNTY_BUREAU');
  return {
    name: `${name} · ${heading}`,
    heading,
    columns: [column],
    rows: sums.map(({ unit, value }) => ({
      key: unit?.id ?? '',
      label: unit?.name ?? '',
      values: [value ?? null],
      way: { to: '/records/$id', params: { id: unit?.id ?? '' } },
    })),
  };
}
