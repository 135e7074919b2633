import { jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import type { Language } from '../../platform/language.ts'

/** What a visitor token says. It is signed, not sealed: nothing in it is secret from the visitor. */
export interface VisitorClaims {
  tenantId: string
  channelAccountId: string
  externalId: string
  /** The page's origin that the token was given for. */
  origin: string
  language: Language
  verified: boolean
  name?: string
  email?: string
  phone?: string
}

const AUDIENCE = 'botpro:visitor'
const LIFETIME_DAYS = 90

/** Signs and reads visitor tokens with a key of this purpose alone. */
export class VisitorTokens {
  readonly #key: Uint8Array
  // A visitor sends the same token with every message.
  readonly #read = new LRUCache<string, { claims: VisitorClaims; expiresAt: number }>({ max: 20_000 })

  constructor(key: Uint8Array) {
    this.#key = key
  }

  async sign(claims: VisitorClaims, now: Date): Promise<{ token: string; expiresAt: Date }> {
    const expiresAt = new Date(now.getTime() + LIFETIME_DAYS * 86_400_000)
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
