import type { Actor } from '../../../platform/actor.ts'
import type { VisitorClaims } from './visitor-token.ts'

export type Visitor = Extract<Actor, { kind: 'VISITOR' }>

/** Who somebody is that a token speaks of. */
export function visitorActor(claims: VisitorClaims): Visitor {
  const { tenantId, channelAccountId, externalId, verified, language, name, email, phone } = claims
  const { origin, appTokenId, secretVersion, exp } = claims
  return {
    kind: 'VISITOR', tenantId, channelAccountId, externalId, verified, language, claims: { name, email, phone },
    pass: { origin, appTokenId, secretVersion, expiresAt: exp && exp * 1000 },
  }
}
