import { hasScope, isOneOf, type Actor } from '../../../platform/actor.ts'

/** Single sessions name conversations, so they are for those who answer for the tenant. */
export const mayReadMetered = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || hasScope(actor, 'REPORTS_READ')

export const mayReadUsage = (actor: Actor): boolean => mayReadMetered(actor) || isOneOf(actor, 'ANALYST')
