import { CannotSend, type Line } from '../adapter.ts'
import { fileWords } from '../content-words.ts'
import type { Form, MessageContent, Order, People, Place } from '../content.ts'
import type { OutgoingFile, OutgoingMenu, OutgoingMessage, OutgoingPart } from '../outgoing.ts'
import { splitText } from '../split-text.ts'
import { smsSize } from './sms-segments.ts'

/** What `send` needs; files are known by their ids until then, since their addresses are good for an hour only. */
export interface SmsRequest extends Record<string, unknown> {
  to: string
  body: string
  reference: string
  /** Whether files go as pictures of an MMS, or as a link in the text. */
  files: 'NONE' | 'MEDIA' | 'LINK'
}

/** Everything in words: menus are numbered, places are links, files are pictures where the number sends any and links elsewhere. */
export function composeSms(message: OutgoingMessage, { settings, profile }: Pick<Line, 'settings' | 'profile'>): OutgoingPart[] {
  const { to, files, reference } = message
  const { textMax, mediaMost, mediaBytes } = profile.limits
  const text = wordsOf(message, String(profile.limits.mapUrl))
  const base = { to: to.phone ?? to.externalId, reference }
  const sends = settings.mms === 'yes' ? files.filter(({ mediaType, size }) => /^(image|video|audio)\//.test(mediaType) && size <= Number(mediaBytes)) : []
  const parts = splitText(text, Number(textMax)).map(body => part({ ...base, body, files: 'NONE' }, []))
  for (let first = 0; first < sends.length; first += Number(mediaMost)) {
    parts.push(part({ ...base, body: '', files: 'MEDIA' }, sends.slice(first, first + Number(mediaMost))))
  }
  for (const file of files) if (!sends.includes(file)) parts.push(part({ ...base, body: '', files: 'LINK' }, [file]))
  if (parts.length === 0) throw new CannotSend('CONTENT', 'There is nothing that can be said by SMS.')
  return parts
}

function part(request: SmsRequest, files: readonly OutgoingFile[]): OutgoingPart {
  const segments = request.files === 'MEDIA' ? 1 : smsSize(bodyOf(request, files)).segments
  return { request, fileIds: files.map(({ id }) => id), segments }
}

export const bodyOf = ({ body, files: as }: SmsRequest, files: readonly OutgoingFile[]): string =>
  as === 'LINK' ? fileWords(files) : body

function wordsOf({ text, content, menu }: OutgoingMessage, mapUrl: string): string {
  return [text, content ? contentWords(content, mapUrl) : '', menu ? menuWords(menu) : ''].map(words => words.trim()).filter(Boolean).join('\n\n')
}

/** The hint has no accent on purpose: one would make every menu a text of 70 characters a segment. */
function menuWords({ options }: OutgoingMenu): string {
  if (options.length === 0) return ''
  const lines = options.map(({ title, description }, index) => `${index + 1}. ${title}${description ? ` - ${description}` : ''}`)
  return [...lines, `Responda / Reply: ${options.length === 1 ? '1' : `1-${options.length}`}`].join('\n')
}

function contentWords(content: MessageContent, mapUrl: string): string {
  switch (content.kind) {
    case 'LOCATION': return placeWords(content, mapUrl)
    case 'CONTACTS': return peopleWords(content)
    case 'ORDER': return orderWords(content)
    case 'CARD': return lines(content.title, content.subtitle, content.url && content.urlTitle, content.url)
    case 'FORM': return formWords(content)
    default: return ''
  }
}

const lines = (...words: (string | undefined)[]) => words.filter(Boolean).join('\n')

const placeWords = ({ name, address, latitude, longitude }: Place, mapUrl: string) =>
  lines(name, address, mapUrl.replace('{latitude}', String(latitude)).replace('{longitude}', String(longitude)))

const peopleWords = ({ people }: People) =>
  people.map(({ name, phones, emails }) => [`${name}:`, [...phones, ...emails].join(', ')].join(' ').trim()).join('\n')

const orderWords = ({ items }: Order) =>
  items.map(({ quantity, productId, price, currency }) => [`${quantity} x ${productId}`, price && `${currency ?? ''} ${price}`.trim()].filter(Boolean).join(' - ')).join('\n')

const formWords = ({ title, fields }: Form) =>
  lines(title, ...fields.map(({ label, options }) => (options?.length ? `- ${label} (${options.join(' / ')})` : `- ${label}`)))
