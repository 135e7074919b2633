import { CannotSend, type Line } from '../adapter.ts'
import type { OutgoingMail, OutgoingMessage, OutgoingPart } from '../outgoing.ts'
import { messageOfReference } from '../reference.ts'
import { htmlBody, plainBody } from './mail-body.ts'
import { limit } from './mail-limits.ts'
import { isAddress, ownAddress } from './mail-settings.ts'
import { bareMessageId } from './message-id.ts'
import { makeToken, plusAddress } from './plus-address.ts'

/** A mail before it is written: what the outbox keeps. */
export interface MailRequest {
  /** Whom bounces go to; empty for answers of machines, which no bounce may answer. */
  returnPath: string
  from: { name: string; address: string }
  to: string
  replyTo: string
  subject: string
  messageId: string
  inReplyTo: string | null
  references: readonly string[]
  text: string
  html: string
  date: string
  isAutomatic: boolean
}

export function composeMail(message: OutgoingMessage, line: Line): OutgoingPart[] {
  const { mail, files } = message
  if (!mail) throw new CannotSend('CONTENT', 'A mail needs a subject and an id.')
  if (files.reduce((sum, { size }) => sum + size, 0) > limit(line.profile, 'filesBytes')) throw new CannotSend('TOO_LARGE', 'The files are too large for a mail.')
  const text = plainBody(message)
  if (text === '' && files.length === 0) throw new CannotSend('CONTENT', 'Nothing of the message can go by mail.')
  const request = requestOf(message, mail, line)
  return [{ request: { ...request, text, html: htmlBody(message) }, fileIds: files.map(({ id }) => id) }]
}

function requestOf({ to, reference }: OutgoingMessage, mail: OutgoingMail, line: Line): Omit<MailRequest, 'text' | 'html'> {
  const own = ownAddress(line.settings)
  const request = {
    returnPath: mail.isAutomatic ? '' : returnPath(reference, line),
    from: { name: line.settings['displayName'] ?? '', address: own },
    to: mail.answersTo ?? to.email ?? to.externalId, replyTo: mail.replyTo, subject: mail.subject,
    messageId: bareMessageId(mail.messageId), inReplyTo: mail.inReplyTo && bareMessageId(mail.inReplyTo),
    references: cut(mail.references.map(bareMessageId), limit(line.profile, 'references')),
    date: line.now.toISOString(), isAutomatic: mail.isAutomatic,
  }
  refuseInjection(request)
  return request
}

function returnPath(reference: string, { settings, signingKey }: Line): string {
  const own = ownAddress(settings)
  if (settings['returnAddress'] !== 'SIGNED' || !signingKey) return own
  return plusAddress(own, makeToken(signingKey, { kind: 'MESSAGE', id: messageOfReference(reference) })) ?? own
}

/** The first, which began the thread, and the last ones: what other programs find it by. */
const cut = (ids: readonly string[], most: number) => ids.length <= most ? ids : [ids[0]!, ...ids.slice(1 - most)]

/** A line break in what becomes a header would be a header of somebody else's. */
function refuseInjection({ from, to, replyTo, subject, messageId, inReplyTo, references }: Omit<MailRequest, 'text' | 'html'>) {
  const headers = [from.name, from.address, to, replyTo, subject, messageId, inReplyTo ?? '', ...references]
  if (headers.some(text => /[\r\n\0\u0085\u2028\u2029]/.test(text))) throw new CannotSend('CONTENT', 'A header of a mail has no line breaks.')
  if (![from.address, to, replyTo].every(isAddress)) throw new CannotSend('CONTENT', 'This is no address for mail.')
  if (![messageId, ...references, ...inReplyTo ? [inReplyTo] : []].every(id => /^[^\s<>]+@[^\s<>]+$/.test(id))) throw new CannotSend('CONTENT', 'This is no id of a mail.')
}
