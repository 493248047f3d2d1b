import { Badge, Loader } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useCatalogue } from '../catalogue/context';
import { totalDocument } from '../documents/documents';
import type { Kind } from '../catalogue/catalogue';
import type { View } from './desk';

/** How many there are in a list by a name of the bureau's own. */
export function Total({ view }: { readonly view: View }) {
  const kind = useCatalogue().kind(view.kind);
  return kind === undefined ? null : <TotalOf kind={kind} filter={view.filter} />;
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
