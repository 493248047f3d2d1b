import type { FetcherOpts, FetcherParams } from '@graphiql/toolkit';

/** Sends what was typed to our own endpoint, with the session's cookie and the browser's language. */
export async function ask(params: FetcherParams, options?: FetcherOpts) {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      Accept: 'application/graphql-response+json, application/json',
      'Content-Type': 'application/json',
      ...options?.headers,
    },
    body: JSON.stringify(params),
  });
  return response.json();
}
