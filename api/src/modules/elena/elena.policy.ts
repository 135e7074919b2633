import type { Actor } from '../../platform/actor.ts'

const has = (actor: Actor, scope: string) => actor.kind === 'API_KEY' && actor.scopes.includes(scope)
const isOneOf = (actor: Actor, ...roles: string[]) => actor.kind === 'MEMBER' && roles.includes(actor.role)

/** Who changes what ELENA learns from, trains and publishes. */
export const mayTeach = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM' || has(actor, 'ELENA_WRITE')

/** Who sees what ELENA learns from and how well it went. A key that teaches sees what became of it. */
export const mayReadElena = (actor: Actor): boolean =>
  isOneOf(actor, 'ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' ||
  has(actor, 'ELENA_READ') || has(actor, 'ELENA_WRITE')

/** Who takes all of it away in a file. */
export const mayExport = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || has(actor, 'ELENA_READ')

/** Who reads what customers wrote and the bot did not understand. */
export const mayReadMisunderstood = (actor: Actor): boolean =>
  isOneOf(actor, 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || has(actor, 'ELENA_READ')

/** Who says that the bot took a customer wrongly. */
export const mayReport = (actor: Actor): boolean => isOneOf(actor, 'AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'

/** Who says what they meant. */
export const mayReview = (actor: Actor): boolean => isOneOf(actor, 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM'

/** The member who acts, if it is one. */
export const memberIdOf = (actor: Actor): string | null => (actor.kind === 'MEMBER' ? actor.memberId : null)
