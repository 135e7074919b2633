import type { ParsedMail } from 'mailparser'
import { firstHeader } from './parsed-mail.ts'

const MACHINES = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|owner-.*|.*-(?:request|owner|bounces))$/i
const LISTS = ['list-id', 'list-unsubscribe', 'list-post', 'x-autoreply', 'x-autorespond', 'x-auto-reply', 'feedback-id']

/**
 * Whether a machine wrote it, so that no answer may follow that a machine writes (RFC 3834, section 2, and what mail
 * servers add to it). Two machines would else answer each other for ever.
 */
export function isAutomatic(mail: ParsedMail, from: string, own: string): boolean {
  const submitted = firstHeader(mail, 'auto-submitted')?.toLowerCase()
  if (submitted && !/^no\b/.test(submitted)) return true
  if (firstHeader(mail, 'return-path')?.replace(/\s/g, '') === '<>') return true
  if (/^(?:bulk|junk|list|auto[-_]reply)\b/i.test(firstHeader(mail, 'precedence') ?? '')) return true
  if (/^(?!none\b)./i.test(firstHeader(mail, 'x-auto-response-suppress') ?? '')) return true
  if (/^multipart\/report\b/i.test(firstHeader(mail, 'content-type') ?? '')) return true
  return LISTS.some(name => firstHeader(mail, name) !== undefined) || isMachine(from) || isOwn(from, own)
}

const isMachine = (address: string) => MACHINES.test(address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, ''))

/** With or without a token after the plus. */
export function isOwn(address: string, own: string): boolean {
  const bare = (text: string) => text.trim().toLowerCase().replace(/\+[^@]*@/, '@')
  return bare(address) === bare(own)
}

/** What the core knows of the answers that a sender got by itself. */
export interface AutomaticAnswers {
  isAutomatic: boolean
  /** When the last answer that no person wrote went to this sender; null where none did. */
  lastAt: Date | null
  now: Date
  /** Days in which one is enough; 7 are usual. */
  everyDays: number
}

/** At most one answer by itself to a sender in a period, and none to a machine (RFC 3834, section 2). */
export const mayAnswerAutomatically = ({ isAutomatic, lastAt, now, everyDays }: AutomaticAnswers): boolean =>
  !isAutomatic && (lastAt === null || now.getTime() - lastAt.getTime() >= everyDays * 86_400_000)
