import { Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Figure } from '../../charts/Figure';
import { publishedTable, publishedTotal } from '../../charts/published';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import { RECORDS } from '../words';
import { SCHOOL_FIGURES } from './documents';
import { ratio } from './ratio';
import type { School } from './SchoolPage';
import { Tiles } from './Tiles';

/** How many pupils a school has, for those who see no pupils. */
export function PublishedPupils({ school }: { readonly school: School }) {
  const t = useWords(RECORDS);
  const label = useLabel();
  const [{ data, error }] = useQuery({ query: SCHOOL_FIGURES, variables: { id: school.id } });
  const figures = data?.school?.figures.nodes;
  const table = useMemo(() => figures && publishedTable(figures, { name: t('byGrade'), heading: t('grade'), column: t('pupils') }, label), [figures]);
  if (error && !data?.school) return <Trouble error={error} />;
  if (figures === undefined || table === undefined) return <Skeleton height={320} />;
  const total = publishedTotal(figures);
  const staff = data?.school?.staff.nodes[0]?.value ?? null;
  const classes = school.classes.nodes.filter(({ endedOn }) => endedOn == null).length;
  return (
    <>
      <Tiles
        tiles={[
          [t('pupils'), total],
          [t('classes'), classes],
          [t('teachers'), staff],
          [t('perClass'), ratio(total, classes)],
          [t('perTeacher'), ratio(total, staff)],
        ]}
      />
      <Figure table={table} shape="columns" note={figures[0] && t('published', { on: figures[0].countedOn })} />
    </>
  );
}
