import type { Attachment, ParsedMail } from 'mailparser'
import { isId } from '../../../../platform/ids.ts'
import type { StatusChanged } from '../update.ts'
import { headerOf } from './mail-head.ts'
import { bareMessageId, messageIdsIn } from './message-id.ts'
import { firstHeader } from './parsed-mail.ts'

export const isDeliveryReport = (mail: ParsedMail): boolean =>
  /^multipart\/report\b.*report-type\s*=\s*"?delivery-status/is.test(firstHeader(mail, 'content-type') ?? '') || statusPart(mail) !== undefined

/**
 * What a report on a mail of ours (RFC 3464) says: the message is found by the signed address that the report came to, by the
 * Message-ID of the returned headers, which is made of the message's id, or by what the report refers to. Nothing where it is only late, or about no mail of ours.
 */
export function statusOfReport(mail: ParsedMail, { at, reference }: { at: Date; reference?: string }): StatusChanged | undefined {
  const recipients = recipientsOf(statusPart(mail)?.content.toString('utf8') ?? '')
  const status = recipients.some(each => each.action === 'failed') ? 'FAILED' : recipients.some(each => each.action === 'delivered') ? 'DELIVERED' : undefined
  const externalId = returnedId(mail)
  const named = reference ?? externalId?.split('@').find(isId)
  if (!status || !(named || externalId)) return undefined
  const failed = recipients.find(each => each.action === 'failed')
  return {
    kind: 'STATUS', at, status, ...named && { reference: named }, ...externalId && { externalId },
    ...failed && { failure: { code: failed.status ?? '5.0.0', message: failed.diagnostic ?? 'The mail came back.' } },
  }
}

const statusPart = ({ attachments }: ParsedMail): Attachment | undefined =>
  attachments.find(({ contentType }) => /^message\/(?:global-)?delivery-status$/i.test(contentType))

/** The blocks after the first, which is about the message as a whole. */
function recipientsOf(report: string) {
  const blocks = report.slice(0, 100_000).replaceAll('\r\n', '\n').replace(/\n[ \t]+/g, ' ').split(/\n{2,}/)
  return blocks.map(block => ({
    action: field(block, 'Action')?.toLowerCase().split(/\s/)[0],
    status: field(block, 'Status')?.match(/^[245]\.\d{1,3}\.\d{1,3}/)?.[0],
    diagnostic: field(block, 'Diagnostic-Code')?.slice(0, 500),
  })).filter(({ action }) => action)
}

const field = (block: string, name: string) => block.split('\n').find(line => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))?.slice(name.length + 1).trim()

function returnedId(mail: ParsedMail): string | undefined {
  const returned = mail.attachments.find(({ contentType }) => /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/i.test(contentType))
  const id = bareMessageId(returned ? headerOf(returned.content, 'Message-ID') ?? '' : '')
  return id || messageIdsIn(firstHeader(mail, 'in-reply-to') ?? '', 1)[0] || messageIdsIn(firstHeader(mail, 'references') ?? '', 1000).at(-1)
}
