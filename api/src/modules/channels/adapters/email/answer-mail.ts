import type { Line } from '../adapter.ts'
import type { OutgoingMail } from '../outgoing.ts'
import { ownAddress } from './mail-settings.ts'
import { bareMessageId } from './message-id.ts'
import { makeToken, plusAddress } from './plus-address.ts'

/** The thread that a message of ours belongs to, as far as it is known. */
export interface AnsweredThread {
  conversationId: string
  subject: string
  /** The last mail that came; null where we write first. */
  last: { subject: string; messageId: string; references: readonly string[]; answersTo?: string | null } | null
}

export interface OwnMessage {
  /** Of the message: its Message-ID is made of it, so that it is the same however often it is sent. */
  reference: string
  isAutomatic: boolean
}

/** The headers of a message of ours: under the subject of the mail that it answers, whatever else the person has asked since. */
export function answerMail({ conversationId, subject, last }: AnsweredThread, { reference, isAutomatic }: OwnMessage, { settings, signingKey }: Pick<Line, 'settings' | 'signingKey'>): OutgoingMail {
  const own = ownAddress(settings)
  const replyTo = signingKey && plusAddress(own, makeToken(signingKey, { kind: 'CONVERSATION', id: conversationId }))
  const asked = oneLine(last?.subject || subject || settings['displayName'] || own)
  return {
    subject: last && !/^re\s*:/i.test(asked) ? `Re: ${asked}` : asked,
    messageId: `${reference}@${own.slice(own.lastIndexOf('@') + 1)}`,
    inReplyTo: last && isId(last.messageId) ? last.messageId : null,
    references: [...last?.references ?? [], ...last ? [last.messageId] : []].map(bareMessageId).filter(isId),
    replyTo: replyTo ?? own,
    // What no person wrote goes to nobody but the sender, or strangers could have us write to whom they like.
    answersTo: isAutomatic ? null : last?.answersTo ?? null,
    isAutomatic,
  }
}

/** What came from outside is made good before it becomes a header of ours. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim().slice(0, 500)
const isId = (id: string) => /^[^\s<>@]+@[^\s<>@]+$/.test(id)
