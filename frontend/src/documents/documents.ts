import { gql, type TypedDocumentNode } from 'urql';
import type { Action, Catalogue, Kind, List } from '../catalogue/catalogue';
import { selection } from './selection';

/** A record as a document built from the catalogue asked for it. */
export interface Row {
  readonly id: string;
  readonly __typename?: string;
  readonly version?: number;
  readonly [field: string]: unknown;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** How a list is asked: what is sought, in which order, as of when. */
export interface Asked {
  readonly first: number;
  readonly after?: string | null;
  readonly filter?: unknown;
  readonly orderBy?: string | null;
  readonly search?: string | null;
  readonly asOf?: string | null;
  readonly on?: string | null;
}

type ListDocument = TypedDocumentNode<{ list: { nodes: Row[]; pageInfo: PageInfo } }, Asked>;
type TotalDocument = TypedDocumentNode<{ list: { totalCount: number } }, Omit<Asked, 'first'>>;

/** What a list of the kind takes; those without a search box or a filter take none. */
function declared(kind: Kind, isPage: boolean): { variables: string; given: string } {
  const all: [string, string][] = [
    ...(isPage ? [['first', 'Int'] as [string, string], ['after', 'String'] as [string, string]] : []),
    ...(kind.filterType == null ? [] : [['filter', kind.filterType] as [string, string]]),
    ...(isPage && kind.orders.length > 0 ? [['orderBy', `${kind.name}Order`] as [string, string]] : []),
    ...(kind.isSearched ? [['search', 'String'] as [string, string]] : []),
    ['asOf', 'DateTime'],
    ['on', 'Date'],
  ];
  return {
    variables: all.map(([name, type]) => `$${name}: ${type}`).join(', '),
    given: all.map(([name]) => `${name}: $${name}`).join(', '),
  };
}

/** A page of the kind's list with these columns. */
export function listDocument(catalogue: Catalogue, kind: Kind, columns: readonly string[]): ListDocument {
  const { variables, given } = declared(kind, true);
  const nodes = selection(catalogue, kind, [...kind.title, ...columns]);
  return gql(`query ${kind.name}List(${variables}) {
    list: ${kind.plural}(${given}) { nodes ${nodes} pageInfo { hasNextPage endCursor } }
  }`) as ListDocument;
}

/** How many there are: asked apart, so that rows need not wait for it. */
export function totalDocument(kind: Kind): TotalDocument {
  const { variables, given } = declared(kind, false);
  return gql(`query ${kind.name}Total(${variables}) { list: ${kind.plural}(${given}) { totalCount } }`) as TotalDocument;
}

/** One record with these fields, its version, and why it was made void. */
export function recordDocument(
  catalogue: Catalogue,
  kind: Kind,
  paths: readonly string[],
): TypedDocumentNode<{ record: Row | null }, { id: string; asOf?: string | null; on?: string | null }> {
  const fields = selection(catalogue, kind, [...kind.title, ...paths]).replace(/^\{/, '{ version voidReason');
  // What one may not list may have been shared all the same: then it is found by its id alone.
  const found = kind.singular == null ? `node(id: $id, asOf: $asOf, on: $on) { ... on ${kind.name} ${fields} }` : undefined;
  return gql(`query ${kind.name}Record($id: ID!, $asOf: DateTime, $on: Date) {
    record: ${found ?? `${kind.singular}(id: $id, asOf: $asOf, on: $on) ${fields}`}
  }`);
}

/** A page of what hangs on a record: the list of that name, with these columns of its kind. */
export function relatedDocument(
  catalogue: Catalogue,
  kind: Kind,
  list: List,
  columns: readonly string[],
): TypedDocumentNode<
  { record: { id: string; list: { nodes: Row[]; pageInfo: PageInfo; totalCount: number } } | null },
  { id: string; first: number; after?: string | null; asOf?: string | null }
> {
  const target = catalogue.kind(list.target);
  const nodes = target === undefined ? '{ id }' : selection(catalogue, target, [...target.title, ...columns]);
  return gql(`query ${kind.name}Related($id: ID!, $first: Int, $after: String, $asOf: DateTime) {
    record: ${kind.singular}(id: $id, asOf: $asOf) {
      id
      list: ${list.name}(first: $first, after: $after) { nodes ${nodes} pageInfo { hasNextPage endCursor } totalCount(upTo: 1000) }
    }
  }`);
}

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly retryable: boolean;
}

export interface Outcome {
  readonly record: Row | null;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** A verb, with the record as it is afterwards. */
export function actionDocument(
  catalogue: Catalogue,
  kind: Kind,
  action: Action,
  paths: readonly string[],
): TypedDocumentNode<{ outcome: Outcome }, { input: Record<string, unknown> }> {
  const told = '{ code message path retryable }';
  const fields = selection(catalogue, kind, [...kind.title, ...paths]).replace(/^\{/, '{ version voidReason');
  const record = action.record == null ? '' : `record: ${action.record} ${fields}`;
  return gql(`mutation ${action.input.replace(/Input$/, '')}($input: ${action.input}!) {
    outcome: ${action.name}(input: $input) { ${record} errors ${told} warnings ${told} }
  }`);
}
