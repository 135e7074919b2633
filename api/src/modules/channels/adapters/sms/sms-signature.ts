import { createHash, createHmac } from 'node:crypto'
import { parse, stringify } from 'node:querystring'
import { isSame } from '../../../../platform/crypto.ts'

/**
 * Whether Twilio signed the request with the account's token. What it signs is the address as it was told it; whether
 * with a port, and how encoded, depends on which of its machines asks, so all forms that its own library takes are taken.
 */
export function isSignedByTwilio(
  request: { url: string; body: Buffer; signature: string }, authToken: string,
): boolean {
  const { url, body, signature } = request
  // Everybody could sign with an empty one.
  if (!authToken) return false
  const hash = /[?&]bodySHA256=([0-9a-f]*)/i.exec(url)?.[1]
  if (hash !== undefined && !isSame(createHash('sha256').update(body).digest('hex'), hash.toLowerCase())) return false
  const params = hash === undefined ? signedParams(body) : ''
  return formsOf(url).some(form => isSame(createHmac('sha1', authToken).update(form + params, 'utf8').digest('base64'), signature))
}

/** By name; of one that comes several times each value once, in order. */
function signedParams(body: Buffer): string {
  const params = new URLSearchParams(body.toString('utf8'))
  const names = [...new Set(params.keys())].sort()
  return names.map(name => [...new Set(params.getAll(name))].sort().map(value => name + value).join('')).join('')
}

function formsOf(url: string): string[] {
  const normal = URL.canParse(url) ? new URL(url).toString() : url
  const bare = [withoutPort(normal), withPort(normal)]
  return [withoutPort(url), withPort(url), ...bare, ...bare.map(withOldQuery)]
}

const AUTHORITY = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*?)(:\d*)?(?=$|[/?#])/i

const withoutPort = (url: string) => url.replace(AUTHORITY, '$1')
const withPort = (url: string) =>
  url.replace(AUTHORITY, (_all, host: string, port?: string) => host + (port ?? (/^https:/i.test(host) ? ':443' : ':80')))

function withOldQuery(url: string): string {
  const start = url.indexOf('?')
  return start < 0 || start === url.length - 1 ? url : `${url.slice(0, start)}?${stringify(parse(url.slice(start + 1)))}`
}
