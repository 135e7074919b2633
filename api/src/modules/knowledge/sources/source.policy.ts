import type { Actor } from '../../../platform/actor.ts'

const has = (actor: Actor, scope: string) => actor.kind === 'API_KEY' && actor.scopes.includes(scope)
const isOneOf = (actor: Actor, ...roles: string[]) => actor.kind === 'MEMBER' && roles.includes(actor.role)

/** Who says what the bot answers from. */
export const mayChangeSources = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM' || has(actor, 'KNOWLEDGE_WRITE')

/** Who has a source read again. */
export const mayHaveRead = (actor: Actor): boolean => mayChangeSources(actor) || isOneOf(actor, 'SUPERVISOR')

/** Who sees the sources and what was read of them. A key that changes them sees what became of it. */
export const mayReadSources = (actor: Actor): boolean =>
  isOneOf(actor, 'ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' ||
  has(actor, 'KNOWLEDGE_READ') || has(actor, 'KNOWLEDGE_WRITE')
