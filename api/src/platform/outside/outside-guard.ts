import { Resolver } from 'node:dns/promises'
import { isIP, isIPv6 } from 'node:net'
import { OutsideProblem } from './outside-problem.ts'
import { isPublicAddress } from './public-address.ts'

/** A place that a request may go to: the name was looked up once, and what it led to is what is connected to. */
export interface GuardedPlace {
  url: URL
  addresses: string[]
}

/** A host that is spoken with otherwise than over the web. Certificates are checked against `host`, connections go to `addresses`. */
export interface GuardedHost {
  host: string
  addresses: string[]
  /** All of them were allowed by name: a machine of one's own, with which one may speak unencrypted. */
  isOwn: boolean
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
    const addresses = await this.#addressesOf(url)
    if (!addresses.every(each => this.#isAllowed(each, portOf(url)) || (this.#ports.has(portOf(url)) && isPublicAddress(each)))) throw refused()
    return { url, addresses }
  }

  /** The same for what is no web server. `ports` are those of its protocol, the only ones of public addresses that are let through. */
  async admitHost({ host, port, ports }: { host: string; port: number; ports: readonly number[] }): Promise<GuardedHost> {
    const url = hostAddress(host, port)
    const addresses = await this.#addressesOf(url)
    const isOwn = addresses.every(each => this.#isAllowed(each, String(port)))
    if (!isOwn && !(ports.includes(port) && addresses.every(isPublicAddress))) throw refused()
    return { host: bareHost(url), addresses, isOwn }
  }

  #isAllowed(address: string, port: string): boolean {
    return this.#allow.has(address) || this.#allow.has(`${address}:${port}`)
  }

  async #addressesOf(url: URL): Promise<string[]> {
    const host = bareHost(url)
    return isIP(host) ? [host] : this.#looked(host)
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

/** A name or an address and nothing else, in the one spelling that a browser makes of it. */
function hostAddress(host: string, port: number): URL {
  if (!/^[^\s/?#@\\%]+$/.test(host)) throw new OutsideProblem('BAD_ADDRESS', 'This is no name of a host.')
  const url = webAddress(`http://${isIPv6(host) ? `[${host}]` : host}/`)
  if (url.port || url.pathname !== '/') throw new OutsideProblem('BAD_ADDRESS', 'This is no name of a host.')
  url.port = String(port)
  return url
}

const refused = () => new OutsideProblem('ADDRESS_REFUSED', 'The address is none of the open internet.')

const bareHost = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

const portOf = (url: URL) => url.port || (url.protocol === 'https:' ? '443' : '80')

/** Both families. Asked for over the network and not by the system's own lookup, whose few threads a slow name server would hold. */
async function addressesOf(host: string): Promise<string[]> {
  // A name that no name server knows.
  if (/(?:^|\.)localhost\.?$/.test(host)) return ['127.0.0.1']
  const resolver = new Resolver({ timeout: LOOKUP_MS, tries: 2 })
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  return found.flatMap(each => each.status === 'fulfilled' ? each.value : [])
}
