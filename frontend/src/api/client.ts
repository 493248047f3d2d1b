import { persistedExchange } from '@urql/exchange-persisted';
import { Client, fetchExchange, type Operation, subscriptionExchange } from 'urql';
import { settling, unlessAside } from './aside';
import { cached } from './cache';
import { hashOf } from './hash';
import { headers, spoken } from './headers';
import { Sockets } from './sockets';
import { actingUnit } from './unit';
import { watching } from './watching';

/** For requests that say who one is: they are meant for nobody yet. */
export const AS_NOBODY = {
  fetchOptions: () => ({ credentials: 'same-origin', headers: { 'Accept-Language': spoken() } }) satisfies RequestInit,
};

/** What found the server out of reach, of each client. */
const failures = new WeakMap<Client, Map<number, Operation>>();

/** Ask again, where it is still shown, what found the server out of reach. */
export function askAgain(client: Client): void {
  const failed = [...(failures.get(client)?.values() ?? [])];
  for (const operation of failed) {
    client.reexecuteOperation(client.createRequestOperation('query', operation, { requestPolicy: 'network-only' }));
  }
}

/** A client with an empty cache: one for each session, language and unit; `ask` is what its requests go by. */
export function makeClient(ask: typeof fetch = fetch): Client {
  const failed = new Map<number, Operation>();
  const sockets = new Sockets(() => ({ 'accept-language': spoken(), unit: actingUnit() }));
  const client = new Client({
    url: '/graphql',
    fetch: ask,
    preferGetMethod: false,
    fetchOptions: () => ({ credentials: 'same-origin', headers: headers() }),
    exchanges: [
      watching(failed),
      unlessAside(cached()),
      settling,
      persistedExchange({
        preferGetForPersistedQueries: false,
        enforcePersistedQueries: true,
        enableForMutation: true,
        enableForSubscriptions: true,
        generateHash: (_text, document) => Promise.resolve(hashOf(document)),
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables, extensions }) => ({
          subscribe: (sink) => ({
            unsubscribe: sockets.subscribe(
              { query, variables: variables ?? null, extensions: extensions ?? null },
              sink as never,
            ),
          }),
        }),
      }),
    ],
  });
  failures.set(client, failed);
  return client;
}
