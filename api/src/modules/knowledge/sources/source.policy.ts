import { hasScope, isOneOf, type Actor } from '../../../platform/actor.ts'

/** Who says what the bot answers from. */
export const mayChangeSources = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM' || hasScope(actor, 'KNOWLEDGE_WRITE')

/** Who has a source read again. */
export const mayHaveRead = (actor: Actor): boolean => mayChangeSources(actor) || isOneOf(actor, 'SUPERVISOR')

/** Who sees the sources and what was read of them. A key that changes them sees what became of it. */
export const mayReadSources = (actor: Actor): boolean =>
  isOneOf(actor, 'ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' ||
  hasScope(actor, 'KNOWLEDGE_READ') || hasScope(actor, 'KNOWLEDGE_WRITE')
