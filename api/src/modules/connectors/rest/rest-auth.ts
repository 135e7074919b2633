import type { OutsideTls } from '../../../platform/outside/outside.ts'
import type { ConnectorAuth, ConnectorSecrets } from '../connector/connector-auth.ts'
import type { RestRequest } from './rest-request.ts'

/** A copy of the request that is let in. `token` is what the token server gave, where the kind wants one. */
export function letIn(request: RestRequest, { auth, secrets, token }: { auth: ConnectorAuth; secrets: ConnectorSecrets; token?: string }): RestRequest {
  const url = new URL(request.url)
  const headers = { ...request.headers }
  if (auth.kind === 'BASIC') headers['authorization'] = `Basic ${basicOf(auth, secrets)}`
  if (auth.kind === 'BEARER') headers['authorization'] = `Bearer ${secrets.TOKEN ?? ''}`
  if (auth.kind === 'OAUTH2_CLIENT_CREDENTIALS') headers['authorization'] = `Bearer ${token ?? ''}`
  if (auth.kind === 'API_KEY' && auth.keyName) {
    if (auth.keyPlace === 'QUERY') url.searchParams.set(auth.keyName, secrets.API_KEY ?? '')
    else headers[auth.keyName.toLowerCase()] = secrets.API_KEY ?? ''
  }
  return { ...request, url, headers }
}

export const basicOf = ({ username = '' }: ConnectorAuth, { PASSWORD: password = '' }: ConnectorSecrets): string =>
  Buffer.from(`${username}:${password}`).toString('base64')

/** A certificate of ours, and the authority that we believe, where there are such. */
export function tlsOf({ CERTIFICATE: cert, PRIVATE_KEY: key, PASSPHRASE: passphrase, AUTHORITY: ca }: ConnectorSecrets): OutsideTls | undefined {
  if (!cert && !ca) return undefined
  return { ...cert && key && { cert, key, ...passphrase && { passphrase } }, ...ca && { ca } }
}
