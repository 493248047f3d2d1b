import { gql, type TypedDocumentNode } from 'urql';
import type { Catalogue, Kind } from '../catalogue/catalogue';
import type { Row } from '../documents/documents';
import { selection } from '../documents/selection';

/** How many fields beside its title tell a record from its namesakes. */
const DETAILS = 3;

type SearchDocument = TypedDocumentNode<{ found: Row[] }, { text: string; first: number; kinds?: string[] | null }>;

/** The search over all kinds: of each what its title and its first columns need. */
export function searchDocument(catalogue: Catalogue, kinds: readonly Kind[]): SearchDocument {
  const fragments = kinds.map((kind) => {
    const fields = selection(catalogue, kind, [...kind.title, ...detailsOf(kind)]);
    return `... on ${kind.name} ${prefixed(kind.name, fields)}`;
  });
  return gql(`query Find($text: String!, $first: Int, $kinds: [SearchableKind!]) {
    found: search(text: $text, first: $first, kinds: $kinds) { __typename ${fragments.join(' ')} }
  }`) as SearchDocument;
}

/** The columns that stand beside the title of what was found. */
export function detailsOf(kind: Kind): readonly string[] {
  return kind.columns.filter((path) => !kind.title.includes(path)).slice(0, DETAILS);
}

/** As the API calls a kind among those that it can search. */
export function searchName(kind: Kind): string {
  return kind.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
}

/** A selection whose first level bears the name of its kind: fields of one name may be of two types in two kinds. */
export function prefixed(name: string, fields: string): string {
  let depth = 0;
  return fields.replace(/[{}]|\w+/g, (word) => {
    if (word === '{') depth += 1;
    else if (word === '}') depth -= 1;
    else if (depth === 1 && word !== 'id' && word !== '__typename') return `${name}_${word}: ${word}`;
    return word;
  });
}

/** A record that was found, its fields called as they are. */
export function plain(row: Row): Row {
  const prefix = `${row.__typename}_`;
  const entries = Object.entries(row).map(([name, value]) => [
    name.startsWith(prefix) ? name.slice(prefix.length) : name,
    value,
  ]);
  return Object.fromEntries(entries) as Row;
}
