import { hasScope, isOneOf, type Actor } from '../../platform/actor.ts'

/** Who changes what ELENA learns from, trains and publishes. */
export const mayTeach = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM' || hasScope(actor, 'ELENA_WRITE')

/** Who sees what ELENA learns from and how well it went. A key that teaches sees what became of it. */
export const mayReadElena = (actor: Actor): boolean =>
  isOneOf(actor, 'ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' ||
  hasScope(actor, 'ELENA_READ') || hasScope(actor, 'ELENA_WRITE')

/** Who takes all of it away in a file. */
export const mayExport = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || hasScope(actor, 'ELENA_READ')

/** Who reads what customers wrote and the bot did not understand. */
export const mayReadMisunderstood = (actor: Actor): boolean =>
  isOneOf(actor, 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || hasScope(actor, 'ELENA_READ')

/** Who says that the bot took a customer wrongly. */
export const mayReport = (actor: Actor): boolean => isOneOf(actor, 'AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'

/** Who says what they meant. */
export const mayReview = (actor: Actor): boolean => isOneOf(actor, 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'
