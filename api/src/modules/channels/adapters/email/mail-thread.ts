import type { MailFacts } from '../update.ts'
import { sameSubject } from './mail-subject.ts'

/** A conversation that an id stands for, and the subject (`sameSubject`) under which it does: one id may stand for several. */
export interface KnownMail {
  conversationId: string
  subject: string
}

/** Looks a token of the facts up: `thread:` with a conversation's id, or a Message-ID. Of the account alone. */
export type MailLookup = (token: string) => readonly KnownMail[]

export interface ThreadDecision {
  /** Where the mail belongs; null where it begins a conversation. */
  conversationId: string | null
  /** Others that turn out to be the same, by a mail that came late: their mails belong here too. */
  joins: readonly string[]
  /** Message-IDs that stand for this conversation under this subject from now on, so that every other mail of the thread finds it. */
  names: readonly string[]
  subject: string
}

const THREAD = 'thread:'
export const threadToken = (conversationId: string): string => THREAD + conversationId
export const conversationOf = (token: string): string | undefined => token.startsWith(THREAD) ? token.slice(THREAD.length) : undefined

/**
 * The conversation of a mail. The signed address decides before In-Reply-To, and that before each of References from the
 * last to the first; the mail's own id counts as well, since an answer may have come before it. Never the subject alone;
 * and an id that stands for another subject does not count, so that a new request on top of an old mail is one. As ids and
 * subject decide together, and nothing else, the order in which mails come does not.
 */
export function threadOf(facts: Pick<MailFacts, 'subject' | 'threadTokens' | 'messageId'>, lookup: MailLookup): ThreadDecision {
  const subject = sameSubject(facts.subject)
  const tokens = [...new Set([...facts.threadTokens, facts.messageId])]
  const found = tokens.map(token => ({ token, mail: lookup(token).find(known => isSameMatter(known.subject, subject)) }))
  const [first, ...others] = found.flatMap(({ mail }) => mail ?? [])
  return {
    conversationId: first?.conversationId ?? null,
    joins: [...new Set(others.map(other => other.conversationId))].filter(id => id !== first!.conversationId),
    names: found.filter(({ token, mail }) => !mail && !token.startsWith(THREAD)).map(({ token }) => token),
    // An answer without a subject goes on under that of its thread.
    subject: subject || first?.subject || '',
  }
}

const isSameMatter = (left: string, right: string) => left === right || left === '' || right === ''
