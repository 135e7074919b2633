import MailComposer from 'nodemailer/lib/mail-composer'
import type { Line } from '../adapter.ts'
import type { OutgoingFile, OutgoingPart, SendOutcome } from '../outgoing.ts'
import type { MailRequest } from './compose-mail.ts'
import { failedOutcome } from './send-outcome.ts'
import { handOver, openedSmtp } from './smtp-session.ts'

/** Sent again, it has the same Message-ID: whoever got it twice is shown it once. */
export async function sendMail({ request }: OutgoingPart, files: readonly OutgoingFile[], line: Line): Promise<SendOutcome> {
  const mail = request as unknown as MailRequest
  try {
    const written = await writtenMail(mail, files)
    await handOver(await openedSmtp(line), { from: mail.returnPath, to: mail.to }, written)
    return { kind: 'ACCEPTED', externalId: mail.messageId }
  } catch (error) {
    return failedOutcome(error)
  }
}

async function writtenMail(mail: MailRequest, files: readonly OutgoingFile[]): Promise<Buffer> {
  const attachments = await Promise.all(files.map(async file => ({ filename: file.name, contentType: file.mediaType, content: await file.content() })))
  return new MailComposer({
    from: mail.from, to: mail.to, replyTo: mail.replyTo, subject: mail.subject, date: new Date(mail.date),
    messageId: `<${mail.messageId}>`,
    ...mail.inReplyTo && { inReplyTo: `<${mail.inReplyTo}>` },
    ...mail.references.length > 0 && { references: mail.references.map(id => `<${id}>`) },
    text: mail.text, html: mail.html, attachments, headers: mail.isAutomatic ? automatic : {},
    disableFileAccess: true, disableUrlAccess: true,
  }).compile().build()
}

/** So that no machine answers (RFC 3834, section 5, and what Exchange reads). */
const automatic = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }
