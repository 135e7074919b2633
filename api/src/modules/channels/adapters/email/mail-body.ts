import type { MessageContent } from '../content.ts'
import type { OutgoingMessage } from '../outgoing.ts'

/** What a mail says: paragraphs, and a numbered menu below them. */
export interface MailBody {
  paragraphs: readonly string[]
  options: readonly string[]
}

export function mailBody({ text, content, menu }: Pick<OutgoingMessage, 'text' | 'content' | 'menu'>, mapUrl: string): MailBody {
  const paragraphs = [text.trim(), content ? contentLines(content, mapUrl).join('\n') : ''].filter(Boolean)
  return { paragraphs, options: menu?.options.map(({ title, description }) => description ? `${title} — ${description}` : title) ?? [] }
}

export const plainBody = ({ paragraphs, options }: MailBody): string =>
  [...paragraphs, options.map((option, at) => `${at + 1}. ${option}`).join('\n')].filter(Boolean).join('\n\n')

export function htmlBody({ paragraphs, options }: MailBody): string {
  const items = options.map(option => `<li>${escaped(option)}</li>`).join('')
  return [...paragraphs.map(text => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`), items && `<ol>${items}</ol>`].filter(Boolean).join('\n')
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Content in words, as plain mails carry it; nothing of a template, whose words are the message's text. */
function contentLines(content: MessageContent, mapUrl: string): string[] {
  switch (content.kind) {
    case 'LOCATION': return some([content.name, content.address, `${mapUrl}${content.latitude},${content.longitude}`])
    case 'CONTACTS': return content.people.map(({ name, phones, emails }) => [name, ...phones, ...emails].join(' · '))
    case 'CARD': return some([content.title, content.subtitle, content.url])
    case 'FORM': return [content.title, ...content.fields.map(({ label, options }, at) => `${at + 1}. ${label}${options ? ` (${options.join(', ')})` : ''}`)]
    case 'ORDER': return content.items.map(({ productId, quantity, price, currency }) => some([`${quantity} × ${productId}`, price && `${price} ${currency ?? ''}`.trim()]).join(' · '))
    case 'TEMPLATE': case 'UNSUPPORTED': return []
  }
}

const some = (lines: readonly (string | undefined)[]): string[] => lines.filter(line => line !== undefined && line !== '') as string[]
