import { Alert, Anchor, Group, Skeleton, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useKind } from '../../catalogue/context';
import { gridRoute } from '../../router';
import { NotFound } from '../../shell/NotFound';
import { Trouble } from '../../shell/Trouble';
import { useLabel, useWords } from '../../words/words';
import { EditGrid } from './EditGrid';
import { type Plan, planOf } from './plan';
import { useRecords } from './useRecords';
import { EDIT_GRID } from './words';

export function GridScreen() {
  const { kind: name } = gridRoute.useParams();
  const kind = useKind(name);
  return kind?.plural == null ? <NotFound /> : <GridOf key={kind.name} kind={kind} />;
}

/** Many records of a kind at once, as a spreadsheet has them: those of the list that the address says. */
function GridOf({ kind }: { readonly kind: Kind }) {
  const t = useWords(EDIT_GRID);
  const label = useLabel();
  const search = gridRoute.useSearch();
  const plan = useMemo(() => planOf(kind), [kind]);
  const isWritten = plan.update !== undefined || plan.create !== undefined;
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('title', { kind: label(kind.labelPlural) })}
        </Title>
        <Anchor component={Link} to="/registers/$kind" params={{ kind: kind.name } as never} search={search as never} size="sm">
          {t('toList')}
        </Anchor>
      </Group>
      {isWritten ? <Loaded kind={kind} plan={plan} /> : <Alert color="gray">{t('nothingToWrite')}</Alert>}
    </Stack>
  );
}

function Loaded({ kind, plan }: { readonly kind: Kind; readonly plan: Plan }) {
  const { records, error, put, retry, more } = useRecords(kind, plan);
  if (records === undefined) return error ? <Trouble error={error} onRetry={retry} /> : <Skeleton h={400} />;
  return (
    <>
      {error && <Trouble error={error} onRetry={retry} />}
      <EditGrid kind={kind} plan={plan} records={records} put={put} more={more} />
    </>
  );
}
