import type { FetcherOpts, FetcherParams, FetcherReturnType } from '@graphiql/toolkit';
import { getOperationAST, parse } from 'graphql';
import { createClient } from 'graphql-ws';

/** The language that was chosen in the console, which this page shares its storage with. */
const LANGUAGE = { 'Accept-Language': localStorage.getItem('bureau.language') === 'en' ? 'en' : 'zh-CN' };

const sockets = createClient({
  url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
  connectionParams: { 'accept-language': LANGUAGE['Accept-Language'] },
  retryAttempts: 0,
});

/** Sends what was typed to our own endpoint, with the session's cookie and the console's language. */
export function ask(params: FetcherParams, options?: FetcherOpts): FetcherReturnType {
  const document = options?.documentAST ?? parse(params.query);
  const isSubscription = getOperationAST(document, params.operationName)?.operation === 'subscription';
  // The toolkit's type wants errors of the class that servers raise; what comes over the wire is plain.
  return isSubscription ? (sockets.iterate(params) as FetcherReturnType) : post(params, options);
}

async function post(params: FetcherParams, options?: FetcherOpts) {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      Accept: 'application/graphql-response+json, application/json',
      'Content-Type': 'application/json',
      ...LANGUAGE,
      ...options?.headers,
    },
    body: JSON.stringify(params),
  });
  return response.json();
}
