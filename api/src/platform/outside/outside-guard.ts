import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { OutsideProblem } from './outside-problem.ts'
import { isPublicAddress } from './public-address.ts'

/** A place that a request may go to: the name was looked up once, and what it led to is what is connected to. */
export interface GuardedPlace {
  url: URL
  addresses: string[]
}

export type Resolve = (host: string) => Promise<string[]>

export interface OutsideGuardOptions {
  /** Addresses that pass as if they were public, and at any port (`127.0.0.1`) or at one (`127.0.0.1:4120`). */
  allow?: readonly string[]
  /** Ports of public addresses, beside those of the web. */
  ports?: readonly number[]
  resolve?: Resolve
}

const webPorts = [80, 443, 8080, 8443]
const LOOKUP_MS = 2000

/** Decides where a request of ours may go, so that nobody reaches through us what only we can reach. */
export class OutsideGuard {
  readonly #allow: ReadonlySet<string>
  readonly #ports: ReadonlySet<string>
  readonly #resolve: Resolve

  constructor({ allow = [], ports = [], resolve = addressesOf }: OutsideGuardOptions = {}) {
    this.#allow = new Set(allow)
    this.#ports = new Set([...webPorts, ...ports].map(String))
    this.#resolve = resolve
  }

  /** Throws unless every address behind it is public: one of several would be enough for whoever tries. */
  async admit(address: string | URL): Promise<GuardedPlace> {
    const url = webAddress(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const addresses = isIP(host) ? [host] : await this.#looked(host)
    if (!addresses.every(each => this.#mayReach(each, url))) throw new OutsideProblem('ADDRESS_REFUSED', 'The address is none of the open internet.')
    return { url, addresses }
  }

  #mayReach(address: string, url: URL): boolean {
    if (this.#allow.has(address) || this.#allow.has(`${address}:${portOf(url)}`)) return true
    return this.#ports.has(portOf(url)) && isPublicAddress(address)
  }

  async #looked(host: string): Promise<string[]> {
    const addresses = await this.#resolve(host).catch(() => [])
    if (addresses.length === 0) throw new OutsideProblem('UNREACHABLE', 'There is no such host.')
    return addresses
  }
}

/** As browsers read it, which takes numbers in every spelling to the address that they mean. */
function webAddress(address: string | URL): URL {
  if (!URL.canParse(address)) throw new OutsideProblem('BAD_ADDRESS', 'This is no web address.')
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutsideProblem('BAD_ADDRESS', 'Only http and https addresses are read.')
  if (url.username || url.password) throw new OutsideProblem('BAD_ADDRESS', 'An address with a user or a password in it is not read.')
  return url
}

const portOf = (url: URL) => url.port || (url.protocol === 'https:' ? '443' : '80')

/** Both families. Asked for over the network and not by the system's own lookup, whose few threads a slow name server would hold. */
async function addressesOf(host: string): Promise<string[]> {
  // A name that no name server knows.
  if (/(?:^|\.)localhost\.?$/.test(host)) return ['127.0.0.1']
  const resolver = new Resolver({ timeout: LOOKUP_MS, tries: 2 })
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  return found.flatMap(each => each.status === 'fulfilled' ? each.value : [])
}
