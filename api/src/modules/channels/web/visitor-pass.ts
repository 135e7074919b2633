import { sha256 } from '../../../platform/crypto.ts'
import { isAllowed } from './origin.ts'

/** What a visitor was let in on. It holds as long as the channel still says the same. */
export interface VisitorPass {
  /** The page's origin that the token was given for; none for those who came in an application. */
  origin?: string
  /** The application's token that let her in. */
  appTokenId?: string
  /** Which secret of the site vouched for her; none for those whom nobody vouched for. */
  secretVersion?: string
  /** In milliseconds; known of one who came with a token. */
  expiresAt?: number
}

/** The present rules of a channel: who may carry it, and with what its site signs. */
export interface ChannelRules {
  allowedOrigins: string[]
  identitySecret: string | null
  /** The ids of those that still let people in. */
  appTokens: string[]
}

/**
 * Names a secret without telling anything of it: made from its sealed form, which is different each time that it is
 * sealed.
 */
export const secretVersion = (sealed: string): string => sha256(sealed).toString('base64url').slice(0, 16)

export interface PassHolder {
  verified: boolean
  pass: VisitorPass
}

/** Whether what a visitor was let in on still lets her in. A channel that is gone has no rules. */
export function holds({ verified, pass }: PassHolder, rules: ChannelRules | undefined): boolean {
  if (!rules || !isStillOpen(pass, rules)) return false
  return !verified || (rules.identitySecret !== null && pass.secretVersion === secretVersion(rules.identitySecret))
}

function isStillOpen({ origin, appTokenId }: VisitorPass, { allowedOrigins, appTokens }: ChannelRules): boolean {
  return appTokenId ? appTokens.includes(appTokenId) : origin !== undefined && isAllowed(origin, allowedOrigins)
}
