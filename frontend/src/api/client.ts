import { persistedExchange } from '@urql/exchange-persisted';
import { Client, fetchExchange, type Operation, subscriptionExchange } from 'urql';
import { language } from '../words/language';
import { settling, unlessAside } from './aside';
import { cached } from './cache';
import { Sockets } from './sockets';
import { actingUnit } from './unit';
import { askingUser } from './user';
import { watching } from './watching';

/** What every request says beside its document. */
export function headers(): Record<string, string> {
  const unit = actingUnit();
  const user = askingUser();
  return {
    'Accept-Language': spoken(),
    ...(unit === undefined ? {} : { 'X-Unit': unit }),
    ...(user === undefined ? {} : { 'X-User': encodeURIComponent(user) }),
  };
}

function spoken(): string {
  return language() === 'zh' ? 'zh-CN' : 'en';
}

/** For requests that say who one is: they are meant for nobody yet. */
export const AS_NOBODY = {
  fetchOptions: () => ({ credentials: 'same-origin', headers: { 'Accept-Language': spoken() } }) satisfies RequestInit,
};

/** The hash that the build gave a fixed document; those built from the catalogue have none and go as texts. */
function hashOf(document: unknown): string {
  const meta = (document as { __meta__?: { hash?: string } }).__meta__;
  return meta?.hash ?? '';
}

/** What found the server out of reach, of each client. */
const failures = new WeakMap<Client, Map<number, Operation>>();

/** Ask again, where it is still shown, what found the server out of reach. */
export function askAgain(client: Client): void {
  const failed = [...(failures.get(client)?.values() ?? [])];
  for (const operation of failed) {
    client.reexecuteOperation(client.createRequestOperation('query', operation, { requestPolicy: 'network-only' }));
  }
}

/** A client with an empty cache: one for each session, language and unit. */
export function makeClient(): Client {
  const failed = new Map<number, Operation>();
  const sockets = new Sockets(() => ({ 'accept-language': spoken(), unit: actingUnit() }));
  const client = new Client({
    url: '/graphql',
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
