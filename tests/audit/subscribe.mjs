// Speaks with a server as integrators do who use graphql-ws: asks, subscribes, and prints what it hears.
import { createClient } from 'graphql-ws';

const [url, token, query] = process.argv.slice(2);
const client = createClient({ url, connectionParams: { authorization: `Bearer ${token}` }, retryAttempts: 0 });
const heard = client.iterate({ query });
const event = heard.next();
for await (const answer of client.iterate({ query: '{ viewer { username } }' })) console.log(JSON.stringify(answer));
console.log(JSON.stringify((await event).value));
await heard.return();
await client.dispose();
