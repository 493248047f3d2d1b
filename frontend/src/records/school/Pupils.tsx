import { Anchor, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { Figure } from '../../charts/Figure';
import { useStateWords } from '../../desks/parts/useFieldWords';
import { gradeTable } from '../../figures/tables';
import { Trouble } from '../../shell/Trouble';
import { useWords } from '../../words/words';
import { Block } from '../Block';
import { RECORDS } from '../words';
import { SCHOOL_PUPILS } from './documents';
import { ratio } from './ratio';
import type { School } from './SchoolPage';
import { Tiles } from './Tiles';

/** The pupils of a school by grade, and what must be cleared up about them. */
export function Pupils({ school }: { readonly school: School }) {
  const t = useWords(RECORDS);
  const sort = useStateWords('IdentityProblem', 'sort');
  const [{ data, error }] = useQuery({ query: SCHOOL_PUPILS, variables: { id: school.id } });
  const groups = data?.school?.students.nodes;
  const table = useMemo(
    () => groups && gradeTable(groups, { name: t('byGrade'), heading: t('grade'), unknown: '—' }, { school: { id: { eq: school.id } } }),
    // The words turn with the language, and then the whole page is asked anew.
    [groups, school.id],
  );
  if (error && !data?.school) return <Trouble error={error} />;
  if (data?.school == null || table === undefined) return <Skeleton height={320} />;
  const { students, identityProblemsSummary: problems } = data.school;
  const classes = school.classes.nodes.filter(({ endedOn }) => endedOn == null).length;
  return (
    <>
      <Tiles
        tiles={[
          [t('pupils'), students.totalCount],
          [t('classes'), classes],
          [t('teachers'), school.staff.totalCount],
          [t('perClass'), ratio(students.totalCount, classes)],
          [t('perTeacher'), ratio(students.totalCount, school.staff.totalCount)],
        ]}
      />
      {problems.totalCount > 0 && (
        <Block title={t('openProblems')}>
          {problems.nodes.map(({ key, count }) => (
            <div key={key.sort}>
              <Anchor
                component={Link}
                to="/registers/$kind"
                params={{ kind: 'IdentityProblem' } as never}
                search={{ filter: { unit: { id: { eq: school.id } }, state: { eq: 'OPEN' }, sort: { eq: key.sort } } } as never}
                size="sm"
              >
                {sort(key.sort)}: {count}
              </Anchor>
            </div>
          ))}
        </Block>
      )}
      <Figure table={table} shape="stacked" />
    </>
  );
}
