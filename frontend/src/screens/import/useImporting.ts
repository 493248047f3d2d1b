import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { newKey } from '../../api/newKey';
import type { Kind } from '../../catalogue/catalogue';
import { importRoute } from '../../router';
import { say } from '../../words/words';
import { SHELL } from '../../shell/words';
import { IMPORT_FILE } from './documents';

/** How a file is to be brought in. */
export interface Wanted {
  readonly file: string;
  readonly isTrial: boolean;
  readonly isWhole?: boolean;
  readonly mapping?: string | undefined;
  readonly sheet?: string | undefined;
  readonly entry?: string | undefined;
  readonly encoding?: string | undefined;
}

/** How much of a mapping the API takes; a longer one is left to be found anew. */
const LONGEST_MAPPING = 20_000;

/** Ask for an import, and go to where its run is seen. */
export function useImporting(kind: Kind) {
  const navigate = useNavigate({ from: importRoute.fullPath });
  const [{ fetching }, importFile] = useMutation(IMPORT_FILE);
  const [refused, setRefused] = useState<string>();

  const ask = async ({ mapping, ...wanted }: Wanted) => {
    setRefused(undefined);
    const told = mapping !== undefined && mapping.length <= LONGEST_MAPPING ? { mapping } : {};
    const idempotencyKey = newKey();
    const { data, error } = await importFile({ input: { ...wanted, ...told, kind: kind.name, idempotencyKey } });
    const run = data?.importFile.importRun?.id;
    if (run === undefined) {
      const reasons = data?.importFile.errors ?? error?.graphQLErrors ?? [];
      setRefused(reasons.map(({ message }) => message).join(' ') || say(SHELL, 'troubleAway'));
      return;
    }
    const { file, sheet, entry, encoding } = wanted;
    await navigate({ search: given({ run, file, sheet, entry, encoding }) });
  };
  return { ask, fetching, refused };
}

/** Only what is said. */
function given<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: string };
}
