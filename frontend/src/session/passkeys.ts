/** The ways of a browser with passkeys, from and to the JSON that the API takes and gives. */

/** Whether this browser has passkeys at all; pages that did not come by https have none. */
export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Ask for a passkey; undefined where the person gave up. */
export async function showPasskey(options: string): Promise<string | undefined> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
  return unlessGivenUp(() => navigator.credentials.get({ publicKey }));
}

/** Make a passkey; undefined where the person gave up. */
export async function makePasskey(options: string): Promise<string | undefined> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options));
  return unlessGivenUp(() => navigator.credentials.create({ publicKey }));
}

const GIVEN_UP = new Set(['NotAllowedError', 'AbortError', 'InvalidStateError']);

/** What came of a ceremony, as JSON. Browsers do not tell giving up from finding nothing. */
export async function unlessGivenUp(ceremony: () => Promise<unknown>): Promise<string | undefined> {
  try {
    const credential = await ceremony();
    return credential == null ? undefined : JSON.stringify(credential);
  } catch (error) {
    if (error instanceof DOMException && GIVEN_UP.has(error.name)) return undefined;
    throw error;
  }
}
