import { randomUUID } from 'node:crypto'
import { sha256, type Sealer } from '../../../platform/crypto.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { isAppToken } from '../apps/app-token.entity.ts'
import { appByTokenHash, touchAppToken } from '../apps/app-token.queries.ts'
import { siteByKey, type Site } from '../account/channel-account.queries.ts'
import { secretContext } from '../account/channel-account.service.ts'
import { isAllowed } from './origin.ts'
import { readSiteIdentity, type SiteIdentity } from './site-identity.ts'
import { visitorActor } from './visitor-actor.ts'
import { holds, secretVersion } from './visitor-pass.ts'
import { AppTokenRefused, IdentityRefused, OriginNotAllowed } from './visitor-session.errors.ts'
import type { VisitorClaims, VisitorTokens } from './visitor-token.ts'

/** What somebody says of herself who comes, wherever. */
interface Coming {
  token?: string | null
  identity?: string | null
  language?: Language | null
}

export type Arrival = Coming & { siteKey: string; origin: string }
export type AppArrival = Coming & { appToken: string }
/** What lets her in, which her token will say. */
type Way = Pick<VisitorClaims, 'origin' | 'appTokenId'>

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
    return this.#admit(unit, { site, arrival, way: { origin: arrival.origin } })
  }

  /** The same for a user of an application. */
  async startInApp(unit: Unit, { appToken, ...arrival }: AppArrival): Promise<VisitorSession | AppTokenRefused | IdentityRefused> {
    const site = isAppToken(appToken) ? await appByTokenHash(unit, sha256(appToken)) : undefined
    if (!site) return new AppTokenRefused()
    await touchAppToken(unit, site)
    return this.#admit(unit, { site, arrival, way: { appTokenId: site.appTokenId } })
  }

  async #admit(unit: ReadUnit, { site, arrival, way }: Admission): Promise<VisitorSession | IdentityRefused> {
    const known = await this.#recognise(arrival, { site, way }, unit.now)
    const vouched = arrival.identity ? await this.#vouched(arrival.identity, site, unit.now) : null
    if (arrival.identity && !vouched) return new IdentityRefused()
    const claims = claimsOf({ site, arrival, way, known, vouched })
    const unnamed = known && !known.verified ? known.externalId : null
    return { ...await this.#tokens.sign(claims, unit.now), claims, site, formerExternalId: vouched ? unnamed : null }
  }

  /**
   * A token is good for the chat it was given for, and no other, and as long as she would be let in with it. Who comes with a
   * good token of an application needs no other to be recognised: when one takes another's place, nobody's thread is lost.
   */
  async #recognise({ token }: Coming, { site, way }: Pick<Admission, 'site' | 'way'>, now: Date): Promise<VisitorClaims | null> {
    const claims = token ? await this.#tokens.read(token, now) : null
    const isFromHere = claims?.channelAccountId === site.channelAccountId && claims.tenantId === site.tenantId
    const isGood = isFromHere && (way.appTokenId ? claims.appTokenId !== undefined : holds(visitorActor(claims), { ...site, appTokens: [] }))
    return isGood ? claims : null
  }

  async #vouched(identity: string, site: Site, now: Date): Promise<SiteIdentity | null> {
    if (!site.identitySecret) return null
    const secret = this.#sealer.open(site.identitySecret, secretContext(site.channelAccountId))
    return readSiteIdentity(identity, secret, site.siteKey, now)
  }
}

interface Admission {
  site: Site
  arrival: Coming
  way: Way
}

interface Known extends Admission {
  known: VisitorClaims | null
  vouched: SiteIdentity | null
}

function claimsOf({ site, arrival, way, known, vouched }: Known): VisitorClaims {
  const { tenantId, channelAccountId, tenantLanguage } = site
  const language = arrival.language ?? known?.language ?? tenantLanguage
  const place = { tenantId, channelAccountId, ...way, language }
  if (vouched) return { ...place, ...vouchedClaims(vouched), secretVersion: secretVersion(site.identitySecret!) }
  // Signing out on the site ends her being known by name: whoever sits there next is somebody else.
  if (known && !known.verified) return { ...place, externalId: known.externalId, verified: false }
  return { ...place, externalId: `visitor:${randomUUID()}`, verified: false }
}

const vouchedClaims = ({ subject, name, email, phone }: SiteIdentity) =>
  ({ externalId: `user:${subject}`, verified: true, name, email, phone })
