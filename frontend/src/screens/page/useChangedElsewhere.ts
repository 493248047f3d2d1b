import { useMemo } from 'react';
import { type TypedDocumentNode, useSubscription } from 'urql';
import { ASIDE } from '../../api/aside';
import type { Kind } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';
import { CHANGED } from '../../documents/perKind';

interface Told {
  readonly change: { readonly id: string; readonly record: { readonly version: number } | null };
}

const changes = CHANGED as unknown as Readonly<Record<string, TypedDocumentNode<Told, { ids: string[] }>>>;

/** Whether somebody changed the record after what is shown was read. Heard aside: what is shown stays as it is. */
export function useChangedElsewhere(kind: Kind, record: Row | null, isPast: boolean): boolean {
  const id = record?.id;
  const document = changes[kind.name]!;
  const [{ data }] = useSubscription({
    query: document,
    variables: useMemo(() => ({ ids: id === undefined ? [] : [id] }), [id]),
    pause: id === undefined || isPast || kind.singular == null,
    context: ASIDE,
  });
  const heard = data?.change.id === id ? data?.change.record?.version : undefined;
  return !isPast && heard !== undefined && record?.version !== undefined && heard > record.version;
}
