import { useCallback } from 'react';
import { useClient } from 'urql';
import type { listDocument } from '../../documents/documents';
import type { ReadStep } from './exporting';
import type { Sought } from './useRows';

/** Reads a list in steps, as the server has it now and whatever was read before. */
export function useReadStep(document: ReturnType<typeof listDocument>, sought: Sought): ReadStep {
  const client = useClient();
  return useCallback(
    async (after, first) => {
      const { data, error } = await client.query(document, { ...sought, first, after }, { requestPolicy: 'network-only' });
      if (data === undefined) throw error ?? new Error();
      return data.list;
    },
    [client, document, sought],
  );
}
