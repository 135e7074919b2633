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

/** What a mail says and what would be answered by itself, and both as they were within the period; in words. */
export interface AutomaticAnswer {
  asked: string
  answer: readonly string[]
  askedBefore: readonly string[]
  answeredBefore: readonly string[]
  most: number
}

/**
 * Whether to a sender whom no header shows to be a machine another answer may go that no person wrote (RFC 3834, section 2).
 * Who asks the bot several things in a thread is no loop; two machines are one, and repeat themselves. So what counts is
 * what is said: the same words are answered once in a period, and the same answer given once, and few in all. After that a
 * person has to look.
 */
export const mayAnswerAutomatically = ({ asked, answer, askedBefore, answeredBefore, most }: AutomaticAnswer): boolean =>
  answeredBefore.length < most && !askedBefore.includes(asked) && !answer.some(words => answeredBefore.includes(words))
