import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import { endOf } from '../metering/session.ts'
import type { Message } from '../messages/message.ts'
import { appendMessages, type NewMessage, type ThreadPlace } from '../messages/message-store.ts'

/** Why nobody answers is the company's affair. */
const TEXT: Record<Language, string> = {
  ES: 'En este momento no podemos responderle por este medio. Guardamos su mensaje y le responderemos en cuanto sea posible.',
  EN: 'We cannot answer you here at the moment. We have kept your message and will answer you as soon as possible.',
}

const TOLD = `
  select from message where tenant_id = $1 and identity_id = $2 and notice = 'NOT_ANSWERED_NOW' and coalesce(told_at, sent_at) >= $3 limit 1`

/**
 * What is due to whoever has just written while nobody may answer: one sentence in each session of hers. Her message must be stored, so
 * that her session is known, and her thread locked. The sentence answers, and so neither opens a session nor is said when hers is over.
 */
export async function heldNotice(unit: Unit, place: ThreadPlace, language: Language): Promise<NewMessage | null> {
  const { sessionOpenedAt: opened, identityId } = place
  if (!opened || endOf(opened) <= unit.now) return null
  if ((await unit.sql('held-notice-told', TOLD, [unit.tenantId, identityId, opened])).length > 0) return null
  // A channel whose clock runs ahead of ours must not make it a sentence of the session before.
  const toldAt = opened > unit.now ? opened : null
  return { author: 'BOT', text: TEXT[language], status: 'SENT', notice: 'NOT_ANSWERED_NOW', toldAt }
}

export async function tellNobodyAnswers(unit: Unit, place: ThreadPlace, language: Language): Promise<Message[]> {
  const notice = await heldNotice(unit, place, language)
  return notice ? appendMessages(unit, place, [notice]) : []
}
