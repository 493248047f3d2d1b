import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { keyOf, type Sheet } from './sheet';

interface Sheets extends DBSchema {
  sheets: { key: string; value: Sheet };
}

let opened: Promise<IDBPDatabase<Sheets>> | undefined;

function sheets(): Promise<IDBPDatabase<Sheets>> {
  opened ??= openDB<Sheets>('bureau-attendance', 1, {
    upgrade(database) {
      database.createObjectStore('sheets');
    },
  });
  return opened;
}

export async function keepSheet(sheet: Sheet): Promise<void> {
  await (await sheets()).put('sheets', sheet, keyOf(sheet));
}

export async function forgetSheet(sheet: Sheet): Promise<void> {
  await (await sheets()).delete('sheets', keyOf(sheet));
}

/** What one wrote here and did not send; that of other accounts, who did not sign out here, goes. */
export async function sheetsOf(account: string): Promise<readonly Sheet[]> {
  const database = await sheets();
  const all = await database.getAll('sheets');
  for (const other of all) if (other.account !== account) await database.delete('sheets', keyOf(other));
  return all.filter((sheet) => sheet.account === account);
}

/** Forget all that was written here: machines are shared. */
export async function purgeSheets(): Promise<void> {
  await (await sheets()).clear('sheets');
}
