import { hasScope, isOneOf, type Actor } from '../../platform/actor.ts'

const isAnswering = (actor: Actor) => isOneOf(actor, 'AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER')

export const mayReadRequests = (actor: Actor): boolean =>
  isAnswering(actor) || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || hasScope(actor, 'CONVERSATIONS_READ')

/** Bots open them, and whatever acts by itself. */
export const mayOpenRequests = (actor: Actor): boolean => isAnswering(actor) || actor.kind === 'SYSTEM' || actor.kind === 'VISITOR'

/** A key brings them forward for the system that they are worked on in. */
export const mayWorkOnRequests = (actor: Actor): boolean =>
  isAnswering(actor) || actor.kind === 'SYSTEM' || hasScope(actor, 'CONVERSATIONS_WRITE')

export const mayAssignRequests = isAnswering

export const mayReadRequestTypes = (actor: Actor): boolean => isAnswering(actor) || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM'

export const mayConfigureRequests = (actor: Actor): boolean => isOneOf(actor, 'ADMIN', 'OWNER')
