import { useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Action, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { ALLOWED } from '../page/useAllowed';
import { type Allowed, learnAllowed } from './allowed';
import type { Selection } from './selection';
import { commonVerbs } from './verbs';

export interface CommonVerbs {
  /** Undefined until each of the records was asked about. */
  readonly verbs: readonly (readonly [Kind, Action])[] | undefined;
  readonly error: CombinedError | undefined;
  readonly again: () => void;
}

interface Found {
  readonly of: Selection;
  readonly allowed?: readonly Allowed[];
  readonly error?: CombinedError;
}

/** The verbs that all of the chosen records allow, however many they are. */
export function useCommonVerbs(selection: Selection): CommonVerbs {
  const client = useClient();
  const catalogue = useCatalogue();
  const known = useRef(new Map<string, Allowed>());
  const [found, setFound] = useState<Found>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const read = async (ids: readonly string[]) => {
      const { data, error } = await client.query(ALLOWED, { ids: [...ids] }, { requestPolicy: 'network-only' });
      if (data === undefined) throw error ?? new Error();
      return data.allowedActions;
    };
    learnAllowed([...selection.keys()], known.current, read, leaving.signal).then(
      (allowed) => setFound({ of: selection, allowed }),
      (error: CombinedError) => {
        if (!leaving.signal.aborted) setFound({ of: selection, error });
      },
    );
    return () => leaving.abort();
  }, [client, selection, attempt]);
  const current = found?.of === selection ? found : undefined;
  return {
    verbs: current?.allowed && commonVerbs(catalogue, current.allowed),
    error: current?.error,
    again: () => setAttempt((before) => before + 1),
  };
}
