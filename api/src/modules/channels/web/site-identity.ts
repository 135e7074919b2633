import { jwtVerify } from 'jose'

/** Who the tenant's site says its customer is. */
export interface SiteIdentity {
  subject: string
  name?: string
  email?: string
  phone?: string
}

const MAX_AGE_SECONDS = 3600
const text = (value: unknown, limit: number) =>
  typeof value === 'string' && value.trim() && value.length <= limit ? value.trim() : undefined

/**
 * Reads the JWT that the tenant's site signed (HS256, `aud` = site key, `sub`, `exp` within an hour). Null when it is
 * forged, too old, good for too long, or meant for another site.
 */
export async function readSiteIdentity(
  jwt: string, secret: string, siteKey: string, now: Date,
): Promise<SiteIdentity | null> {
  try {
    const { payload } = await jwtVerify(jwt, new TextEncoder().encode(secret), {
      algorithms: ['HS256'], audience: siteKey, requiredClaims: ['sub', 'exp'], currentDate: now, clockTolerance: 60,
    })
    const subject = text(payload.sub, 200)
    if (!subject || payload.exp! > now.getTime() / 1000 + MAX_AGE_SECONDS + 60) return null
    return { subject, name: text(payload.name, 120), email: text(payload.email, 254), phone: text(payload.phone, 24) }
  } catch {
    return null
  }
}
