import { isOneOf, type Actor } from '../../platform/actor.ts'

/** What is sold, and for how much. */
export const mayReadCatalogue = (actor: Actor): boolean =>
  ['OPERATOR', 'RESELLER', 'SUPPORT', 'SYSTEM'].includes(actor.kind) || isOneOf(actor, 'OWNER', 'ADMIN')

export const mayRunCatalogue = (actor: Actor): boolean => actor.kind === 'OPERATOR'

/** What a reseller is left of BotPro's prices is between the two. */
export const maySeeDiscounts = (actor: Actor): boolean => actor.kind === 'OPERATOR' || actor.kind === 'RESELLER'

/** Whose prices somebody may set: an operator anybody's, a reseller her own. Undefined: nobody's. */
export function listToSet(actor: Actor, named?: string | null): { resellerId: string | null } | undefined {
  if (actor.kind === 'OPERATOR') return { resellerId: named ?? null }
  if (actor.kind === 'RESELLER' && (!named || named === actor.resellerId)) return { resellerId: actor.resellerId }
}

/** What a tenant has: those who answer for it, and those who sell to it. */
export const mayReadSubscription = mayReadCatalogue
export const mayChangeSubscription = (actor: Actor): boolean => actor.kind === 'OPERATOR' || actor.kind === 'RESELLER' || actor.kind === 'SYSTEM'
export const mayOverride = (actor: Actor): boolean => actor.kind === 'OPERATOR'
