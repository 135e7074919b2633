import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { ACCEPTED_ENCODINGS, bodyOf } from './outside-body.ts'
import { OutsideGuard, type GuardedPlace, type OutsideGuardOptions } from './outside-guard.ts'
import { OutsideProblem } from './outside-problem.ts'

export type OutsideMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** In PEM: who we are, and whom we believe instead of the public authorities. */
export interface OutsideTls {
  cert?: string
  key?: string
  passphrase?: string
  ca?: string
}

export interface OutsideRequest {
  url: string
  /** GET when left out. */
  method?: OutsideMethod
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Of the answer, on its way and unpacked. */
  maxBytes: number
  /** For everything together: 20 seconds when left out. */
  timeoutMs?: number
  /** Media types, such as `text/html` or `text/*`, that a good answer must be of. */
  accept?: readonly string[]
  signal?: AbortSignal
  tls?: OutsideTls
  /** Whether what only reads is led on, or has the redirect for its answer. ANYWHERE when left out. */
  redirects?: 'ANYWHERE' | 'NONE'
}

/** Whatever the status: what a 404 means is the caller's. */
export interface OutsideAnswer {
  status: number
  /** Where it came from in the end. */
  url: string
  /** By names in small letters; of several of a name the first. */
  headers: Readonly<Record<string, string>>
  /** Without parameters, in small letters; empty where the answer does not say. */
  mediaType: string
  charset?: string
  body: Buffer
}

const PATIENCE_MS = 20_000
const CONNECT_MS = 5000
const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const USER_AGENT = 'BotPro/1.0'

/** Requests to addresses that tenants choose. Each goes where the guard lets it, ends in time, and brings no more than was asked for. */
export class Outside {
  readonly #guard: OutsideGuard

  constructor(options: OutsideGuardOptions = {}) {
    this.#guard = new OutsideGuard(options)
  }

  /** Throws an OutsideProblem. Redirects of what only reads are followed, through the guard again; those of the rest are the answer. */
  async request(request: OutsideRequest): Promise<OutsideAnswer> {
    const late = AbortSignal.timeout(request.timeoutMs ?? PATIENCE_MS)
    const signal = request.signal ? AbortSignal.any([late, request.signal]) : late
    const way: Way = { signal, isConnected: false }
    try {
      return await unlessAborted(this.#followed(request, way), signal)
    } catch (error) {
      request.signal?.throwIfAborted()
      throw Object.assign(problemOf(error, late), { mayHaveArrived: way.isConnected })
    }
  }

  async #followed(request: OutsideRequest, way: Way): Promise<OutsideAnswer> {
    let { url, headers, tls } = request
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const place = await this.#guard.admit(url)
      way.signal.throwIfAborted()
      const message = await sent(place, { ...request, headers, tls }, way)
      const next = nextOf(message, place.url, request)
      if (!next) return received(message, place.url, request)
      message.destroy()
      // What was meant for one host, a password perhaps, is not told to another.
      if (next.origin !== place.url.origin) [headers, tls] = [{}, undefined]
      url = next.href
    }
    throw new OutsideProblem('UNREACHABLE', 'It sends from one address to the next without an end.')
  }
}

interface Way {
  signal: AbortSignal
  /** A connection stood at some time. */
  isConnected: boolean
}

function problemOf(error: unknown, late: AbortSignal): OutsideProblem {
  if (late.aborted) return new OutsideProblem('TOO_SLOW', 'It took too long to answer.', { cause: error })
  return error instanceof OutsideProblem ? error : new OutsideProblem('UNREACHABLE', 'It could not be reached.', { cause: error })
}

/** Where it sends on to, if that is followed. */
function nextOf(message: IncomingMessage, from: URL, { method = 'GET', redirects }: OutsideRequest): URL | undefined {
  return redirects !== 'NONE' && (method === 'GET' || method === 'HEAD') ? redirected(message, from) : undefined
}

function redirected({ statusCode, headers }: IncomingMessage, from: URL): URL | undefined {
  if (!REDIRECTS.has(statusCode!) || !headers.location) return undefined
  if (!URL.canParse(headers.location, from)) throw new OutsideProblem('BAD_ADDRESS', 'It sends to what is no web address.')
  return new URL(headers.location, from)
}

/** The beginning of the answer. */
function sent({ url, addresses }: GuardedPlace, { method = 'GET', headers, body, accept, tls }: OutsideRequest, way: Way): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const { request } = url.protocol === 'https:' ? https : http
  const sending = request(url, {
    method, signal: way.signal, lookup: pinned(addresses), ...tls,
    // A connection of its own: one kept open would not pass the guard again.
    agent: false,
    headers: { accept: accept?.join(', ') ?? '*/*', 'user-agent': USER_AGENT, ...headers, 'accept-encoding': ACCEPTED_ENCODINGS, ...lengthOf(body) },
  })
  const unconnected = setTimeout(() => sending.destroy(new OutsideProblem('TOO_SLOW', 'It could not be connected to in time.')), CONNECT_MS)
  sending.on('socket', socket => socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
    way.isConnected = true
    clearTimeout(unconnected)
  }))
  sending.on('response', resolve).on('error', reject).on('close', () => clearTimeout(unconnected))
  sending.end(body)
  return promise
}

/** Node says it by itself for some methods only, and what follows a DELETE would be taken for the next request. */
const lengthOf = (body: OutsideRequest['body']) => (body === undefined ? {} : { 'content-length': Buffer.byteLength(body) })

/** What the guard saw is what is connected to, whatever the name leads to by now. */
function pinned(addresses: readonly string[]): LookupFunction {
  const found = addresses.map(address => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return (_host, options, done) => options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)
}

async function received(message: IncomingMessage, url: URL, { maxBytes, accept }: OutsideRequest): Promise<OutsideAnswer> {
  try {
    const status = message.statusCode!
    const { mediaType, charset } = kindOf(message)
    if (accept && status < 300 && !accept.some(kind => isOfKind(mediaType, kind))) {
      throw new OutsideProblem('WRONG_KIND', mediaType ? `It is ${mediaType.slice(0, 100)}.` : 'It does not say what it is.')
    }
    const headers = Object.fromEntries(Object.entries(message.headersDistinct).map(([name, values]) => [name, values![0]!]))
    return { status, url: url.href, headers, mediaType, ...charset && { charset }, body: await bodyOf(message, maxBytes) }
  } finally {
    message.destroy()
  }
}

function kindOf({ headers }: IncomingMessage): { mediaType: string, charset?: string } {
  const [mediaType, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';').map(part => part.trim())
  const charset = parameters.find(parameter => parameter.startsWith('charset='))?.slice(8).replaceAll('"', '')
  return { mediaType: mediaType!, ...charset && { charset } }
}

const isOfKind = (mediaType: string, kind: string) => kind.endsWith('/*') ? mediaType.startsWith(kind.slice(0, -1)) : mediaType === kind

/** A lookup cannot be called off; whoever waits need not wait for it. */
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const aborted = Promise.withResolvers<never>()
  const cut = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', cut, { once: true })
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', cut))
}
