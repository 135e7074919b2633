import { hasScope, isOneOf, type Actor } from '../../platform/actor.ts'

const isAnswering = (actor: Actor) => isOneOf(actor, 'AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER')

export const mayReadPayments = (actor: Actor): boolean =>
  isAnswering(actor) || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || hasScope(actor, 'CONVERSATIONS_READ')

/** Bots ask for them in the unit of what a visitor wrote. */
export const mayRequestPayments = (actor: Actor): boolean => isAnswering(actor) || actor.kind === 'SYSTEM' || actor.kind === 'VISITOR'

export const mayCancelPayments = (actor: Actor): boolean => isAnswering(actor) || actor.kind === 'SYSTEM'

export const mayConfigurePayments = (actor: Actor): boolean => isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'

export const mayReadPaymentSettings = (actor: Actor): boolean => mayConfigurePayments(actor) || actor.kind === 'SUPPORT'
