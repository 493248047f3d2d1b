import type { ComponentType } from 'react';
import type { TypedDocumentNode } from 'urql';
import type { ListSearch } from '../screens/list/search';
import type { Problem } from '../documents/documents';
import type { Viewer } from '../session/session';
import type { Label } from '../words/words';

export interface Item {
  readonly id: string;
  readonly version: number;
}

export interface Page<T> {
  readonly queue: {
    readonly nodes: readonly T[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  };
}

export interface PageAsked {
  readonly first: number;
  readonly after: string | null;
  readonly filter: object;
}

/** What came of a decision: the record that changed, or why nothing did. */
export interface Decided {
  readonly outcome: { readonly errors: readonly Pick<Problem, 'code' | 'message'>[] };
}

/** What a decision must know besides a note: arguments of its verb, by their names. */
export type Chosen = Readonly<Record<string, unknown>>;

export interface AskProps<T> {
  readonly item: T;
  readonly value: Chosen;
  readonly onChange: (value: Chosen) => void;
}

/** What a look at one rule found of an item. */
export interface Finding {
  readonly code: string;
  readonly verdict: 'PASSED' | 'WARNED' | 'BLOCKED';
  readonly message: string;
  /** Where the rule stands. */
  readonly clause: string;
}

/** What is found of several items, by their ids; the findings of some may not be there yet. */
export type Findings = ReadonlyMap<string, readonly Finding[]>;

export interface Checked {
  readonly checks: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
}

/** What came of several items that were decided by one request. */
export interface DecidedTogether {
  readonly outcome: {
    readonly results: readonly { readonly id: string; readonly errors: readonly Pick<Problem, 'code' | 'message'>[] }[];
  };
}

/** How several are decided by one request. */
export interface Together<T> {
  readonly document: TypedDocumentNode<DecidedTogether, { input: never }>;
  /** What those have in common that one request decides. */
  groupOf(item: T): string;
  input(items: readonly T[], note: string): Record<string, unknown>;
}

/** One thing that may be decided of an item. */
export interface Decision<T extends Item> {
  readonly name: string;
  readonly label: Label;
  /** The letter that chooses it. */
  readonly key: string;
  /** The verb, as the catalogue calls it: it is offered where it is allowed. */
  readonly verb: string;
  readonly document: TypedDocumentNode<Decided, { input: never }>;
  input(item: T, note: string, chosen: Chosen): Record<string, unknown>;
  readonly note: 'none' | 'optional' | 'required';
  /** What else must be chosen, such as a class; it can then not be decided in a batch. */
  readonly Ask?: ComponentType<AskProps<T>>;
  /** Of which items that must be chosen; of all unless said. */
  asks?(item: T): boolean;
  /** Of which items it may be decided at all. */
  fits?(item: T): boolean;
  /** How several are decided; one after the other unless said. */
  readonly together?: Together<T>;
}

/** How one queue is worked: what its items are, what speaks for which decision. */
export interface Bench<T extends Item> {
  readonly items: TypedDocumentNode<Page<T>, PageAsked>;
  title(item: T): string;
  about(item: T): string;
  readonly Evidence: ComponentType<{ readonly item: T; readonly findings?: readonly Finding[] | undefined }>;
  /** Where what the rules say of items is asked for. */
  readonly checks?: TypedDocumentNode<Checked, { ids: string[] }>;
  /** Whether an item is for them to judge; others are left out. */
  isFor?(item: T, viewer: Viewer): boolean;
  readonly decisions: readonly Decision<T>[];
}

export type AnyBench = Bench<Item>;

/** A bench whatever its items are: the screen hands each only items that the bench's own document read. */
export function bench<T extends Item>(declared: Bench<T>): AnyBench {
  return declared as unknown as AnyBench;
}

/** A list by a name of the bureau's own. */
export interface View {
  readonly name: string;
  readonly label: Label;
  readonly kind: string;
  readonly filter: NonNullable<ListSearch['filter']>;
}

/** The conditions under which it is somebody's turn. */
export interface Turn {
  ofRoles(roles: readonly string[]): NonNullable<ListSearch['filter']>;
  ofColleague(name: string): NonNullable<ListSearch['filter']>;
}

/** A list that is worked off: each item is judged, and then the next one. */
export interface Queue extends View {
  readonly hint: Label;
  /** The field, or the path to it, that says at which unit an item waits; only what waits at units of the viewer's roles is shown. */
  readonly at?: string;
  /** What is so of an item that waits there for one of some roles, or for a colleague of that name. */
  readonly turn?: Turn;
  /** The field that holds its last day. */
  readonly dueBy?: string;
  readonly bench: () => Promise<AnyBench>;
}

/** What a desk shows beside its queues, such as the classes of a school. */
export interface Panel {
  readonly name: string;
  readonly label: Label;
  /** The kind without which there is nothing to show. */
  readonly kind: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** Where somebody's role was granted: at the city, at a county, at a school or another unit. */
export type Level = 'CITY' | 'COUNTY' | 'UNIT';

/** One job: whose it is, what is to be judged, looked after and done. */
export interface Desk {
  readonly name: string;
  readonly label: Label;
  readonly hint: Label;
  readonly roles: readonly string[];
  readonly levels: readonly Level[];
  /** Names of the times of the bureau's year that concern it. */
  readonly seasons: readonly string[];
  /** The queue or the panel that one sees first. */
  readonly opens: string;
  readonly queues: readonly Queue[];
  readonly panels: readonly Panel[];
  readonly views: readonly View[];
  /** Verbs that are begun from here. */
  readonly verbs: readonly string[];
  /** Kinds whose files are brought in here. */
  readonly imports: readonly string[];
}
