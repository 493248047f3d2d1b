import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { recordDocument } from '../../documents/documents';

/** A record with all of its fields, now or as it stood, and which of them are withheld. */
export function useRecord(kind: Kind, id: string, asOf: string | undefined) {
  const catalogue = useCatalogue();
  const document = useMemo(() => recordDocument(catalogue, kind, kind.fields.map(({ name }) => name)), [catalogue, kind]);
  const [{ data, error, fetching, extensions }, again] = useQuery({
    query: document,
    variables: { id, asOf: asOf ?? null },
    requestPolicy: 'cache-and-network',
  });
  const withheld = useMemo(() => withheldFields(kind, extensions), [kind, extensions]);
  return { record: data?.record ?? null, isAsking: fetching, error, withheld, reload: () => again({ requestPolicy: 'network-only' }) };
}

/** The fields of the record itself that are null because the reader may not see them. */
export function withheldFields(kind: Kind, extensions: Record<string, unknown> | undefined): ReadonlySet<string> {
  const told = (extensions?.['withheld'] ?? []) as readonly { readonly path: readonly string[] }[];
  const here = told.filter(({ path }) => path.length === 2 && path[0] === 'record').map(({ path }) => path[1]!);
  const never = kind.fields.filter(({ canRead }) => !canRead).map(({ name }) => name);
  return new Set([...here, ...never]);
}
