import type { MailFacts } from '../update.ts'
import { sameSubject } from './mail-subject.ts'

/** What is known of an id: the conversation it stands for, and the subject under which it got there (`sameSubject` of it). */
export interface KnownMail {
  conversationId: string
  subject: string
}

/** Looks a token of the facts up: `thread:` with a conversation's id, or a Message-ID. Of the account alone. */
export type MailLookup = (token: string) => KnownMail | undefined

export interface ThreadDecision {
  /** Where the mail belongs; null where it begins a conversation. */
  conversationId: string | null
  /** Others that turn out to be the same, by a mail that came late: their mails belong here too. */
  joins: readonly string[]
  /** What is to be remembered of this mail, so that every other of its thread finds it: Message-IDs, and the subject. */
  names: readonly string[]
  subject: string
}

const THREAD = 'thread:'
export const threadToken = (conversationId: string): string => THREAD + conversationId

/**
 * The conversation of a mail. The signed address decides before In-Reply-To, and that before each of References from the
 * last to the first; the mail's own id counts as well, since an answer may have come before it. Never the subject alone;
 * and an id that stands for another subject does not count.
 */
export function threadOf(facts: Pick<MailFacts, 'subject' | 'threadTokens' | 'messageId' | 'references'>, lookup: MailLookup): ThreadDecision {
  const subject = sameSubject(facts.subject)
  const tokens = new Set([...facts.threadTokens, facts.messageId])
  const known = [...tokens].map(token => ({ token, mail: lookup(token) }))
  const same = known.flatMap(({ mail }) => mail && isSameMatter(mail.subject, subject) ? [mail] : [])
  const [conversationId = null, ...joins] = new Set(same.map(mail => mail.conversationId))
  const answered = known.some(({ mail }) => mail) && same.length === 0
  return {
    conversationId, joins,
    names: answered ? [facts.messageId] : namesOf(facts, known, subject),
    // An answer without a subject goes on under that of its thread.
    subject: subject || same[0]?.subject || '',
  }
}

/** What is not known yet, or was only known from a mail on another matter, stands for this conversation from now on. */
function namesOf({ messageId }: Pick<MailFacts, 'messageId'>, known: { token: string; mail: KnownMail | undefined }[], subject: string): string[] {
  const free = known.filter(({ token, mail }) => !token.startsWith(THREAD) && !mail).map(({ token }) => token)
  const own = known.find(({ token }) => token === messageId)?.mail
  return own && !isSameMatter(own.subject, subject) ? [...free, messageId] : free
}

const isSameMatter = (left: string, right: string) => left === right || left === '' || right === ''
