import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { makeClient } from './client';
import { fetchFirst } from './first';
import { store } from './store';
import { useStore } from './useStore';

const client = store(makeClient(fetchFirst));

/** Forget all that was read: after signing in or out, and when language or unit are others. */
export function forgetEverything(): void {
  client.set(makeClient());
}

/** The one client of the page; whatever is below begins anew when everything is forgotten. */
export function ClientProvider({ children }: { readonly children: ReactNode }) {
  const current = useStore(client);
  return <Provider value={current}>{children}</Provider>;
}
