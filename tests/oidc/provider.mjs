// The identity provider that tests sign in through: panva's, with its own forms, its users in memory, and the settings
// that stand in the JSON file named first. Whoever's name ends in -twice signs in by two factors. It ends with its input.
import { readFileSync } from 'node:fs'
import Provider from 'oidc-provider'

const { port, clients, keys } = JSON.parse(readFileSync(process.argv[2], 'utf-8'))

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients,
  jwks: { keys },
  cookies: { keys: ['a secret of the tests'] },
  claims: { openid: ['sub', 'acr', 'amr'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: {
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true },
  },
  // what keeps it from addresses of this machine is left out, since the bureau is here
  fetch: (url, { dispatcher: _, ...options }) => fetch(url, options),
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      preferred_username: id.replace(/^staff-/, ''),
      email: `${id}@example.cn`,
      email_verified: !id.startsWith('unverified'),
    }),
  }),
})

const finished = provider.interactionFinished
provider.interactionFinished = function (request, response, result, options) {
  if (result.login?.accountId.endsWith('-twice')) {
    Object.assign(result.login, { acr: 'two-factors', amr: ['pwd', 'otp', 'mfa'] })
  }
  return finished.call(this, request, response, result, options)
}

provider.on('backchannel.error', (_, error) => console.error(error))
provider.listen(port, '127.0.0.1')
process.stdin.resume().on('end', () => process.exit())
