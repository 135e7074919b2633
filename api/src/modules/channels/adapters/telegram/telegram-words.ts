import type { Form, MessageContent, Order, People } from '../content.ts'
import type { OutgoingMenu, OutgoingMessage } from '../outgoing.ts'

/** What stands in words: buttons have titles only, so descriptions go here. */
export function wordsOf({ text, content, menu }: OutgoingMessage): string {
  return [text, contentWords(content), menu ? descriptions(menu) : ''].map(words => words.trim()).filter(Boolean).join('\n\n')
}

const descriptions = ({ options }: OutgoingMenu) =>
  options.filter(({ description }) => description).map(({ title, description }) => `• ${title}: ${description}`).join('\n')

function contentWords(content: MessageContent | null): string {
  switch (content?.kind) {
    case 'LOCATION': return isVenue(content) ? '' : lines(content.name, content.address)
    case 'CONTACTS': return lines(...content.people.map(restOf))
    case 'CARD': return lines(content.title, content.subtitle, linkOf(content) ? '' : content.url)
    case 'FORM': return formWords(content)
    case 'ORDER': return orderWords(content)
    default: return ''
  }
}

/** A link that stands on a button need not stand in the words. */
export const linkOf = (content: MessageContent | null): { text: string; url: string } | undefined =>
  (content?.kind === 'CARD' && content.url && content.urlTitle?.trim() && /^https?:/i.test(content.url) ? { text: content.urlTitle.trim(), url: content.url } : undefined)

const lines = (...words: (string | undefined)[]) => words.filter(word => word?.trim()).join('\n')

/** A venue must have both. */
const isVenue = ({ name, address }: { name?: string; address?: string }) => Boolean(name?.trim() && address?.trim())

export function placeOf(content: MessageContent | null): { method: string; params: Record<string, unknown> }[] {
  if (content?.kind !== 'LOCATION') return []
  const { latitude, longitude, name, address } = content
  return isVenue(content)
    ? [{ method: 'sendVenue', params: { latitude, longitude, title: name, address } }]
    : [{ method: 'sendLocation', params: { latitude, longitude } }]
}

/** Telegram's contacts have one number each; what more there is goes in words. */
export function contactsOf(content: MessageContent | null): Record<string, unknown>[] {
  if (content?.kind !== 'CONTACTS') return []
  return content.people.filter(({ phones }) => phones.length > 0).map(({ name, phones }) => ({ phone_number: phones[0], first_name: name.trim() || phones[0] }))
}

function restOf({ name, phones, emails }: People['people'][number]): string {
  const rest = [...phones.slice(1), ...emails]
  return phones.length > 0 && rest.length === 0 ? '' : [name.trim(), rest.join(', ')].filter(Boolean).join(': ')
}

const formWords = ({ title, fields }: Form) =>
  lines(title, ...fields.map(({ label, options }) => (options?.length ? `• ${label} (${options.join(' / ')})` : `• ${label}`)))

const orderWords = ({ items }: Order) =>
  items.map(({ quantity, productId, price, currency }) => [`${quantity} × ${productId}`, price && `${currency ?? ''} ${price}`.trim()].filter(Boolean).join(' · ')).join('\n')
