import type { Client } from 'urql';
import { graphql } from '../gql';
import type { Objection } from '../gql/graphql';

const FILE_STATE = graphql(`
  query ConsoleFileState($id: ID!) {
    file(id: $id) {
      id
      state
      objection
    }
  }
`);

const BETWEEN = 400;
const LONGEST = 120_000;

/** Wait until the content of a file was looked at; tells why it was refused, or nothing where it is ready. */
export async function checked(client: Client, id: string): Promise<Objection | undefined> {
  const until = Date.now() + LONGEST;
  while (Date.now() < until) {
    const { data, error } = await client.query(FILE_STATE, { id }, { requestPolicy: 'network-only' }).toPromise();
    if (data?.file?.state === 'READY') return undefined;
    if (data?.file?.state === 'REFUSED') return data.file.objection ?? 'UNKNOWN_TYPE';
    if (error && error.networkError === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  return 'DAMAGED';
}
