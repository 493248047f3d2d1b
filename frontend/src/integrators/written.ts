import type { DocumentNode } from 'graphql';
import { stringifyDocument } from 'urql';

/** The text of a document as a person writes it, without what the console adds for its cache. */
export function written(document: DocumentNode): string {
  return stringifyDocument(document)
    .replace(/^# .*\n/, '')
    .replace(/^\s*__typename\n/gm, '');
}

/** An answer without what the console asked for its cache. */
export function answered(data: unknown): string {
  return JSON.stringify(data, (key, value: unknown) => (key === '__typename' ? undefined : value), 2);
}

/** The command that asks the same by a token. */
export function curl(origin: string, text: string): string {
  const body = JSON.stringify({ query: text.replace(/\s+/g, ' ').trim() }).replaceAll("'", "'\\''");
  return [
    `curl ${origin}/graphql`,
    `-H 'Authorization: Bearer $TOKEN'`.replaceAll("'", '"'),
    `-H 'Content-Type: application/json'`,
    `-d '${body}'`,
  ].join(' \\\n  ');
}
