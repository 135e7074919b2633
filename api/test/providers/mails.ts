/** Mails as programs and servers write them. */
export interface WrittenMail {
  from: string
  to: string
  subject?: string
  messageId?: string
  inReplyTo?: string
  references?: readonly string[]
  text?: string
  html?: string
  date?: Date
  headers?: readonly string[]
  file?: { name: string; mediaType: string; content: Buffer }
}

const BOUNDARY = '=_parte_1'

export function writtenMail(mail: WrittenMail): string {
  const head = [
    `From: ${mail.from}`, `To: ${mail.to}`,
    ...mail.subject === undefined ? [] : [`Subject: =?utf-8?B?${Buffer.from(mail.subject).toString('base64')}?=`],
    ...mail.messageId ? [`Message-ID: <${mail.messageId}>`] : [],
    ...mail.inReplyTo ? [`In-Reply-To: <${mail.inReplyTo}>`] : [],
    ...mail.references?.length ? [`References: ${mail.references.map(id => `<${id}>`).join('\r\n ')}`] : [],
    `Date: ${(mail.date ?? new Date()).toUTCString()}`, 'MIME-Version: 1.0', ...mail.headers ?? [],
  ]
  const parts = [part('text/plain; charset=utf-8', mail.text ?? ''), ...mail.html === undefined ? [] : [part('text/html; charset=utf-8', mail.html)]]
  const whole = mail.html === undefined ? parts[0]! : multipart('alternative', parts, `${BOUNDARY}a`)
  const body = mail.file ? multipart('mixed', [whole, filePart(mail.file)], BOUNDARY) : whole
  return `${head.join('\r\n')}\r\n${body}`
}

/** What a mail server says of a mail that it was given (RFC 3464). */
export interface ReportOptions {
  to: string
  about: { messageId?: string; to: string }
  action: 'failed' | 'delayed' | 'delivered'
  status: string
  diagnostic?: string
  messageId: string
}

export function deliveryReport({ to, about, action, status, diagnostic, messageId }: ReportOptions): string {
  const report = [
    'Reporting-MTA: dns; mx.example.net', '', `Final-Recipient: rfc822; ${about.to}`, `Action: ${action}`, `Status: ${status}`,
    ...diagnostic ? [`Diagnostic-Code: smtp; ${diagnostic}`] : [], '',
  ].join('\r\n')
  const returned = [`To: ${about.to}`, ...about.messageId ? [`Message-ID: <${about.messageId}>`] : [], 'Subject: =?utf-8?Q?Su_pedido?=', '', ''].join('\r\n')
  const parts = [
    part('text/plain; charset=us-ascii', 'Your message could not be delivered.'),
    `Content-Type: message/delivery-status\r\n\r\n${report}`,
    `Content-Type: text/rfc822-headers\r\n\r\n${returned}`,
  ]
  const head = ['Return-Path: <>', 'From: MAILER-DAEMON@mx.example.net', `To: ${to}`, 'Subject: Undelivered Mail', `Message-ID: <${messageId}>`, 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0']
  return `${head.join('\r\n')}\r\n${multipart('report; report-type=delivery-status', parts, BOUNDARY)}`
}

const part = (type: string, text: string) => `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(Buffer.from(text))}`

const filePart = ({ name, mediaType, content }: NonNullable<WrittenMail['file']>) =>
  `Content-Type: ${mediaType}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(content)}`

const multipart = (type: string, parts: readonly string[], boundary: string) =>
  `Content-Type: multipart/${type}; boundary="${boundary}"\r\n\r\n${parts.map(each => `--${boundary}\r\n${each}\r\n`).join('')}--${boundary}--\r\n`

const lines = (content: Buffer) => content.toString('base64').replace(/.{76}/g, '$&\r\n')
