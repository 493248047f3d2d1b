// Who visits the console to measure it: a browser on this machine, signed in as an account of the bench.
import { chromium } from 'playwright-core';

const { BENCH_URL: url, BENCH_USERNAME: username, BENCH_PASSWORD: password, CHROMIUM: executablePath } = process.env;
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function launched() {
  return chromium.launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
  });
}

/** A context of whoever is measured, signed in; changes the password that somebody else set to the same one with a letter more, if that is a duty. */
export async function signedIn(browser) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  const ask = async (query, variables) => {
    const reply = await context.request.post('/graphql', { headers: { origin: url }, data: { query, variables } });
    return (await reply.json()).data;
  };
  const text = 'mutation($input: SignInInput!) { signIn(input: $input) { viewer { duty } errors { code } } }';
  const changed = `${password}, changed`;
  const first = (await ask(text, { input: { username, password } })).signIn;
  if (first.errors.length > 0) await ask(text, { input: { username, password: changed } });
  if (first.viewer?.duty !== 'PASSWORD') return context;
  const change = 'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { errors { code } } }';
  await ask(change, { input: { oldPassword: password, newPassword: changed } });
  return context;
}
