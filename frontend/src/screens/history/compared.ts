import { gql, type TypedDocumentNode } from 'urql';
import type { Catalogue, Field, Kind } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';
import { selection } from '../../documents/selection';

type Both = TypedDocumentNode<{ before?: Row | null; after: Row | null }, { id: string; before?: string; after: string }>;

/** A record as it stood at two moments; at the later alone where there is no earlier one. */
export function bothDocument(catalogue: Catalogue, kind: Kind, fields: readonly Field[], hasBefore: boolean): Both {
  const selected = selection(catalogue, kind, fields.map(({ name }) => name));
  const at = (name: string) => `${name}: ${kind.singular}(id: $id, asOf: $${name}) ${selected}`;
  const variables = hasBefore ? '$id: ID!, $before: DateTime!, $after: DateTime!' : '$id: ID!, $after: DateTime!';
  return gql(`query ${kind.name}Compared(${variables}) { ${hasBefore ? at('before') : ''} ${at('after')} }`);
}
