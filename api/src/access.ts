import type { FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'
import type { Actor } from './platform/actor.ts'
import { isSame } from './platform/crypto.ts'
import { networkOf } from './platform/http/address.ts'
import type { Identify } from './platform/http/identify.ts'
import { RateLimits, type Allowance } from './platform/http/rate-limit.ts'
import { languageOf } from './platform/language.ts'
import type { VisitorAuthenticator } from './modules/channels/index.ts'
import type { Redis } from 'ioredis'

/** Asking takes a point, and an operation one more for each full hundred of its cost. */
const ALLOWANCES = {
  address: { points: 1200, seconds: 60 },
  visitor: { points: 240, seconds: 60 },
  /** All visitors behind one address: a new token is no new allowance. */
  crowd: { points: 4800, seconds: 60 },
  /** All users whom one token of an application let in. */
  app: { points: 24_000, seconds: 60 },
  /** Megabytes of files of all visitors behind one address: what is kept is not given back by the minute. */
  crowdFiles: { points: 1000, seconds: 3600 },
  member: { points: 1800, seconds: 60 },
  key: { points: 1200, seconds: 60 },
} satisfies Record<string, Allowance>

type Kind = keyof typeof ALLOWANCES

/** Who sends a plain HTTP request, and what it may take: for the routes beside the contract. */
export interface Callers {
  identify: Identify
  charge(actor: Actor, request: FastifyRequest): Promise<void>
  /** For pages that anybody may ask for: takes the request from what its address may take. */
  chargeAddress(request: FastifyRequest): Promise<void>
}

/** What each kind of caller may take, times a factor. */
export const rateLimits = (factor: number, redis?: Redis) => new RateLimits<Kind>({
  redis,
  allowances: Object.fromEntries(Object.entries(ALLOWANCES)
    .map(([kind, { points, seconds }]) => [kind, { points: Math.ceil(points * factor), seconds }])) as Record<Kind, Allowance>,
})

/** The same for everything that one person, visitor or key does, however many sockets and browsers she has. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'API_KEY': return `key ${actor.keyId}`
    case 'VISITOR': return `${actor.verified ? 'verified' : 'unnamed'} visitor ${actor.channelAccountId} ${actor.externalId}`
    case 'ANONYMOUS':
    case 'SYSTEM': return `${actor.kind} ${networkOf(actor.address ?? '')}`
    default: return `session ${actor.sessionId}`
  }
}

/** Whose sockets stand and fall together: a visitor's with what she was let in on. */
export function standingKey(actor: Actor): string {
  if (actor.kind !== 'VISITOR') return actorKey(actor)
  const { origin, appTokenId, secretVersion, expiresAt } = actor.pass
  return `${actorKey(actor)} ${appTokenId ?? origin} ${secretVersion} ${expiresAt}`
}

/** Who may share the execution of an event: the same tenant's people see the same of it, keys what their scopes show, a visitor only her own. */
export function visibilityOf(actor: Actor): string | undefined {
  switch (actor.kind) {
    case 'MEMBER':
    case 'SUPPORT': return `staff ${actor.tenantId}`
    case 'API_KEY': return `key ${actor.tenantId} ${actor.scopes.toSorted().join(' ')}`
    case 'VISITOR': return actorKey(actor)
    default: return undefined
  }
}

const KINDS: Partial<Record<Actor['kind'], Kind>> = { ANONYMOUS: 'address', VISITOR: 'visitor', API_KEY: 'key' }

/** Takes from the caller's allowance; throws `RateLimited` when it is used up. */
export async function charge(limits: RateLimits<Kind>, actor: Actor, points = 1): Promise<void> {
  await limits.take(KINDS[actor.kind] ?? 'member', 'userId' in actor ? `user ${actor.userId}` : actorKey(actor), points)
  if (actor.kind !== 'VISITOR') return
  await limits.take('crowd', networkOf(actor.address ?? ''), points)
  if (actor.pass.appTokenId) await limits.take('app', actor.pass.appTokenId, points)
}

/** What an operation costs beyond the point for asking. */
export async function chargeCost(limits: RateLimits<Kind>, actor: Actor, cost: number): Promise<void> {
  const points = Math.floor(cost / 100)
  if (points) await charge(limits, actor, points)
}

/** A file is checked byte by byte, and kept. */
const UPLOAD_POINTS = 11
const LARGEST_MEGABYTES = 10

/** What a file costs whose request says how long it is; one that does not say costs as the largest. */
export async function chargeUpload(limits: RateLimits<Kind>, actor: Actor, length?: string): Promise<void> {
  await charge(limits, actor, UPLOAD_POINTS)
  const megabytes = Math.min(Math.ceil(Number(length) / 1024 ** 2) || LARGEST_MEGABYTES, LARGEST_MEGABYTES)
  if (actor.kind === 'VISITOR') await limits.take('crowdFiles', networkOf(actor.address ?? ''), megabytes)
}

interface VisitorArrival {
  token: string | undefined
  address: string
  language?: string
  now: Date
}

/** A visitor by her token; without one, or with one that is no good, nobody. */
export async function visitorBy(visitors: VisitorAuthenticator, { token, address, language, now }: VisitorArrival): Promise<Actor> {
  const visitor = token ? await visitors.authenticate(token, now) : null
  return visitor ? { ...visitor, address } : { kind: 'ANONYMOUS', locale: languageOf(language), address }
}

export const bearerOf = (request: FastifyRequest | IncomingMessage): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]

/** With a token for whoever knows it; without one for this machine alone, and for nobody whom a proxy brings. */
export function mayReadMetrics(token: string | undefined, { headers, ip }: { headers: Record<string, unknown>; ip: string }) {
  if (token) return isSame(String(headers['authorization']), `Bearer ${token}`)
  const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers
  return !isForwarded && (ip === '127.0.0.1' || ip === '::1')
}
