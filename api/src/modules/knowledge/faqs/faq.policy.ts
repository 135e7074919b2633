import type { Actor } from '../../../platform/actor.ts'

const has = (actor: Actor, scope: string) => actor.kind === 'API_KEY' && actor.scopes.includes(scope)
const isOneOf = (actor: Actor, ...roles: string[]) => actor.kind === 'MEMBER' && roles.includes(actor.role)

/** Who writes questions and their answers. */
export const mayChangeFaqs = (actor: Actor): boolean =>
  isOneOf(actor, 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM' || has(actor, 'KNOWLEDGE_WRITE')

/** Who brings many of them in a file. */
export const mayImportFaqs = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM' || has(actor, 'KNOWLEDGE_WRITE')

/** Who takes all of them away in a file. */
export const mayExportFaqs = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || has(actor, 'KNOWLEDGE_READ')

/** Who sees them. A key that changes them sees what became of it. */
export const mayReadFaqs = (actor: Actor): boolean =>
  isOneOf(actor, 'ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' ||
  has(actor, 'KNOWLEDGE_READ') || has(actor, 'KNOWLEDGE_WRITE')

/** Who asks as a customer would. */
export const mayAsk = (actor: Actor): boolean => isOneOf(actor, 'AGENT') || mayReadFaqs(actor)

/** The member who acts, if it is one. */
export const memberIdOf = (actor: Actor): string | null => (actor.kind === 'MEMBER' ? actor.memberId : null)
