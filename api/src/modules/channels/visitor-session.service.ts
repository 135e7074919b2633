import { randomUUID } from 'node:crypto'
import type { Sealer } from '../../platform/crypto.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { siteByKey, type Site } from './channel-account.queries.ts'
import { secretContext } from './channel-account.service.ts'
import { isAllowed } from './origin.ts'
import { readSiteIdentity, type SiteIdentity } from './site-identity.ts'
import { visitorActor } from './visitor-actor.ts'
import { holds, secretVersion } from './visitor-pass.ts'
import { IdentityRefused, OriginNotAllowed } from './visitor-session.errors.ts'
import type { VisitorClaims, VisitorTokens } from './visitor-token.ts'

export interface Arrival {
  siteKey: string
  origin: string
  token?: string | null
  identity?: string | null
  language?: Language | null
}

export interface VisitorSession {
  token: string
  expiresAt: Date
  claims: VisitorClaims
  site: Site
  /** What she was called before the site vouched for her: her thread is to be kept. */
  formerExternalId: string | null
}

/** Lets visitors in: says who they are by their token, and by what the tenant's site signed. */
export class VisitorSessionService {
  readonly #tokens: VisitorTokens
  readonly #sealer: Sealer

  constructor({ tokens, sealer }: { tokens: VisitorTokens; sealer: Sealer }) {
    this.#tokens = tokens
    this.#sealer = sealer
  }

  /** In a platform unit: a visitor is in no tenant before this. */
  async start(unit: ReadUnit, arrival: Arrival): Promise<VisitorSession | OriginNotAllowed | IdentityRefused> {
    const site = await siteByKey(unit, arrival.siteKey)
    if (!site) throw new NotFound('The chat')
    if (!isAllowed(arrival.origin, site.allowedOrigins)) return new OriginNotAllowed()
    const known = await this.#recognise(arrival, site, unit.now)
    const vouched = arrival.identity ? await this.#vouched(arrival as { identity: string; siteKey: string }, site, unit.now) : null
    if (arrival.identity && !vouched) return new IdentityRefused()
    const claims = claimsOf({ site, arrival, known, vouched })
    const unnamed = known && !known.verified ? known.externalId : null
    return { ...await this.#tokens.sign(claims, unit.now), claims, site, formerExternalId: vouched ? unnamed : null }
  }

  /** A token is good for the chat it was given for, and no other, and as long as she would be let in with it. */
  async #recognise({ token }: Arrival, site: Site, now: Date): Promise<VisitorClaims | null> {
    const claims = token ? await this.#tokens.read(token, now) : null
    const isFromHere = claims?.channelAccountId === site.channelAccountId && claims.tenantId === site.tenantId
    return isFromHere && holds(visitorActor(claims), site) ? claims : null
  }

  async #vouched({ identity, siteKey }: { identity: string; siteKey: string }, site: Site, now: Date): Promise<SiteIdentity | null> {
    if (!site.identitySecret) return null
    const secret = this.#sealer.open(site.identitySecret, secretContext(site.channelAccountId))
    return readSiteIdentity(identity, secret, siteKey, now)
  }
}

interface Known {
  site: Site
  arrival: Arrival
  known: VisitorClaims | null
  vouched: SiteIdentity | null
}

function claimsOf({ site, arrival, known, vouched }: Known): VisitorClaims {
  const { tenantId, channelAccountId, tenantLanguage } = site
  const language = arrival.language ?? known?.language ?? tenantLanguage
  const place = { tenantId, channelAccountId, origin: arrival.origin, language }
  if (vouched) return { ...place, ...vouchedClaims(vouched), secretVersion: secretVersion(site.identitySecret!) }
  // Signing out on the site ends her being known by name: whoever sits there next is somebody else.
  if (known && !known.verified) return { ...place, externalId: known.externalId, verified: false }
  return { ...place, externalId: `visitor:${randomUUID()}`, verified: false }
}

const vouchedClaims = ({ subject, name, email, phone }: SiteIdentity) =>
  ({ externalId: `user:${subject}`, verified: true, name, email, phone })
