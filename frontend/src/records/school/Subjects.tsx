import { useMemo } from 'react';
import { Figure } from '../../charts/Figure';
import { largestFirst } from '../../charts/figureTable';
import { useWords } from '../../words/words';
import { RECORDS } from '../words';
import type { School } from './SchoolPage';

/** Who teaches what at a school, by main posts. */
export function Subjects({ school }: { readonly school: School }) {
  const t = useWords(RECORDS);
  const groups = school.subjects.nodes;
  const table = useMemo(
    () =>
      largestFirst({
        name: t('bySubject'),
        heading: t('subject'),
        columns: [t('posts')],
        rows: groups.map(({ key, count }) => ({
          key: key.subject?.code ?? '',
          label: key.subject?.label ?? t('noSubject'),
          values: [count],
        })),
      }),
    [groups],
  );
  return <Figure table={table} shape="bars" />;
}
