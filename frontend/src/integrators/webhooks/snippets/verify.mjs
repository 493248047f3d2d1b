import { createHmac, timingSafeEqual } from 'node:crypto';

const LATEST = 300; // seconds by which clocks may differ

/** The message of a request whose body (a Buffer) was signed with the secret; throws for any other. */
export function verify(secret, headers, body) {
  const message = headers['webhook-id'];
  const at = headers['webhook-timestamp'];
  if (Math.abs(Date.now() / 1000 - Number(at)) > LATEST) throw new Error('too old or too new');
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const right = createHmac('sha256', key).update(`${message}.${at}.`).update(body).digest();
  for (const signature of headers['webhook-signature'].split(' ')) { // two while a secret is being renewed
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    if (version === 'v1' && given.length === right.length && timingSafeEqual(given, right)) {
      return JSON.parse(body.toString()); // it may come twice: know it by webhook-id
    }
  }
  throw new Error('not signed with this secret');
}
