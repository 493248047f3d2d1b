// A person at a browser, with an authenticator that Chromium plays: adds a passkey, signs in with it, alone and beside
// the password, gives up and is kept out. Prints what became of each step.
import { chromium } from 'playwright-core';

const [executablePath, url, username, password] = process.argv.slice(2);
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
});
const told = {};

try {
  const page = await browser.newPage();
  await page.route('**/assets/**', (route) => route.abort()); // the page's policy and origin are all that is wanted
  await page.goto(`${url}/graphiql`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  const ask = (query, variables = {}) =>
    page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' };
        const reply = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
        return (await reply.json()).data;
      },
      { query, variables },
    );
  const create = (options) =>
    page.evaluate(async (text) => {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(text));
      return JSON.stringify(await navigator.credentials.create({ publicKey }));
    }, options);
  const get = (options) =>
    page.evaluate(async (text) => {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(text));
      return JSON.stringify(await navigator.credentials.get({ publicKey }));
    }, options);
  const given = (options) => get(options).then(() => 'given', (error) => error.message.match(/\w+Error(?=:)/g).at(-1));
  const who = async () => (await ask('{ viewer { username } }')).viewer?.username ?? null;
  const signOut = () => ask('mutation { signOut { errors { code } } }');
  const signIn = async (more = {}) => {
    const query = `mutation($input: SignInInput!) {
      signIn(input: $input) { viewer { username } passkeyOptions errors { code } } }`;
    return (await ask(query, { input: { username, password, ...more } })).signIn;
  };
  const begin = async () =>
    (await ask('mutation { beginPasskeySignIn { options } }')).beginPasskeySignIn.options;
  const finish = async (credential) => {
    const query = `mutation($credential: String!) {
      finishPasskeySignIn(input: {credential: $credential}) { viewer { username } errors { code } } }`;
    return (await ask(query, { credential })).finishPasskeySignIn;
  };

  await signIn();
  const asked = await ask(
    `mutation($password: String!) { beginPasskey(input: {proof: {password: $password}}) { options errors { code } } }`,
    { password },
  );
  const added = await ask(
    `mutation($credential: String!) { finishPasskey(input: {name: "This machine", credential: $credential}) {
      recoveryCodes errors { code } } }`,
    { credential: await create(asked.beginPasskey.options) },
  );
  told.added = added.finishPasskey;
  told.listed = (await ask('{ viewer { passkeys { name isBackedUp usedAt } } }')).viewer.passkeys;

  await signOut();
  told.signedOut = await who();
  const credential = await get(await begin());
  told.alone = await finish(credential);
  told.aloneAs = await who();

  await signOut();
  told.again = await finish(credential);
  const needed = await signIn();
  told.needed = needed.errors;
  told.beside = (await signIn({ passkey: await get(needed.passkeyOptions) })).errors;
  told.besideAs = await who();

  await signOut();
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  told.cancelled = await given(await begin());
  told.cancelledAs = await who();
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  told.afterwards = (await finish(await get(await begin()))).errors;

  const options = await begin();
  await page.goto(`${url.replace('localhost', '127.0.0.1')}/graphiql`);
  told.elsewhere = await given(options);
} finally {
  await browser.close();
}
console.log(JSON.stringify(told));
