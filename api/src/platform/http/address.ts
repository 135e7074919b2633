import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** Who a request comes from, behind so many proxies of ours that each append to `x-forwarded-for`. */
export function addressOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustedProxies = 0,
): string {
  const direct = socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return direct
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(part => withoutPort(part.trim()))
    .filter(Boolean)
  return forwarded.at(-trustedProxies) ?? forwarded[0] ?? direct
}

/** Some proxies write the port too, which is another with every connection. */
const withoutPort = (address: string) => /^\[(.+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address)?.slice(1).find(Boolean) ?? address

/**
 * Whose address it is, for counting what comes from there: households and servers get the first 64 bits of IPv6 whole,
 * and could come from another address each time.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped || !isIPv6(address)) return mapped ?? address
  const [head, tail] = address.split('%')[0]!.split('::').map(part => part.split(':').filter(Boolean)) as [string[], string[]?]
  const zeros = Array<string>(tail ? 8 - head.length - tail.length : 0).fill('0')
  const groups = [...head, ...zeros, ...(tail ?? [])].slice(0, 4)
  return `${groups.map(group => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
