import { type TypedDocumentNode, gql } from 'urql';
import type { Catalogue } from '../catalogue/catalogue';
import { selection } from '../documents/selection';
import type { Row } from '../documents/documents';

/** What records of several kinds are called: each kind says by which fields a reader knows its records. */
export function titlesDocument(
  catalogue: Catalogue,
  ids: readonly string[],
): TypedDocumentNode<{ nodes: (Row | null)[] }, { ids: readonly string[] }> {
  const names = [...new Set(ids.map((id) => id.slice(0, id.indexOf(':'))))];
  const kinds = names.flatMap((name) => catalogue.kind(name) ?? []).filter(({ singular }) => singular != null);
  const parts = kinds.map((kind) => `... on ${kind.name} ${selection(catalogue, kind, kind.title)}`);
  return gql(`query Titles($ids: [ID!]!) { nodes(ids: $ids) { __typename id ${parts.join(' ')} } }`);
}
