import type { ChannelProfile } from './profile.ts'

/** Whether media may be fetched from there: the provider's own hosts, and over TLS unless its own address is without. */
export function isMediaHost(url: string, { baseUrl, mediaHosts }: ChannelProfile): boolean {
  if (!URL.canParse(url)) return false
  const { host, hostname, protocol, username, origin } = new URL(url)
  if (username) return false
  if (origin === new URL(baseUrl).origin) return true
  const isKnown = mediaHosts.some(known => (known.startsWith('*.') ? hostname.endsWith(known.slice(1)) : host === known || hostname === known))
  return isKnown && (protocol === 'https:' || new URL(baseUrl).protocol === 'http:')
}
