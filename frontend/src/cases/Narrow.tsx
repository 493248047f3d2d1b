import { Checkbox, Group, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { casesRoute } from '../router';
import { useWords } from '../words/words';
import classes from './cases.module.css';
import { CASES_BY_PROCEDURE } from './documents';
import { CASES } from './words';

/** Which of what waits is shown: of one procedure, what is overdue; it stands in the address. */
export function Narrow({ filter }: { readonly filter: object }) {
  const t = useWords(CASES);
  const search = casesRoute.useSearch();
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: CASES_BY_PROCEDURE, variables: { filter } });
  const groups = data?.casesSummary.nodes ?? [];
  const show = (change: typeof search) => void navigate({ to: '/cases', search: { ...search, ...change } as never, replace: true });
  return (
    <Group className={classes.narrow ?? ''} role="group" aria-label={t('filter')}>
      <NativeSelect
        size="xs"
        aria-label={t('procedure')}
        value={search.procedure ?? ''}
        onChange={(event) => show({ procedure: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('all') },
          ...groups.flatMap(({ key, count }) =>
            key.procedure == null ? [] : [{ value: key.procedure.code, label: `${key.procedure.label} (${count})` }],
          ),
        ]}
      />
      <Checkbox
        size="xs"
        label={t('overdueOnly')}
        checked={search.overdue === true}
        onChange={(event) => show({ overdue: event.currentTarget.checked || undefined })}
      />
    </Group>
  );
}
