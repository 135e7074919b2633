import type { IncomingMessage } from 'node:http'

/**
 * A page of another site must not speak in the name of whoever is signed in here. Programs send no origin. Where it is
 * not said how browsers reach us, a page that came by the same host and scheme as the request is ours.
 */
export function isOwnOrigin(origin: string | undefined, request: IncomingMessage, publicUrl?: string): boolean {
  if (!origin) return true
  if (publicUrl) return origin === new URL(publicUrl).origin
  const scheme = schemeOf(request)
  const schemes = scheme ? [scheme] : ['http', 'https']
  return schemes.some(one => origin === `${one}://${request.headers.host}`)
}

/**
 * Unknown when a proxy does not tell it. Its headers are believed here from anybody: programs could send any origin as
 * well, and pages cannot write them.
 */
function schemeOf({ headers, socket }: IncomingMessage): string | undefined {
  if ('encrypted' in socket) return 'https'
  const told = String(headers['x-forwarded-proto'] ?? '').split(',')[0]!.trim().toLowerCase()
  return told || ('x-forwarded-for' in headers || 'forwarded' in headers ? undefined : 'http')
}
