import { Badge, Group, Loader } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useCatalogue } from '../catalogue/context';
import { totalDocument } from '../documents/documents';
import type { Kind } from '../catalogue/catalogue';
import { today } from '../cases/due';
import { useWords } from '../words/words';
import type { Queue, View } from './desk';
import { DESKS_WORDS } from './words';

/** How many there are in a list by a name of the bureau's own. */
export function Total({ view }: { readonly view: View }) {
  const kind = useCatalogue().kind(view.kind);
  return kind === undefined ? null : <TotalOf kind={kind} filter={view.filter} />;
}

/** How much waits in a queue, and how much of it too long. */
export function QueueTotal({ queue }: { readonly queue: Queue }) {
  return (
    <Group gap={4} wrap="nowrap">
      <Late queue={queue} />
      <Total view={queue} />
    </Group>
  );
}

/** How many of a queue are past their last day; nothing where none is. */
function Late({ queue }: { readonly queue: Queue }) {
  const kind = useCatalogue().kind(queue.kind);
  return kind === undefined || queue.dueBy === undefined ? null : (
    <LateOf kind={kind} filter={{ ...queue.filter, [queue.dueBy]: { lt: today() } }} />
  );
}

function LateOf({ kind, filter }: { readonly kind: Kind; readonly filter: View['filter'] }) {
  const t = useWords(DESKS_WORDS);
  const query = useMemo(() => totalDocument(kind), [kind]);
  const [{ data }] = useQuery({ query, variables: { filter } });
  const count = data?.list.totalCount ?? 0;
  return count === 0 ? null : (
    <Badge variant="filled" color="red.9" tt="none">
      {t('late', { count })}
    </Badge>
  );
}

function TotalOf({ kind, filter }: { readonly kind: Kind; readonly filter: View['filter'] }) {
  const query = useMemo(() => totalDocument(kind), [kind]);
  const [{ data, error }] = useQuery({ query, variables: { filter } });
  if (error && !data) return <Badge variant="outline">?</Badge>;
  if (data === undefined) return <Loader type="dots" size="xs" />;
  const { totalCount } = data.list;
  return (
    <Badge variant={totalCount === 0 ? 'outline' : 'filled'} color={totalCount === 0 ? 'gray' : 'bureau'} tt="none" miw={32}>
      {totalCount}
    </Badge>
  );
}
