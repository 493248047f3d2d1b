import type { TypedDocumentNode } from 'urql';
import type { Kind } from '../../catalogue/catalogue';
import type { Problem } from '../../documents/documents';
import { MATCH, REVEAL } from '../../documents/perKind';

/** What is asked about a sealed value, and what is told of it. */
type Asking<T> = TypedDocumentNode<{ readonly asked: T & { readonly errors: readonly Problem[] } }, { input: unknown }>;

const matches = MATCH as unknown as Readonly<Record<string, Asking<{ isSame: boolean | null }>>>;
const reveals = REVEAL as unknown as Readonly<Record<string, Asking<{ value: string | null }>>>;

/** The name of a sealed field among those of its kind: `documentNumber` is `DOCUMENT_NUMBER`. */
export function sealedName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** Whether a value is the one that is sealed in a record. */
export function matchDocument(kind: Kind): Asking<{ isSame: boolean | null }> {
  return matches[kind.name]!;
}

/** The value that is sealed in a record, in the clear. */
export function revealDocument(kind: Kind): Asking<{ value: string | null }> {
  return reveals[kind.name]!;
}

/** The table of purposes for which a sealed value is shown. */
export const PURPOSES = 'reveal_purpose';
