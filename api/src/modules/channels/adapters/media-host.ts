import type { ChannelProfile } from './profile.ts'

/** Whether media may be fetched from there: the provider's own address, or its other hosts, over TLS unless its address is without. */
export function isMediaHost(url: string, { baseUrl, mediaHosts }: ChannelProfile): boolean {
  if (!URL.canParse(url)) return false
  const { host, protocol, username, origin } = new URL(url)
  if (username) return false
  if (origin === new URL(baseUrl).origin) return true
  const isKnown = mediaHosts.some(known => (known.startsWith('*.') ? host.endsWith(known.slice(1)) : host === known))
  return isKnown && (protocol === 'https:' || new URL(baseUrl).protocol === 'http:')
}
