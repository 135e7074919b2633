import { jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import type { Language } from '../../../platform/language.ts'

/** What a visitor token says. It is signed, not sealed: nothing in it is secret from the visitor. */
export interface VisitorClaims {
  tenantId: string
  channelAccountId: string
  externalId: string
  /** The page's origin that the token was given for, or the application's token. */
  origin?: string
  appTokenId?: string
  language: Language
  verified: boolean
  /** Which secret of the site vouched for her; without it the token of a verified visitor is worth nothing. */
  secretVersion?: string
  /** When the token ends, in seconds; known of one that was read. */
  exp?: number
  name?: string
  email?: string
  phone?: string
}

const AUDIENCE = 'botpro:visitor'
/** Nobody vouches for an unnamed visitor, so nobody can take it back: she is recognised for long. */
const UNNAMED_DAYS = 90
/** Whom her site vouched for, it has to vouch for again every day. */
const VERIFIED_DAYS = 1
const DAY = 86_400_000

/** Signs and reads visitor tokens with a key of this purpose alone. */
export class VisitorTokens {
  readonly #key: Uint8Array
  // A visitor sends the same token with every message.
  readonly #read = new LRUCache<string, { claims: VisitorClaims; expiresAt: number }>({ max: 20_000 })

  constructor(key: Uint8Array) {
    this.#key = key
  }

  async sign(claims: VisitorClaims, now: Date): Promise<{ token: string; expiresAt: Date }> {
    const expiresAt = new Date(now.getTime() + (claims.verified ? VERIFIED_DAYS : UNNAMED_DAYS) * DAY)
    const token = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(this.#key)
    return { token, expiresAt }
  }

  /** Null for a token that is forged, too old or of another purpose. */
  async read(token: string, now: Date): Promise<VisitorClaims | null> {
    const known = this.#read.get(token)
    if (known) return known.expiresAt > now.getTime() ? known.claims : null
    try {
      const { payload } = await jwtVerify<VisitorClaims>(token, this.#key, {
        algorithms: ['HS256'], audience: AUDIENCE, currentDate: now,
      })
      this.#read.set(token, { claims: payload, expiresAt: payload.exp! * 1000 })
      return payload
    } catch {
      return null
    }
  }
}
