// @vitest-environment happy-dom
import { Client, type Exchange, gql, makeResult } from 'urql';
import { filter, map, pipe } from 'wonka';
import { expect, it } from 'vitest';
import { cached } from './cache';
import { settle, settling, unlessAside } from './aside';

/** A server that has one pupil, called otherwise in the past, and counts how often it is asked. */
function served(): { client: Client; asked: () => number } {
  let asked = 0;
  const server: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind !== 'teardown'),
      map((operation) => {
        asked += 1;
        const name = (operation.variables as { asOf?: string }).asOf === undefined ? '王芳' : '王小芳';
        return makeResult(operation, { data: { pupil: { __typename: 'Pupil', id: 'Pupil:1', name } } });
      }),
    );
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [unlessAside(cached()), settling, server],
  });
  return { client, asked: () => asked };
}

const PUPIL = gql('query Pupil($asOf: DateTime) { pupil(asOf: $asOf) { id name } }');

it('keeps what is true now apart from what was', async () => {
  const { client, asked } = served();
  await client.query(PUPIL, {}).toPromise();
  const past = await client.query(PUPIL, { asOf: '2025-01-01T00:00:00Z' }).toPromise();
  const now = await client.query(PUPIL, {}).toPromise();
  expect(past.data.pupil.name).toBe('王小芳');
  expect(now.data.pupil.name).toBe('王芳');
  expect(asked()).toBe(2);
});

it('asks again once it was told that much has changed', async () => {
  const { client, asked } = served();
  await client.query(PUPIL, {}).toPromise();
  await settle(client);
  await client.query(PUPIL, {}).toPromise();
  expect(asked()).toBe(2);
});
