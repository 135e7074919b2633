import type { Card, Form, MessageContent, Order, People, Place } from './content.ts'
import type { OutgoingFile, OutgoingMenu } from './outgoing.ts'

/** What a message carries in words, for channels that have nothing else for it. */
export function contentWords(content: MessageContent): string {
  switch (content.kind) {
    case 'LOCATION': return placeWords(content)
    case 'CONTACTS': return peopleWords(content)
    case 'ORDER': return orderWords(content)
    case 'CARD': return cardWords(content)
    case 'FORM': return formWords(content)
    case 'TEMPLATE':
    case 'UNSUPPORTED': return ''
  }
}

/** What a message says beside its content: words that only repeat it are for those who show nothing else. */
export function wordsBeside(text: string, content: MessageContent | null): string {
  const known = new Set(content ? contentWords(content).split('\n').map(line => line.trim()) : [])
  return text.split('\n').every(line => known.has(line.trim()) || !line.trim()) ? '' : text
}

/** Files that a channel does not carry, to be fetched. */
export const fileWords = (files: readonly OutgoingFile[]): string => files.map(({ name, link }) => `${name}\n${link}`).join('\n')

/** Options to answer with their number. */
export const menuWords = ({ options }: OutgoingMenu): string =>
  options.map(({ title, description }, index) => `${index + 1}. ${title}${description ? ` - ${description}` : ''}`).join('\n')

const lines = (...words: (string | undefined)[]): string => words.filter(Boolean).join('\n')

const placeWords = ({ name, address, latitude, longitude }: Place) => lines(name, address, `${latitude}, ${longitude}`)

const peopleWords = ({ people }: People) =>
  people.map(({ name, phones, emails }) => [name, [...phones, ...emails].join(', ')].filter(Boolean).join(': ')).join('\n')

const orderWords = ({ items }: Order) =>
  items.map(({ quantity, productId, price, currency }) => [`${quantity} x ${productId}`, price && `${currency ?? ''} ${price}`.trim()].filter(Boolean).join(' - ')).join('\n')

const cardWords = ({ title, subtitle, url, urlTitle }: Card) => lines(title, subtitle, url && urlTitle, url)

const formWords = ({ title, fields }: Form) =>
  lines(title, ...fields.map(({ label, options }) => (options?.length ? `- ${label} (${options.join(' / ')})` : `- ${label}`)))
