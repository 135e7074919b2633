import { hasScope, isOneOf, type Actor } from '../../../platform/actor.ts'

/** Who writes questions and their answers. */
export const mayChangeFaqs = (actor: Actor): boolean =>
  isOneOf(actor, 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM' || hasScope(actor, 'KNOWLEDGE_WRITE')

/** Who brings many of them in a file. */
export const mayImportFaqs = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SYSTEM' || hasScope(actor, 'KNOWLEDGE_WRITE')

/** Who takes all of them away in a file. */
export const mayExportFaqs = (actor: Actor): boolean =>
  isOneOf(actor, 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' || hasScope(actor, 'KNOWLEDGE_READ')

/** Who sees them. A key that changes them sees what became of it. */
export const mayReadFaqs = (actor: Actor): boolean =>
  isOneOf(actor, 'ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER') || actor.kind === 'SUPPORT' || actor.kind === 'SYSTEM' ||
  hasScope(actor, 'KNOWLEDGE_READ') || hasScope(actor, 'KNOWLEDGE_WRITE')

/** Who asks as a customer would. */
export const mayAsk = (actor: Actor): boolean => isOneOf(actor, 'AGENT') || mayReadFaqs(actor)
