const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/

/**
 * An origin as an administrator types it, brought to its one form: `https://www.example.com`, `https://*.example.com`,
 * `http://localhost:5173`. Null when it is none: plain http is for localhost alone, a path is not part of an origin.
 */
export function normalizeOrigin(typed: string): string | null {
  const match = /^(https?):\/\/([^/?#]+)\/?$/.exec(typed.trim().toLowerCase())
  if (!match || !HOST.test(match[2]!)) return null
  const [, scheme, host] = match as unknown as [string, string, string]
  if (scheme === 'http' && !isLocal(host)) return null
  if (host.startsWith('*.') && host.split('.').length < 3) return null
  return `${scheme}://${host.replace(scheme === 'https' ? /:443$/ : /:80$/, '')}`
}

const isLocal = (host: string) => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host)

/** Whether a page of `origin` may carry the chat. */
export const isAllowed = (origin: string, allowed: readonly string[]): boolean =>
  allowed.some(pattern => matches(origin.toLowerCase(), pattern))

function matches(origin: string, pattern: string): boolean {
  if (!pattern.includes('://*.')) return origin === pattern
  const [scheme, domain] = pattern.split('://*.') as [string, string]
  return origin.startsWith(`${scheme}://`) && origin.endsWith(`.${domain}`)
}
