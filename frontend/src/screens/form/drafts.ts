import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Values } from './content';

/** What somebody typed and did not send. */
export interface Draft {
  readonly account: string;
  readonly values: Values;
  readonly at: string;
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft };
}

let opened: Promise<IDBPDatabase<Drafts>> | undefined;

function drafts(): Promise<IDBPDatabase<Drafts>> {
  opened ??= openDB<Drafts>('bureau-drafts', 1, {
    upgrade(database) {
      database.createObjectStore('drafts');
    },
  });
  return opened;
}

export async function keepDraft(key: string, draft: Draft): Promise<void> {
  await (await drafts()).put('drafts', draft, key);
}

export async function forgetDraft(key: string): Promise<void> {
  await (await drafts()).delete('drafts', key);
}

/** The draft under that key; those of other accounts, who did not sign out here, go. */
export async function findDraft(key: string, account: string): Promise<Draft | undefined> {
  const database = await drafts();
  for (const other of await database.getAllKeys('drafts')) {
    if ((await database.get('drafts', other))?.account !== account) await database.delete('drafts', other);
  }
  return database.get('drafts', key);
}

/** Forget all that was typed here: machines are shared. */
export async function purgeDrafts(): Promise<void> {
  await (await drafts()).clear('drafts');
}
