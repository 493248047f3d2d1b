import { useEffect, useState } from 'react';
import { headers } from '../api/headers';
import { type OpenApi, type StoredQuery, storedQueries } from './openapi';

export type Asked = { readonly queries: readonly StoredQuery[] } | 'asking' | 'failed';

/** The stored queries there are; `again` asks anew. */
export function useStoredQueries(): { readonly asked: Asked; readonly again: () => void } {
  const [asked, setAsked] = useState<Asked>('asking');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      const response = await fetch('/q/openapi.json', { headers: headers(), signal: leaving.signal });
      if (!response.ok) throw new Error(response.statusText);
      setAsked({ queries: storedQueries((await response.json()) as OpenApi) });
    };
    ask().catch(() => {
      if (!leaving.signal.aborted) setAsked('failed');
    });
    return () => leaving.abort();
  }, [turn]);
  return { asked, again: () => setTurn((before) => before + 1) };
}
