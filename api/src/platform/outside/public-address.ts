import ipaddr from 'ipaddr.js'

// Public by their range, and yet the house's own: where a cloud answers its machines (Azure).
const withheld = new Set(['168.63.129.16'])
// All that is given to networks of the IPv6 internet so far; what lies elsewhere is ours, nobody's, or IPv4 in disguise.
const given = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an address is one of the open internet: no private, shared, local, reserved or group address, nor one that stands for such. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (withheld.has(parsed.toString()) || parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(given)
}
